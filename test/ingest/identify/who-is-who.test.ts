import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { deliver, type DeliveryReport } from '../../../src/ingest/deliver.ts';
import { noteRun } from '../../../src/ingest/run/run-store.ts';
import { mergeEnterprises } from '../../../src/modules/enterprise/merge-enterprises.commands.ts';
import { checkCharacter } from '../../../src/modules/enterprise/credit-code.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { mappingOf } from '../mapping/mappings.ts';

let gateway: Gateway;
let directory: string;
let city: ReturnType<Gateway['as']>;
beforeAll(async () => {
  gateway = await startGateway();
  directory = await mkdtemp(join(tmpdir(), 'quanmai-test-who-'));
  city = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER' }));
});
afterAll(async () => {
  await gateway.close();
  await rm(directory, { recursive: true, force: true });
});

const OWNERS = `  - target: projects
    columns:
      code: { header: 项目代码 }
      name: { header: 项目名称 }
  - target: project-participants
    columns:
      project: { header: 项目代码 }
      organisation: { header: 建设单位 }
    constants: { role: OWNER }
`;
const ENTERPRISES = `  - target: enterprises
    columns:
      name: { header: 企业名称 }
      credit_code: { header: 信用代码, as: creditCode }
`;

async function send(tables: string, ...lines: readonly string[]): Promise<DeliveryReport> {
  const path = join(directory, v7());
  await writeFile(path, lines.join('\n'));
  const request = {
    ...({ id: v7(), source: 'bureau', mode: 'ROW_BY_ROW', isDry: false } as const),
    ...{ fileName: '台账.csv', asOf: '2024-03-31', actor: 'test' },
  };
  await noteRun(gateway.database.kysely, request, 'RUNNING');
  return deliver(gateway.database, { mapping: await mappingOf(tables), path, request });
}

const owner = async (project: string) => {
  const found = await city.query(
    'query ($code: String!) { project(code: $code) { participants { nodes { organisation { code } } } } }',
    { code: project },
  );
  return found.project.participants.nodes.map((one: any) => one.organisation.code);
};

describe('who is named by a table', () => {
  const owned = (project: string, by: string) =>
    send(OWNERS, '项目代码,项目名称,建设单位', `${project},项目,${by}`);

  it('is, of namesakes, whom a steward has decided for this source', async () => {
    // given
    const name = '济南岱云重工有限公司';
    await gateway.given.enterprise({ name });
    const meant = await gateway.given.enterprise({ name });
    const first = await owned('namesake-1', name);
    const { importRun } = await city.query(
      'query ($id: ID!) { importRun(id: $id) { questions { nodes { id } } } }',
      { id: `imp_${first.run}` },
    );
    const [question] = importRun.questions.nodes;
    await city.query(
      'mutation ($input: DecideIdentityInput!) { decideIdentity(input: $input) { userErrors { message } } }',
      { input: { id: question.id, organisation: meant } },
    );
    // when
    const second = await owned('namesake-1', name);
    // then
    expect(first.faults).toMatchObject([{ rule: 'WHO_IS_WHO' }]);
    expect(second.faults).toEqual([]);
    expect(await owner('namesake-1')).toEqual([meant]);
  });

  it('is the kept one by the code of one that was merged, and so is what numbers are of', async () => {
    // given
    const keep = await gateway.given.enterprise({ name: '济南青桐动力有限公司' });
    const merge = await gateway.given.enterprise({ name: '济南白桦光学有限公司' });
    await gateway.run(mergeEnterprises, { keep, merge, reason: '同一' });
    // when
    const { faults } = await owned('merged-1', merge);
    const number = await gateway.given.observation(merge, { subjectType: 'organisation' });
    // then
    expect(faults).toEqual([]);
    expect(await owner('merged-1')).toEqual([keep]);
    const { enterprise } = await city.query(
      'query ($code: String!) { enterprise(code: $code) { observations { code } } }',
      { code: keep },
    );
    expect(enterprise.observations).toEqual([{ code: number }]);
  });
});

describe('an enterprise that one table names twice', () => {
  const creditCode = (body: string) => `${body}${checkCharacter(body)}`;

  it('by its name alone and with its credit code is one', async () => {
    // given
    const [name, code] = ['济南琅琊玄武岩纤维有限公司', creditCode('91370100MA3C00001')];
    const head = '企业名称,信用代码';
    // when
    const nameFirst = await send(ENTERPRISES, head, `${name},`, `${name},${code}`);
    const again = await send(ENTERPRISES, head, `${name},${code}`);
    // then
    expect(nameFirst.faults).toMatchObject([{ row: 3, rule: 'UNIQUE' }]);
    expect(again.counts).toMatchObject({ changed: 1, new: 0 });
  });

  it('with two credit codes is two', async () => {
    // given
    const codes = ['91370100MA3C00002', '91370100MA3C00003'].map(creditCode);
    // when
    const { counts } = await send(
      ENTERPRISES,
      ...['企业名称,信用代码', ...codes.map((code) => `济南蓬莱硅砂有限公司,${code}`)],
    );
    // then
    expect(counts).toMatchObject({ new: 2, refused: 0 });
  });
});
