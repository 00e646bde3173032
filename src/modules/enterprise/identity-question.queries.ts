import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Columns } from '../../kit/columns.ts';
import { code, dateTime, enumeration, filterOn, one, text } from '../../kit/filter/filter.ts';
import { oneByKey, pagedList } from '../../request/loaders.ts';
import { regionFilter } from '../region/region.filter.ts';
import type { IdentityState } from './identity-question.entity.ts';
import { organisationFilter } from './organisation.filter.ts';

export interface IdentityQuestionRow {
  readonly key: string;
  readonly districtId: string | null;
  readonly organisationId: string | null;
}

export const identityQuestionFilter = filterOn('IdentityQuestion', 'identity_question', {
  name: text('name'),
  creditCode: code('credit_code'),
  source: code('source'),
  run: code('run'),
  state: enumeration('IdentityState', 'state'),
  askedAt: dateTime('asked_at'),
  decidedAt: dateTime('decided_at'),
  district: one(() => regionFilter, 'district_id'),
  organisation: one(() => organisationFilter, 'organisation_id'),
});

const moment = (column: string) => sql`
  to_char(${sql.ref(`identity_question.${column}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = {
  key: sql`identity_question.id`,
  id: sql`identity_question.id`,
  version: sql`identity_question.version`,
  name: sql`identity_question.name`,
  creditCode: sql`identity_question.credit_code`,
  source: sql`identity_question.source`,
  run: sql`identity_question.run`,
  candidates: sql`identity_question.candidates`,
  state: sql`identity_question.state`,
  askedAt: moment('asked_at'),
  decidedAt: moment('decided_at'),
  districtId: sql`identity_question.district_id`,
  organisationId: sql`identity_question.organisation_id`,
};

const questionColumns: Columns = { always: columns, byField: {} };

type Parent = Readonly<Record<string, 'text'>>;

function questionList(name: string, parent: Parent, tie?: RawBuilder<unknown>) {
  return pagedList<IdentityQuestionRow>({
    ...{ name, parent, from: sql`identity_question`, columns: questionColumns },
    ...(tie && { tie }),
    key: sql`identity_question.id`,
    orders: {
      ASKED_AT: { by: sql`identity_question.asked_at`, type: 'timestamptz' },
      ASKED_AT_DESC: {
        by: sql`identity_question.asked_at`,
        type: 'timestamptz',
        isDescending: true,
      },
    },
    filter: identityQuestionFilter,
    row: 'identity_question',
  });
}

export const identityQuestions = questionList('identityQuestions', {});

/** Those that a run of an import asked first. */
export const questionsOfRun = questionList(
  'questions',
  { run: 'text' },
  sql`identity_question.run = wanted.run`,
);

const selected = sql.join(
  Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.ref(name)}`),
);

export const identityQuestionById = oneByKey<IdentityQuestionRow>(
  (ids) => sql`
    select ${selected} from identity_question where identity_question.id = any (${[...ids]})`,
);

/** What a steward has decided of a name, or has still to decide. */
export interface AskedBefore {
  readonly name: string;
  readonly creditCode: string | null;
  readonly state: IdentityState;
  /** The code of the enterprise that it is. */
  readonly organisation: string | null;
}

/** The questions that a source's names have raised so far: one statement. */
export async function questionsOf(
  db: Kysely<unknown>,
  source: string,
  names: readonly string[],
): Promise<readonly AskedBefore[]> {
  const { rows } = await sql<AskedBefore>`
    select identity_question.name, identity_question.credit_code as "creditCode",
           identity_question.state, organisation.code as organisation
      from identity_question
      left join organisation on organisation.id = identity_question.organisation_id
     where identity_question.source = ${source} and identity_question.name = any (${[...names]})
     order by identity_question.name, identity_question.credit_code nulls first`.execute(db);
  return rows;
}
