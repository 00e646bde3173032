import type { EntityClass } from '@mikro-orm/core';
import * as chain from './chain/chain.entity.ts';
import * as question from './enterprise/identity-question.entity.ts';
import * as merged from './enterprise/merged-organisation.entity.ts';
import * as organisation from './enterprise/organisation.entity.ts';
import * as discrepancy from './figure/discrepancy.entity.ts';
import * as batch from './project/batch.entity.ts';
import * as investment from './project/investment.entity.ts';
import * as project from './project/project.entity.ts';
import * as withdrawn from './project/withdrawn-project.entity.ts';
import * as event from './promotion/event.entity.ts';
import * as trip from './promotion/trip.entity.ts';
import * as region from './region/region.entity.ts';
import * as dataSource from './source/data-source.entity.ts';
import { Dated } from './source/dated.entity.ts';
import * as source from './source/source.entity.ts';
import * as statement from './source/statement.entity.ts';
import * as subject from './subject/subject.entity.ts';
// What hangs on a project: no command that withdraws one runs without its entities.
import './chain/project-places.ts';
import './promotion/project-leads.ts';
// What points at an enterprise: no command that merges one runs without its entities.
import './enterprise/own-parts.ts';
import './project/organisation-participants.ts';
import './chain/organisation-places.ts';
import './promotion/organisation-parties.ts';

const modules = [
  ...[
    source,
    dataSource,
    statement,
    region,
    organisation,
    merged,
    question,
    project,
    investment,
    withdrawn,
    batch,
    chain,
  ],
  ...[event, trip, subject, discrepancy],
];

/** Every entity of every module, for the ORM. */
export const entities: EntityClass<object>[] = [
  Dated,
  ...modules
    .flatMap((module): unknown[] => Object.values(module))
    .filter((exported) => typeof exported === 'function')
    .map((exported) => exported as EntityClass<object>),
];
