import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { rowScoped } from '../../request/reach.ts';
import { Region } from '../region/region.entity.ts';
import type { Candidate } from './matching/match-enterprises.ts';
import { Organisation } from './organisation.entity.ts';

export const identityStates = ['OPEN', 'LINKED', 'NEW', 'DISMISSED'] as const;
export type IdentityState = (typeof identityStates)[number];

const IdentityQuestionSchema = defineEntity({
  name: 'IdentityQuestion',
  tableName: 'identity_question',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    name: p.text(),
    creditCode: p.text().nullable(),
    district: () => p.manyToOne(Region).ref().nullable(),
    source: p.text(),
    run: p.text().nullable(),
    candidates: p.json<readonly Candidate[]>(),
    state: p.enum(identityStates),
    organisation: () => p.manyToOne(Organisation).ref().nullable(),
    askedAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.text().nullable(),
  },
});

/** Which enterprise a source means by a name (身份待判), asked of a steward. */
export class IdentityQuestion extends IdentityQuestionSchema.class {}
IdentityQuestionSchema.setClass(IdentityQuestion);

// Whoever answers for some districts hears of the names that those tell.
rowScoped({ table: 'identity_question', kind: 'question', isHidden: true, placedBy: 'district' });
