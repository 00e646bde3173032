import { defineEntity, p } from '@mikro-orm/core';

const WithdrawnProjectSchema = defineEntity({
  name: 'WithdrawnProject',
  tableName: 'withdrawn_project',
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    name: p.text(),
    // Under a name of its own, for what has a `version` is an aggregate of the log.
    lastVersion: p.integer().fieldName('version'),
    districtId: p.uuid().nullable(),
    reason: p.text(),
    withdrawnAt: p.datetime(),
    restoredAt: p.datetime().nullable(),
    actor: p.text(),
    state: p.json<WithdrawnState>(),
  },
});

/** The rows that went with a project, by their tables, as they were. */
export type WithdrawnState = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** A project that was withdrawn from the library (退库), as it was; the row stays when it comes back. */
export class WithdrawnProject extends WithdrawnProjectSchema.class {}
WithdrawnProjectSchema.setClass(WithdrawnProject);
