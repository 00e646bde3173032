import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Asking, PATIENCE, skips } from './asking.ts';
import { filtersFor } from './filters.ts';
import { MARK } from './worlds.ts';

/** Fields of the root, so many in one question. */
const inOne = (fields: readonly string[], size: number): string[] =>
  Array.from({ length: Math.ceil(fields.length / size) }, (_, part) =>
    fields.slice(part * size, (part + 1) * size).map((field, index) => `of${index}: ${field}`),
  ).map((all) => `{ ${all.join(' ')} }`);

describe('a viewer of one district learns nothing of others’ projects', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  }, PATIENCE);
  afterAll(() => asking.worlds.close());

  it(
    'by filters, which ask across relations whether some, none or all bear a hidden name',
    async () => {
      const fields = Object.values(asking.schema.getQueryType()!.getFields());
      const asked = fields.flatMap(({ name, args }) => {
        const filter = args.find((argument) => argument.name === 'filter');
        // Districts are regions.
        if (!filter || name === 'districts' || skips('Query', name)) return [];
        const [rest, shown] =
          name === 'projectStats'
            ? ['groupBy: [STAGE]', '{ count totalInvestment }']
            : ['first: 30', '{ totalCount nodes { __typename } }'];
        return filtersFor(filter, MARK, 2).map(
          (which) => `${name}(filter: ${which}, ${rest}) ${shown}`,
        );
      });
      expect(asked.length).toBeGreaterThan(500);
      expect(await asking.leaksOf(asking.as('officer'), inOne(asked, 40))).toEqual([]);
    },
    PATIENCE,
  );

  it('by the cursors of hidden rows', async () => {
    for (const order of ['NAME', 'TOTAL_INVESTMENT_DESC']) {
      const list = `projects(orderBy: ${order}`;
      const answer = await asking.as('city')(
        'full',
        `{ ${list}, first: 30) { edges { cursor node { code } } } }`,
      );
      const { data } = JSON.parse(answer);
      const edges = data.projects.edges as { cursor: string; node: { code: string } }[];
      const hidden = edges.filter(({ node }) => node.code.startsWith('covert'));
      expect(hidden).toHaveLength(5);
      const shown = '{ nodes { code } pageInfo { hasNextPage hasPreviousPage } }';
      const questions = hidden.flatMap(({ cursor }) => [
        `{ ${list}, first: 2, after: "${cursor}") ${shown} }`,
        `{ ${list}, last: 2, before: "${cursor}") ${shown} }`,
      ]);
      expect(await asking.leaksOf(asking.as('officer'), questions)).toEqual([]);
    }
  });

  it('by how an unknown code is answered', async () => {
    const named = (code: string) => `{ project(code: "${code}") { name } }`;
    const officer = asking.as('officer');
    expect(await officer('full', named('covert-0'))).toBe(await officer('full', named('nothing')));
    expect(await asking.as('city')('full', named('covert-0'))).toContain(MARK);
  });
});
