import { Observation } from '../source/source.entity.ts';
import { Statement } from '../source/statement.entity.ts';
import { IdentityQuestion } from './identity-question.entity.ts';
import {
  Office,
  Organisation,
  OrganisationAlias,
  OrganisationClass,
} from './organisation.entity.ts';
import { pointsAtOrganisation } from './organisation-parts.ts';

const ownRow = { property: 'organisation', root: ['organisation', Organisation] } as const;

pointsAtOrganisation({
  ...ownRow,
  name: 'aliases',
  entity: OrganisationAlias,
  alike: ['name'],
  unless: ({ name }, kept) => name === kept.name,
  what: 'another name of',
});

pointsAtOrganisation({
  ...ownRow,
  name: 'classes',
  entity: OrganisationClass,
  alike: ['class', 'validFrom'],
  what: 'a class of',
});

pointsAtOrganisation({
  name: 'offices',
  entity: Office,
  property: 'organisation',
  what: 'the office',
});

for (const [name, entity, what] of [
  ['observations', Observation, 'the observation'],
  ['statements', Statement, 'the statement'],
] as const) {
  const where = { subjectType: 'organisation' };
  pointsAtOrganisation({ name, entity, property: 'subjectId', where, what });
}

pointsAtOrganisation({
  name: 'identityQuestions',
  entity: IdentityQuestion,
  property: 'organisation',
  what: 'a decision on a name',
});
