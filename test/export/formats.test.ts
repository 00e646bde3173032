import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { exportOf, nodesOf, rowsOf } from './asking.ts';

const PROJECTS = `query Projects($first: Int, $site: String) {
  projects(first: $first, orderBy: CODE, filter: { district: { code: { eq: $site } } }) {
    totalCount
    nodes {
      code name totalInvestment startedOn { earliest }
      district { code name }
      participants(first: 50) { nodes { role organisation { name } } }
    }
    pageInfo { hasNextPage }
  }
}`;

describe('an export', () => {
  let gateway: Gateway;
  let token: string;
  let site: string;
  beforeAll(async () => {
    gateway = await startGateway();
    token = await gateway.keyFor({ role: 'ANALYST' });
    site = await gateway.given.region({ name: '测试,“甲”区' });
    const owner = await gateway.given.enterprise({ name: '=1+1"公司"' });
    const partner = await gateway.given.enterprise({ name: '伙伴公司' });
    for (let number = 1; number <= 230; number += 1) {
      const code = `p-${String(number).padStart(3, '0')}`;
      const more =
        number === 7
          ? {
              owner,
              totalInvestment: '12345678901234.5678',
              totalInvestmentQualifier: 'EXACT' as const,
            }
          : {};
      await gateway.given.project({ code, name: `项目${number}`, site, ...more });
    }
    await gateway.given.participant('p-007', partner, 'PARTNER');
    await gateway.given.project({ code: 'elsewhere' });
  }, 120_000);
  afterAll(() => gateway.close());

  const variables = () => ({ site, first: 3 });
  const file = (wanted: object) =>
    exportOf(gateway, token, { query: PROJECTS, variables: variables(), ...wanted });

  it('is the whole list in its order, whatever its "first", and no other row', async () => {
    const rows = rowsOf(await (await file({ format: 'CSV' })).text());
    expect(rows.map(({ code }) => code)).toEqual(
      Array.from({ length: 230 }, (_, at) => `p-${String(at + 1).padStart(3, '0')}`),
    );
  });

  it('is named, and tells what it is a copy of', async () => {
    const response = await file({ format: 'CSV', fileName: '项目总表' });
    await response.arrayBuffer();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringContaining(
        `filename*=UTF-8''${encodeURIComponent('项目总表')}.csv`,
      ),
      'cache-control': 'no-store',
      'quanmai-cursor': expect.stringMatching(/^[\w-]{40}$/),
      'quanmai-snapshot-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  it('has in CSV a column for each leaf, lists in one cell, and no formula', async () => {
    const text = await (await file({ format: 'csv' })).text();
    const bytes = Buffer.from(await (await file({ format: 'CSV' })).arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString().slice(1).split('\r\n')[0]).toBe(
      'code,name,totalInvestment,startedOn.earliest,district.code,district.name,participants.role,participants.organisation.name',
    );
    expect(rowsOf(text)[6]).toEqual({
      ...{
        code: 'p-007',
        name: '项目7',
        totalInvestment: '12345678901234.5678',
      },
      ...{ 'startedOn.earliest': '', 'district.code': site, 'district.name': '测试,“甲”区' },
      'participants.role': 'OWNER;PARTNER',
      'participants.organisation.name': `'=1+1"公司";伙伴公司`,
    });
  });

  it('has in JSONL each node as the graph answers it', async () => {
    const nodes = nodesOf(await (await file({ format: 'JSONL' })).text());
    const asked = await gateway.as(token).query(PROJECTS, { site, first: 10 });
    expect(nodes.slice(0, 10)).toEqual(asked.projects.nodes);
    expect(nodes).toHaveLength(230);
  });

  it('is in XLSX a workbook with a sheet that tells what it is', async () => {
    const response = await file({ format: 'XLSX' });
    const bytes = Buffer.from(await response.arrayBuffer());
    const rows = await readSheet(bytes, '数据');
    expect(rows).toHaveLength(231);
    expect(rows[7]).toEqual([
      // More digits than Excel keeps stay a text.
      ...['p-007', '项目7', '12345678901234.5678', null, site, '测试,“甲”区'],
      ...['OWNER;PARTNER', '=1+1"公司";伙伴公司'],
    ]);
    const notes = new Map((await readSheet(bytes, '说明')).map(([what, value]) => [what, value]));
    expect(notes.get('行数 · Rows')).toBe('230');
    expect(notes.get('游标 · Cursor')).toBe(response.headers.get('quanmai-cursor'));
    expect(notes.get('查询 · Query')).toBe(PROJECTS);
    expect(notes.get('district.name')).toMatch(/ · /);
  });

  it('takes a list by its edges, and by fragments', async () => {
    const query = `query { ...Them }
      fragment Them on Query { projects(orderBy: CODE_DESC) { edges { cursor node { ...It } } } }
      fragment It on Project { code }`;
    const response = await file({ query, format: 'JSONL', variables: {} });
    const nodes = nodesOf(await response.text());
    expect(nodes).toHaveLength(231);
    expect(nodes[0]).toEqual({ code: 'p-230' });
  });

  it('begins behind a cursor where one is given', async () => {
    const query = `query ($after: String) { projects(orderBy: CODE, after: $after) {
      nodes { code } pageInfo { endCursor } } }`;
    const paged = query.replace('CODE,', 'CODE, first: 200,');
    const { projects } = await gateway.as(token).query(paged);
    const after = projects.pageInfo.endCursor as string;
    const rows = rowsOf(await (await file({ query, variables: { after } })).text());
    expect(rows).toHaveLength(31);
  });

  it('is a head alone where there are no rows', async () => {
    const text = await (await file({ variables: { site: 'nowhere' } })).text();
    expect(text.trim().split('\r\n')).toHaveLength(1);
    const sheet = await file({ format: 'XLSX', variables: { site: 'nowhere' } });
    expect(await readSheet(Buffer.from(await sheet.arrayBuffer()), '数据')).toHaveLength(1);
  });
});
