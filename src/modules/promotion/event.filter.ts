import { sql } from 'kysely';
import {
  arrayOf,
  boolean,
  dated,
  described,
  enumeration,
  type Filter,
  filterOn,
  int,
  linked,
  many,
  manyBy,
  one,
  oneBy,
  part,
  type Row,
  text,
  through,
  tied,
} from '../../kit/filter/filter.ts';
import { enumValues } from '../../kit/filter/values.ts';
import {
  asEnterprise,
  asInstitution,
  enterpriseFilter,
  institutionFilter,
  officeFilter,
  organisationFilters,
} from '../enterprise/organisation.filter.ts';
import { batchFilter } from '../project/batch.filter.ts';
import { regionFilter } from '../region/region.filter.ts';
import { reported } from '../source/reported.filter.ts';
import { named, sourced } from '../source/source.filter.ts';

/** Its rows are those of the party: a participant is what the party refers to. */
const participantFilter = filterOn('EventParticipant', 'promotion_event_party', {
  enterprise: described(
    '企业 · Only an enterprise, and such a one.',
    oneBy(() => enterpriseFilter, asEnterprise('organisation_id')),
  ),
  institution: described(
    '机构 · Only an institution, and such a one.',
    oneBy(() => institutionFilter, asInstitution('organisation_id')),
  ),
  region: described(
    '区域 · Only a region, and such a one.',
    one(() => regionFilter, 'region_id'),
  ),
  office: described(
    '职务 · Only an office, and such a one.',
    one(() => officeFilter, 'office_id'),
  ),
});

const partyFilter = filterOn('PromotionEventParty', 'promotion_event_party', {
  role: enumeration('PartyRole', 'role'),
  participant: part(() => participantFilter),
  ...sourced,
});

const topicFilter = filterOn('PromotionEventTopic', 'promotion_event_topic', {
  name: text('name'),
  nameEn: text('name_en'),
  issueKind: enumeration('IssueKind', 'issue_kind'),
  ...sourced,
});

const ofEvent = (mine: Row, theirs: Row) =>
  sql`${theirs.column('event_id')} = ${mine.column('id')}`;

const parties = (...roles: readonly string[]) =>
  manyBy(
    () => partyFilter,
    tied(
      (mine, theirs) =>
        sql`${ofEvent(mine, theirs)} and ${theirs.column('role')} = any (${[...roles]}::text[])`,
    ),
  );

const topics = (kind: string) =>
  manyBy(
    () => topicFilter,
    tied((mine, theirs) => sql`${ofEvent(mine, theirs)} and ${theirs.column('kind')} = ${kind}`),
  );

export const eventFilter: Filter = filterOn('PromotionEvent', 'promotion_event', {
  ...named,
  ...sourced,
  ...reported,
  kinds: arrayOf(enumValues('PromotionEventKind'), 'kinds'),
  heldOn: dated('held'),
  region: one(() => regionFilter, 'region_id'),
  parent: one(() => eventFilter, 'parent_id'),
  children: many(() => eventFilter, 'parent_id'),
  edition: int('edition'),
  theme: text('theme'),
  venue: text('venue'),
  hosts: parties('HOST', 'ORGANISER'),
  guests: parties('GUEST', 'COUNTERPARTY'),
  partiesComplete: boolean('parties_complete'),
  topics: topics('TOPIC'),
  agreementAreas: topics('AGREEMENT_AREA'),
  issues: topics('ISSUE'),
  topicsComplete: boolean('topics_complete'),
  batches: through(() => batchFilter, {
    table: 'promotion_event_batch',
    mine: 'event_id',
    theirs: 'batch_id',
  }),
});

regionFilter.add({ promotionEvents: many(() => eventFilter, 'region_id') });

batchFilter.add({
  event: oneBy(
    () => eventFilter,
    linked({ table: 'promotion_event_batch', mine: 'batch_id', theirs: 'event_id' }),
  ),
});

for (const filter of organisationFilters) {
  filter.add({
    promotionEvents: through(() => eventFilter, {
      table: 'promotion_event_party',
      mine: 'organisation_id',
      theirs: 'event_id',
    }),
  });
}
