import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { found } from '../../../src/modules/search/search.queries.ts';
import { matchAt } from '../../../src/modules/search/ways.ts';
import { readAsked } from '../../../src/search/asked.ts';
import type { Nodes } from '../answers.ts';
import type { ReadQuery } from '../query.ts';
import { QUESTIONS } from '../questions.ts';

const FIRST = 20;

interface Question {
  readonly text: string;
}

interface Hit {
  readonly name: string;
  readonly type: string;
  readonly by: string;
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** The statement that Quanmai searches with, and its parameters for a text. */
function search(text: string) {
  const asked = readAsked(text);
  if (!asked) throw new Error(`Nothing can be searched by ${text}.`);
  const sought = { asked, types: null, take: FIRST + 1, after: null, isCounted: false };
  return found(sought).compile(compiler);
}

/** Texts that can be cut into syllables in as many ways have one statement in common. */
const STATEMENT = search('luqiongte').sql;

export const q5: ReadQuery<Question> = {
  name: 'Q5',
  title: 'Search by pinyin',
  what: 'The first 20 names that three syllables of some name’s pinyin are in, with their kind and by what they were found. Peers have no such thing; the limit runs the same statement. Each request has another text.',
  async questions({ db }) {
    const { rows } = await sql<Question>`
      select text
        from (select distinct concat(syllables[3], syllables[4], syllables[5]) as text
                from (select string_to_array(pinyin, ' ') as syllables from search_name) names
               where cardinality(syllables) > 5) texts
       order by md5(text)`.execute(db);
    return rows
      .filter(({ text }) => /^[a-z]+$/.test(text) && search(text).sql === STATEMENT)
      .slice(0, QUESTIONS);
  },
  forms: {
    limit: {
      text: `
        select json_build_object('search', coalesce(json_agg(hit), '[]'))::text
          from (select name, type, rank, alias
                  from (${STATEMENT}) found
                 where name is not null
                 limit ${FIRST}) hit`,
      variables: (questions) => questions.map(({ text }) => search(text).parameters),
      shape: ({ search: hits }: LimitData) =>
        hits.map(({ name, type, rank, alias }): Hit => {
          const by = matchAt(rank);
          return { name, type, by: by === 'NAME' && alias !== null ? 'ALIAS' : by };
        }),
    },
    quanmai: {
      text: `query ($text: String!) {
        search(text: $text, first: ${FIRST}) { nodes { name type by } }
      }`,
      variables: (questions) => questions,
      shape: ({ search: { nodes } }: { search: Nodes<Hit> }) =>
        nodes.map(({ name, type, by }) => ({ name, type, by })),
    },
  },
};

interface LimitData {
  readonly search: readonly { name: string; type: string; rank: number; alias: string | null }[];
}
