import { isDeepStrictEqual } from 'node:util';
import type { EntityClass } from '@mikro-orm/core';
import { unwrapped, type Versioned } from '../../events/belonging.ts';
import type { CommandContext } from '../../request/command.ts';
import { keepRow, type KeptRow, makeAgain } from '../../request/kept-row.ts';
import { isOutOfSight } from '../../request/reach.ts';
import type { Organisation } from './organisation.entity.ts';

/** Two enterprises that are one. */
export interface Merge {
  readonly merged: Organisation;
  readonly kept: Organisation;
}

/** A row that pointed at the merged one, as it was. */
export interface MovedRow {
  readonly row: KeptRow;
  /** The kept one had the same already: this one is gone. */
  readonly isFolded: boolean;
  /** The id of the aggregate that it belongs to. */
  readonly root: string;
}

/** Something that points at organisations, and goes with one that is merged. */
export interface OrganisationPart {
  /** Under which the rows are kept; never changed, for it stands in what was kept. */
  readonly name: string;
  /** Where it points from. */
  readonly entity: EntityClass<object>;
  readonly property: string;
  readonly move: (context: CommandContext, merge: Merge) => Promise<readonly MovedRow[]>;
  /** What was changed since, in words: then it is not given back. */
  readonly changed: (
    context: CommandContext,
    merge: { readonly kept: Organisation },
    rows: readonly MovedRow[],
  ) => Promise<readonly string[]>;
  readonly giveBack: (
    context: CommandContext,
    merge: Merge,
    rows: readonly MovedRow[],
  ) => Promise<void>;
}

/** The kinds of the events that tell of a merge and of its end, on whatever they concern. */
export const MERGED = 'ENTERPRISES_MERGED';
export const SPLIT = 'ENTERPRISES_SPLIT';

const parts: OrganisationPart[] = [];

/** All that points at organisations, in the order of the modules. */
export const organisationParts = (): readonly OrganisationPart[] => parts;

interface Pointing {
  readonly name: string;
  readonly entity: EntityClass<object>;
  /** What points: a to-one, or a column with an id. */
  readonly property: string;
  /** Which rows' column it is, where it holds ids of several kinds. */
  readonly where?: object;
  /** The to-one to the aggregate that the row belongs to, and that one's entity; left out where it is one. */
  readonly root?: readonly [property: string, entity: EntityClass<object>];
  /** Rows that are the same in these can be there once for one organisation. */
  readonly alike?: readonly string[];
  /** What the kept one cannot have, as a supply of its own. */
  readonly unless?: (row: KeptRow, kept: Organisation) => boolean;
  /** What messages call one: `a participant of the project`. */
  readonly what: string;
}

/** Says what points at organisations. A later module says it of its own rows. */
export function pointsAtOrganisation(pointing: Pointing): void {
  const { name, entity, property, where, root, alike, unless } = pointing;
  /** An organisation's own rows: what becomes of them, the events of both enterprises tell. */
  const isOwn = root?.[0] === property;
  const holding = (organisation: Organisation) =>
    where ? { ...where, [property]: organisation.id } : { [property]: organisation };
  const rootOf = (row: object) =>
    (root ? unwrapped((row as Record<string, object>)[root[0]] as object) : row) as Versioned;
  const find = (context: CommandContext, condition: object) =>
    context.em.find(entity, condition, root ? ({ populate: [root[0]] } as never) : {});

  parts.push({
    ...{ name, entity, property },
    async move(context, { merged, kept }) {
      const rows = await find(context, holding(merged));
      if (rows.length === 0) return [];
      const likeness = (row: KeptRow) => JSON.stringify(alike?.map((column) => row[column]));
      const others = alike ? (await find(context, holding(kept))).map(keepRow) : [];
      const taken = new Set(others.map(likeness));
      const moved = rows.map((each) => {
        const row = keepRow(each);
        const isFolded = taken.has(likeness(row)) || unless?.(row, kept) === true;
        if (isFolded) context.em.remove(each);
        else point(context, each, holding(kept));
        return { row, isFolded, root: rootOf(each).id };
      });
      if (!isOwn) tell(context, MERGED, rows.map(rootOf));
      return moved;
    },

    async changed(context, { kept }, rows) {
      const { em } = context;
      const roots =
        root &&
        (await byId(
          context,
          root[1],
          rows.map((moved) => moved.root),
        ));
      const there = await byId(
        context,
        entity,
        rows.map(({ row }) => row.id),
      );
      return rows.flatMap(({ row, isFolded, root: id }) => {
        const owner = roots?.get(id);
        const now = there.get(row.id);
        const isThere = isFolded ? isOwn || owner !== undefined : isAsMerged(row, now, kept);
        return isThere ? [] : [said(pointing, owner ?? now, em)];
      });
    },

    async giveBack(context, { merged }, rows) {
      const { em } = context;
      const there = await byId(
        context,
        entity,
        rows.map(({ row }) => row.id),
      );
      const back = rows.map(({ row, isFolded }) => {
        const now = there.get(row.id);
        if (isFolded || !now) return makeAgain(em, entity, row);
        point(context, now, holding(merged));
        return now;
      });
      if (root)
        await byId(
          context,
          root[1],
          rows.map((moved) => moved.root),
        );
      if (!isOwn) tell(context, SPLIT, back.map(rootOf));
    },
  });

  /** A part of something else is as the merge left it; of an aggregate, only what points is looked at. */
  function isAsMerged(row: KeptRow, now: object | undefined, kept: Organisation): boolean {
    if (!now) return false;
    const held = keepRow(now);
    if (!root) return held[property] === kept.id;
    const { revision } = row;
    return isDeepStrictEqual(held, {
      ...row,
      [property]: kept.id,
      ...(typeof revision === 'number' && { revision: revision + 1 }),
    });
  }
}

function point({ em }: CommandContext, row: object, at: object): void {
  const { revision } = row as { revision?: number };
  em.assign(row, { ...at, ...(revision !== undefined && { revision: revision + 1 }) } as never);
}

/** Each aggregate has one event, however many rows of it moved. */
function tell({ recordConsequence }: CommandContext, kind: string, roots: readonly Versioned[]) {
  for (const root of new Set(roots)) recordConsequence(kind, root);
}

async function byId(
  { em }: CommandContext,
  entity: EntityClass<object>,
  ids: readonly string[],
): Promise<Map<string, object>> {
  const found = await em.find(entity, { id: { $in: [...new Set(ids)] } });
  return new Map(found.map((each) => [(each as Versioned).id, each]));
}

function said({ what }: Pointing, owner: object | undefined, em: CommandContext['em']): string {
  const { code } = (owner ?? {}) as { code?: string };
  const isTold = owner !== undefined && code !== undefined && !isOutOfSight(em, owner);
  return isTold ? `${what} "${code}"` : `${what} that is there no longer`;
}
