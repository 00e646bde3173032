import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import type { Gateway } from '../support/gateway.ts';
import { Walk } from './walk.ts';
import { AWAY, HOME, MARK, MARK_EN, MARK_READ, startWorlds, type Worlds } from './worlds.ts';

/** Some hundred questions, each of two worlds: seconds in peace, minutes on a busy machine. */
export const PATIENCE = 300_000;

export type World = 'full' | 'bare';
/** Two of one district, of whom one may do all that a role can; and one who sees everything. */
export type Who = 'partner' | 'officer' | 'city';

/** Large questions, and time for them: what is refused or cut off would tell nothing. */
const ROOMY = {
  ANONYMOUS: 'off',
  ...{ POOL_WAIT_MS: '60000', STATEMENT_TIMEOUT_MS: '60000', ANSWER_TIMEOUT_MS: '120000' },
  ...{ MAX_TOKENS: '10000', MAX_DEPTH: '100', MAX_ROOT_FIELDS: '500', MAX_ALIASES: '1000' },
  ...{ MAX_COST: '1000000000', BODY_LIMIT_BYTES: '1000000', SOCKET_MESSAGE_BYTES: '1000000' },
};

/** What required arguments are given: what is hidden, what is not, and what never was. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  'Query.project code': ['covert-0', 'covert-2', 'covert-gone', 'home-1', 'home-2', 'nothing'],
  'Query.withdrawnProject code': ['covert-gone', 'nothing'],
  'Query.enterprise code': ['owner', 'lone', 'zoned', 'roamer'],
  'Query.region code': [HOME, AWAY, 'TEST-ZONE', 'TEST-PARK', '990000'],
  'Query.chain code': ['auto', 'light'],
  'Query.trip code': ['journey'],
  'Query.figure code': ['project/covert-0/JOBS/PLAN', 'project/home-1/JOBS/PLAN', 'nothing'],
  'Query.metric code': ['JOBS', 'nothing'],
  'Query.namedSubject code': ['nothing'],
  'Query.dataSource code': ['nothing'],
  'Query.importRun id': ['nothing'],
  'Query.sourceDocument code': ['TEST-DOCUMENT', 'nothing'],
  'Query.discrepancy code': ['nothing'],
  'Query.compareFigures a': ['"project/covert-0/JOBS/PLAN"'],
  'Query.compareFigures b': ['"project/home-1/JOBS/PLAN"'],
  'Query.meanFigure total': ['"project/covert-0/JOBS/PLAN"'],
  'Query.meanFigure count': ['"project/home-1/JOBS/PLAN"'],
  'Query.rankFigures filter': ['{}', '{ project: {} }'],
  'Query.sumFigures figures': ['[]', '["project/covert-0/JOBS/PLAN"]'],
  'SourceDocument.freshness on': ['"2024-01-31"'],
  'NamedSubject.transition from': ['"开始"'],
  'NamedSubject.transition to': ['"结束"'],
  'Query.projectStats groupBy': [
    ...['[]', '[DISTRICT]', '[STAGE, CLASS]', '[LEVEL, PROCUREMENT]', '[DOMAIN]', '[START_YEAR]'],
  ],
  'Region.projectStats groupBy': ['[]', '[DISTRICT]', '[STAGE, CLASS]'],
  'Region.suppliers chain': ['"auto"', '"light"'],
  'Query.search text': [
    ...[MARK, MARK_EN, ...MARK_READ, 'covert-0', 'covert', '项目', '线索', '家园', 'ltd'],
  ].map((text) => JSON.stringify(text)),
};

/** So many leaks tell where to look. */
const ENOUGH = 3;

/** Asks both worlds alike. */
export type Ask = (world: World, query: string) => Promise<string>;

/**
 * The log is followed past the views, by those who know what a viewer saw; its tests are beside it. A
 * link to an export is another one each time; what it leads to is asked in test/export.
 */
export const skips = (type: string, field: string): boolean =>
  /^projectUpdates|^updatesHead|^export$/.test(field) || type.includes('Update');

/** Two worlds, viewers in both, and the questions that walk the schema. */
export class Asking {
  private constructor(
    readonly worlds: Worlds,
    readonly schema: GraphQLSchema,
    readonly walk: Walk,
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  static async start(): Promise<Asking> {
    const worlds = await startWorlds(ROOMY);
    const tokens = new Map<string, string>();
    for (const world of ['full', 'bare'] as const) {
      const gateway = worlds[world];
      tokens.set(`partner ${world}`, await gateway.keyFor({ districts: [HOME] }));
      const role = 'ADMINISTRATOR';
      tokens.set(`officer ${world}`, await gateway.keyFor({ role, districts: [HOME] }));
      tokens.set(`city ${world}`, await gateway.keyFor({ role }));
    }
    const introspected = await worlds.full
      .as(tokens.get('partner full')!)
      .query(getIntrospectionQuery());
    const schema = buildClientSchema(introspected);
    const ids = await nodeIds(worlds.full);
    const given = (type: string, field: string, argument: string) => {
      if (`${type}.${field}` === 'Query.node') return ids.map((id) => JSON.stringify(id));
      if (`${type}.${field}` === 'Query.nodes') return [JSON.stringify(ids)];
      const values = GIVEN[`${type}.${field} ${argument}`];
      if (!values)
        throw new Error(`${type}.${field} needs "${argument}": say in GIVEN what to ask.`);
      return argument === 'code' ? values.map((code) => JSON.stringify(code)) : values;
    };
    return new Asking(worlds, schema, new Walk(schema, given, skips), tokens);
  }

  /** How a viewer says who he is, in a header or in `connection_init`. */
  authorization(who: Who, world: World): { authorization: string } {
    return { authorization: `Bearer ${this.tokens.get(`${who} ${world}`)}` };
  }

  /** Asks as somebody over HTTP, and tells the bytes of the answer. */
  as(who: Who): Ask {
    return async (world, query) => {
      const headers = { 'x-request-id': 'the-same', ...this.authorization(who, world) };
      return (await this.worlds[world].post({ query }, headers)).text();
    };
  }

  /** What of the answers could be a leak; nothing, if both worlds say the same and no secret. */
  async leaksOf(ask: Ask, questions: Iterable<string>, enough = ENOUGH): Promise<string[]> {
    const leaks: string[] = [];
    for (const query of questions) {
      const [full, bare] = await Promise.all([ask('full', query), ask('bare', query)]);
      // What a caller says himself may come back to him.
      const secret = this.worlds.secrets.find(
        (each) => full.includes(each) && !query.includes(each),
      );
      if (/"code":"(SERVICE_BUSY|TIMEOUT|TOO_\w+|COST_TOO_HIGH|INTERNAL)"/.test(full + bare)) {
        throw new Error(`This was not answered: ${query}\n${full.slice(0, 1_000)}`);
      }
      if (full !== bare || secret !== undefined) {
        const from = Math.max(0, firstDifference(full, bare) - 200);
        const shown = [full, bare].map((answer) => answer.slice(from, from + 500));
        leaks.push([secret, query.slice(0, 1_000), ...shown].join('\n'));
      }
      if (leaks.length === enough) break;
    }
    return leaks;
  }
}

function firstDifference(one: string, other: string): number {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place += 1;
  return place;
}

/** Ids of nodes that are hidden, of one that is not, and of some that never were. */
async function nodeIds({ database }: Gateway): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>(`
    select 'prj_' || id as id from project where code in ('covert-0', 'covert-4', 'home-1')
     union all select 'led_' || id from promotion_lead where code = 'covert-lead-0'
     union all select 'obs_' || id from observation where code = 'covert-figure-covert-0'
     union all select 'fig_' || figure_id from observation where code = 'covert-figure-covert-0'
     union all select 'prj_' || id from withdrawn_project
     union all select prefix || gen_random_uuid() from (values ('prj_'), ('led_')) as of (prefix)
     union all (
       select 'cpl_' || chain_place.id
         from chain_place join project on project.id = project_id
        where project.code = 'covert-0' limit 1)`);
  return rows.map(({ id }) => id);
}
