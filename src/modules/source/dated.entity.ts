import { defineEntity, p } from '@mikro-orm/core';

export const certainties = ['STATED', 'YEAR_INFERRED', 'INFERRED', 'UNKNOWN'] as const;
export type Certainty = (typeof certainties)[number];

const DatedSchema = defineEntity({
  name: 'Dated',
  embeddable: true,
  properties: {
    earliest: p.date().nullable(),
    latest: p.date().nullable(),
    certainty: p.enum(certainties),
    derivation: p.text().nullable(),
  },
});

/** A date as sources give it: the first and last day that it can be, how sure that is, and why. */
export class Dated extends DatedSchema.class {}
DatedSchema.setClass(Dated);

/** What a command takes for a `Dated`. */
export interface DatedInput {
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly certainty: Certainty;
  readonly derivation?: string | null;
}

export const unknownDate: DatedInput = { certainty: 'UNKNOWN' };

/** A `Dated` of what is given; a day without a second one is that very day. */
export function dated({ earliest, latest, certainty, derivation }: DatedInput): Dated {
  return Object.assign(new Dated(), {
    earliest: earliest ?? null,
    latest: latest ?? earliest ?? null,
    certainty,
    derivation: derivation ?? null,
  });
}

/** What a `Dated` says, as a caller would give it. */
export function partsOf({ earliest, latest, certainty, derivation }: Dated): DatedInput {
  return { earliest, latest, certainty, derivation };
}
