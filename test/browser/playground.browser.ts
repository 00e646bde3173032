import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Browser } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { launchChromium } from './chromium.ts';
import { Visit } from './visit.ts';

let browser: Browser;
let gateway: Gateway;
const visits: Visit[] = [];

beforeAll(async () => {
  [browser, gateway] = await Promise.all([
    launchChromium(),
    startGateway({ template: CITY_TEMPLATE }),
  ]);
});

afterAll(async () => {
  await browser.close();
  await gateway.close();
});

const others: Gateway[] = [];

/** A gateway of a test's own. */
async function another(env: Readonly<Record<string, string>> = {}): Promise<Gateway> {
  const started = await startGateway({ template: CITY_TEMPLATE, env });
  others.push(started);
  return started;
}

afterEach(async () => {
  const faults = visits.flatMap((visit) => visit.faults);
  await Promise.all(visits.splice(0).map((visit) => visit.close()));
  await Promise.all(others.splice(0).map((other) => other.close()));
  // No request to another host, no error in the page, nothing that its policy forbade: in any test.
  expect(faults).toEqual([]);
});

async function visit(fragment?: string, to = gateway): Promise<Visit> {
  const opened = await Visit.of(browser, to, fragment);
  visits.push(opened);
  return opened;
}

const TRIPS = `query Trips($first: Int! = 5) {
  trips(first: $first) { nodes { code name departedOn { earliest certainty } pairingKnown units { name } } }
}`;

const asFragment = (query: string, variables?: object, operationName?: string) =>
  `#${new URLSearchParams({
    query,
    ...(variables && { variables: JSON.stringify(variables) }),
    ...(operationName && { operationName }),
  }).toString()}`;

describe('a saved question', () => {
  it('is picked in Chinese, fills a tab with its variables, and is answered as a table', async () => {
    // given
    const analyst = await visit();
    await analyst.page.click('text=各区县中比亚迪产业链的供应商');
    expect(JSON.parse(await analyst.textOf('variables'))).toMatchObject({ chain: 'byd' });
    // when
    await analyst.run();
    // then
    const { data } = await analyst.answer();
    const districts = data.districts.nodes;
    expect(districts.length).toBeGreaterThan(10);
    expect((await analyst.heads()).slice(0, 2)).toEqual(['代码', '名称']);
    expect((await analyst.cells()).map(([code, name]) => [code, name])).toEqual(
      districts.map(({ code, name }: any) => [code, name]),
    );
  });

  it('is found by what it asks, in either language', async () => {
    const { page } = await visit();
    await page.fill('.quanmai-questions input', 'Quehua');
    expect(await page.locator('[data-question]').count()).toBe(1);
    await page.fill('.quanmai-questions input', '不会有这样的问题');
    expect(await page.locator('.quanmai-questions [role=status]').textContent()).toBe(
      '没有这样的问题。',
    );
  });

  it('gives a row to every item of an inner list, when that is asked for', async () => {
    const analyst = await visit();
    await analyst.open('DistrictsWithSuppliers');
    await analyst.run();
    await analyst.page.selectOption('.quanmai-rows select', 'districts.suppliers');
    const { data } = await analyst.answer();
    const names = data.districts.nodes.flatMap(({ name, suppliers: { nodes } }: any) =>
      nodes.length === 0 ? [name] : nodes.map(() => name),
    );
    const shown = await analyst.cells();
    expect(shown.map(([name]) => name)).toEqual(names.slice(0, 500));
  });

  it('is run at once by the button beside it', async () => {
    const analyst = await visit();
    await analyst.page.click('li:has([data-question=EventCalendar]) .quanmai-run');
    await until(() => analyst.asked.length > 0);
    expect(analyst.asked[0]!.postDataJSON()).toMatchObject({ operationName: 'EventCalendar' });
  });
});

describe('the table of the question that the graph is for', () => {
  it('has what tells its rows apart in sight, in Chinese', async () => {
    // given
    const analyst = await visit();
    const { page } = analyst;
    await page.setViewportSize({ width: 1440, height: 900 });
    await analyst.open('SuppliersByDistrict');
    await analyst.run();
    expect((await analyst.headsInSight()).slice(0, 4)).toEqual([
      ...['区县 · 代码', '区县 · 名称', '属地依据', '供应商数'],
    ]);
    const [first] = await analyst.cells();
    expect(first?.[2]).toMatch(/^(\p{Script=Han}+、)*\p{Script=Han}+$/u);
    // when
    await page.selectOption('.quanmai-rows select', 'chain.suppliersByDistrict.suppliers');
    // then
    const called = ['区县 · 名称', '供应商 · 企业 · 代码', '供应商 · 企业 · 名称'];
    expect((await analyst.headsInSight()).slice(0, 3)).toEqual(called);
    const names = await page.locator('.quanmai-table th[scope=row]').allTextContents();
    expect(new Set(names.slice(0, 10)).size).toBe(10);
  });

  it('keeps what a row is called in sight as one scrolls', async () => {
    const analyst = await visit();
    await analyst.open('SuppliersByDistrict');
    await analyst.run();
    const { page } = analyst;
    const name = page.locator('.quanmai-table th[scope=row]').first();
    const table = (await page.locator('.quanmai-table').boundingBox())!;
    await page.evaluate(`document.querySelector('.quanmai-table').scrollLeft = 1e6`);
    await until(async () => Math.abs((await name.boundingBox())!.x - table.x) < 2);
  });

  it('takes the room of the editors when it is widened, also at the next visit, until it gives it back', async () => {
    const analyst = await visit();
    const { page } = analyst;
    const editor = page.locator('.graphiql-query-editor .graphiql-editor');
    await analyst.run();
    const inSight = (await analyst.headsInSight()).length;
    await page.click('.quanmai-widen');
    expect((await analyst.headsInSight()).length).toBeGreaterThan(inSight + 1);
    expect(await editor.isVisible()).toBe(false);
    await page.reload();
    await page.waitForSelector('.quanmai-widen[aria-pressed=true]');
    await page.waitForSelector('.quanmai-cost output[data-asked]');
    await analyst.run();
    expect((await analyst.cells()).length).toBeGreaterThan(10);
    await page.click('.quanmai-widen');
    expect(await editor.isVisible()).toBe(true);
  });
});

describe('a download', () => {
  it('is an Excel file that reads back equal to the answer, and a CSV too', async () => {
    // given
    const analyst = await visit(asFragment(TRIPS, { first: 20 }));
    await analyst.switchLanguage();
    await analyst.run();
    const { data } = await analyst.answer();
    const rows = data.trips.nodes.map(({ code, name, departedOn, pairingKnown, units }: any) => [
      ...[code, name, departedOn?.earliest ?? null, departedOn?.certainty ?? null, pairingKnown],
      units.map((unit: any) => unit.name).join('、'),
    ]);
    expect(rows.length).toBe(20);
    const heads = [
      'code',
      'name',
      'departedOn.earliest',
      'departedOn.certainty',
      'pairingKnown',
      'units',
    ];
    // when
    const xlsx = await analyst.download('XLSX');
    const csv = await analyst.download('CSV');
    // then
    expect(xlsx.name).toMatch(/^Trips \d{4}-\d\d-\d\d\.xlsx$/);
    expect(await readSheet(xlsx.bytes)).toEqual([
      heads,
      ...rows.map((row: any[]) =>
        row.map((value, at) => (at === 2 && value ? new Date(value) : value === '' ? null : value)),
      ),
    ]);
    expect(csv.name).toMatch(/^Trips \d{4}-\d\d-\d\d\.csv$/);
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(parse(csv.bytes, { bom: true })).toEqual([
      heads,
      ...rows.map((row: any[]) => row.map((value) => String(value ?? ''))),
    ]);
  });

  it('holds all of a saved question: every name of its lists, whatever the table has room for', async () => {
    // given
    const analyst = await visit();
    await analyst.switchLanguage();
    await analyst.open('SuppliersByDistrict');
    await analyst.run();
    const groups: any[] = (await analyst.answer()).data.chain.suppliersByDistrict;
    const rows = groups.map(({ district, suppliers, ...group }) => [
      ...[district?.code ?? null, district?.name ?? null, group.basis.join('、')],
      ...[group.supplierCount, group.statedProjectCount, group.reason],
      suppliers.nodes.map(({ enterprise }: any) => enterprise.name).join('、'),
      suppliers.totalCount,
    ]);
    expect(Math.max(...groups.map(({ suppliers }) => suppliers.nodes.length))).toBeGreaterThan(10);
    // when
    const xlsx = await analyst.download('XLSX');
    const csv = await analyst.download('CSV');
    // then
    const inExcel = (value: unknown) => (value === '' ? null : value);
    expect((await readSheet(xlsx.bytes)).slice(1)).toEqual(rows.map((row) => row.map(inExcel)));
    expect(parse(csv.bytes, { bom: true }).slice(1)).toEqual(
      rows.map((row) => row.map((value) => String(value ?? ''))),
    );
    const [cell = ''] = (await analyst.cells()).flat().filter((text) => text.includes('…'));
    expect(cell).toMatch(/… \(\d+\)$/);
  });

  it('is headed in Chinese, with the Chinese terms of what is counted in a list, for who reads Chinese', async () => {
    const analyst = await visit(asFragment('{ trips(first: 3) { nodes { name kind } } }'));
    await analyst.run();
    const [heads, ...rows] = await readSheet((await analyst.download('XLSX')).bytes);
    expect(heads?.[0]).toBe('名称');
    expect(rows.length).toBe(3);
    for (const [, kind] of rows) expect(kind).toMatch(/^\p{Script=Han}+$/u);
  });

  it('keeps the order that the table was put in', async () => {
    const analyst = await visit(asFragment('{ trips(first: 20) { nodes { code } } }'));
    await analyst.run();
    await analyst.page.click('.quanmai-table th button');
    await analyst.page.click('.quanmai-table th button');
    const codes = (await analyst.cells()).flat();
    expect(codes).not.toEqual(
      (await analyst.answer()).data.trips.nodes.map(({ code }: any) => code),
    );
    const [, ...rows] = parse((await analyst.download('CSV')).bytes, { bom: true });
    expect(rows.flat()).toEqual(codes);
  });
});

describe('the cost that is shown before a question is run', () => {
  it('is the one that the server tells after, for every saved question', async () => {
    const analyst = await visit();
    const names: string[] = await analyst.page.evaluate(
      `[...document.querySelectorAll('[data-question]')].map(({ dataset }) => dataset.question)`,
    );
    expect(names.length).toBeGreaterThanOrEqual(10);
    for (const name of names) {
      await analyst.open(name);
      const asked = analyst.asked.length;
      const before = await analyst.cost();
      await analyst.run();
      await until(() => analyst.asked.length > asked);
      const response = await analyst.asked.at(-1)!.response();
      const { extensions, errors = [] } = await response!.json();
      // Some questions name what only the documents have, and this is the city.
      const codes = errors.map((error: any) => error.extensions.code);
      expect(codes.filter((code: string) => code !== 'UNKNOWN_CODE')).toEqual([]);
      expect({ name, cost: before }).toEqual({ name, cost: extensions.cost.asked });
    }
  });

  it('follows the variables, and says when it is above the limit', async () => {
    const cheap = await visit(asFragment(TRIPS, { first: 5 }));
    const dear = await visit(asFragment(TRIPS, { first: 200 }));
    await until(async () => (await dear.cost()) > 0 && (await cheap.cost()) > 0);
    expect(await dear.cost()).toBeGreaterThan(10 * (await cheap.cost()));

    const nested =
      '{ trips(first: 200) { nodes { units { trips(first: 200) { nodes { units { trips(first: 200) { nodes { code } } } } } } } } }';
    const tooDear = await visit(asFragment(nested));
    await tooDear.page.waitForSelector('.quanmai-cost[data-too-high=true] strong');
    await tooDear.run();
    expect(await tooDear.page.locator('.quanmai-trouble code').textContent()).toBe('COST_TOO_HIGH');
    tooDear.faults.splice(0); // The refusal is a status of 400, which the browser tells in its console.
  });
});

describe('a link', () => {
  it('restores the question, its variables and the operation in a browser that was never here', async () => {
    // given
    const query = `query A { viewer { kind } }\n\n${TRIPS}\n`;
    const sender = await visit(asFragment(query, { first: 7 }, 'Trips'));
    await sender.page.click('.quanmai-bar button:has-text("链接")');
    const link = new URL(sender.page.url());
    expect(link.search).toBe('');
    // when
    const reader = await visit(link.hash);
    await until(async () => (await reader.cost()) > 50);
    await reader.page.click('.graphiql-execute-button');
    await reader.page.click('[role=menuitem]:has-text("Trips")');
    await until(async () => (await reader.textOf('response')) !== '');
    // then
    expect(await reader.textOf('operation')).toBe(query);
    expect((await reader.answer()).data.trips.nodes).toHaveLength(7);
    expect(new URL(reader.page.url()).hash).toBe('');
  });

  it('opens in a tab of its own beside what is there, also when it is put into the address', async () => {
    const { page } = await visit();
    await page.evaluate(
      `location.hash = ${JSON.stringify(asFragment('query Linked { viewer { kind } }'))}`,
    );
    await page.waitForSelector('.graphiql-tab-button:has-text("Linked")');
    expect(await page.locator('.graphiql-tab-button').count()).toBe(2);
  });
});

describe('a token', () => {
  it('is sent with the question, and kept nowhere', async () => {
    // given
    const token = await gateway.keyFor({ role: 'ANALYST' });
    const analyst = await visit(asFragment('{ viewer { kind } }'));
    const { page } = analyst;
    await page.click('button[data-name=headers]');
    await page.click('.graphiql-editor-tool .graphiql-editor:not(.hidden) .view-lines');
    await page.keyboard.insertText(JSON.stringify({ Authorization: `Bearer ${token}` }));
    // when
    await analyst.run();
    // then
    expect(await analyst.asked[0]!.headerValue('authorization')).toBe(`Bearer ${token}`);
    await until(async () => (await analyst.kept()).includes('viewer'));
    await page.click('.quanmai-bar button:has-text("链接")');
    expect(page.url()).not.toContain(token);
    await page.reload();
    await page.waitForSelector('.graphiql-query-editor .view-line');
    expect(await analyst.kept()).not.toContain(token);
    expect(await analyst.kept()).toContain('"graphiql:queries"');
  });
});

describe('the page', () => {
  it('speaks the language that was chosen, also at the next visit, and Chinese until then', async () => {
    const { page, switchLanguage } = await visit().then((each) => ({
      page: each.page,
      switchLanguage: () => each.switchLanguage(),
    }));
    expect(await page.textContent('.quanmai-questions h1')).toBe('常用问题');
    await switchLanguage();
    expect(await page.textContent('.quanmai-questions h1')).toBe('Saved questions');
    await page.reload();
    await page.waitForSelector('.quanmai-questions h1:has-text("Saved questions")');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  it('cuts off neither a question nor the way to the docs, and has nothing beyond its edges', async () => {
    const analyst = await visit();
    const { page } = analyst;
    await page.setViewportSize({ width: 1440, height: 900 });
    await analyst.open('SuppliersByDistrict');
    await analyst.run();
    await until(() =>
      page.evaluate(`(() => {
        const editor = __MONACO.editor.getEditors().find((each) =>
          each.getModel().uri.path.includes('operation'));
        return editor.getScrollWidth() <= editor.getLayoutInfo().contentWidth;
      })()`),
    );
    await page.click('.graphiql-sidebar button[aria-label^="文档"]');
    const room: number = await page.evaluate(`(() => {
      const input = document.querySelector('.graphiql-doc-explorer-search input');
      const drawing = document.createElement('canvas').getContext('2d');
      drawing.font = getComputedStyle(input).font;
      return input.clientWidth - drawing.measureText(input.placeholder).width;
    })()`);
    expect(room).toBeGreaterThan(0);
    expect(await page.evaluate('document.scrollingElement.scrollHeight - innerHeight')).toBe(0);
  });

  it('tells what a type is in the docs, the Chinese term first', async () => {
    const { page } = await visit();
    await page.click('.graphiql-sidebar button[aria-label^="文档"]');
    await page.click('.graphiql-plugin a:has-text("Query")');
    await page.waitForSelector('.graphiql-plugin:has-text("区域 · ")');
  });

  it('keeps a history of what was asked', async () => {
    const analyst = await visit();
    await analyst.run();
    await analyst.page.click('.graphiql-sidebar button[aria-label^="历史"]');
    await analyst.page.waitForSelector('.graphiql-history-item:has-text("SuppliersByDistrict")');
  });

  it('completes names as one writes', async () => {
    const { page } = await visit(asFragment('{ viewer { kind } }'));
    await page.waitForSelector('.quanmai-cost output[data-asked]');
    await page.click('.graphiql-query-editor .view-lines');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(' distr');
    await page.waitForSelector('.suggest-widget .monaco-list-row:has-text("districts")');
  });

  it('has a name on every button, and every saved question within reach of the keyboard', async () => {
    const { page } = await visit();
    const nameless = await page.evaluate(
      `[...document.querySelectorAll('button')]
         .filter((button) => !button.textContent.trim() && !button.ariaLabel)
         .map((button) => button.outerHTML)`,
    );
    expect(nameless).toEqual([]);
    await page.focus('.quanmai-questions input');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(async () => (await page.locator('.graphiql-tab-button').count()) === 2);
  });
});

describe('trouble', () => {
  it('is said plainly when the server is gone', async () => {
    const mortal = await startGateway();
    const analyst = await visit(asFragment('{ viewer { kind } }'), mortal);
    await analyst.page.waitForSelector('.quanmai-cost output[data-asked]');
    await mortal.close();
    await analyst.run();
    expect(await analyst.page.textContent('.quanmai-trouble')).toContain('连不上服务器');
    analyst.faults.splice(0); // The browser tells of a connection refused.
  });

  it('is said in the words of the server, with what one can do, when it is busy', async () => {
    const busy = {
      errors: [{ message: 'Too much at once.', extensions: { code: 'SERVICE_BUSY' } }],
    };
    const analyst = await visit(asFragment('{ viewer { kind } }'));
    await analyst.page.waitForSelector('.quanmai-cost output[data-asked]');
    await analyst.page.route('**/graphql', (route) => route.fulfill({ status: 503, json: busy }));
    await analyst.run();
    const said = await analyst.page.textContent('.quanmai-trouble');
    expect(said).toContain('服务器正忙');
    expect(said).toContain('SERVICE_BUSY Too much at once.');
    analyst.faults.splice(0);
  });

  it('is said of a question that is wrong, in the words of the server', async () => {
    const analyst = await visit(asFragment('{ viewer { nothingOfTheSort } }'));
    await analyst.run();
    expect(await analyst.page.textContent('.quanmai-trouble')).toContain('nothingOfTheSort');
    analyst.faults.splice(0);
  });

  it('says why there is no completion where the schema is not shown', async () => {
    const silent = await another({ INTROSPECTION: 'off' });
    const analyst = await visit(asFragment('{ viewer { kind } }'), silent);
    expect(await analyst.page.textContent('.quanmai-notice')).toContain('INTROSPECTION=off');
    await analyst.run();
    expect((await analyst.answer()).data.viewer.kind).toBe('ANONYMOUS');
  });

  it('asks for a token where the server answers nobody whom it does not know', async () => {
    const closed = await another({ ANONYMOUS: 'off' });
    const analyst = await visit(asFragment('{ viewer { kind } }'), closed);
    await analyst.page.waitForSelector('.quanmai-notice:has-text("要求令牌")');
    await analyst.run();
    expect(await analyst.page.textContent('.quanmai-trouble')).toContain('要求令牌');
    analyst.faults.splice(0);
  });
});

describe('a subscription', () => {
  it('is followed, message after message, until it is stopped', async () => {
    // given
    const live = await startGateway({ live: true });
    others.push(live);
    const query = `subscription { projectUpdates {
      ... on ProjectUpdate { projectCode } ... on Heartbeat { cursor } } }`;
    const analyst = await visit(asFragment(query), live);
    // when
    await analyst.page.click('.graphiql-execute-button');
    await until(async () => (await analyst.textOf('response')).includes('cursor'), 30_000);
    const first = await live.given.project();
    await until(async () => (await analyst.textOf('response')).includes(`"${first}"`), 30_000);
    const second = await live.given.project();
    await until(async () => (await analyst.textOf('response')).includes(`"${second}"`), 30_000);
    // then
    await analyst.page.click('.graphiql-execute-button');
    await analyst.page.waitForSelector('.graphiql-response:not(:has(.graphiql-spinner))');
  });
});

describe('what the page is served with', () => {
  it('is a policy that allows its own code only, in no frame', async () => {
    const page = await fetch(new URL('/', gateway.url), { headers: { accept: 'text/html' } });
    const policy = page.headers.get('content-security-policy');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const rule of ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/script-src|unsafe-eval|https?:|\*/);
    expect(await page.text()).not.toMatch(/<script(?![^>]* src=)|https?:/);
  });

  it('is compressed, and never asked for again', async () => {
    const page = await fetch(new URL('/', gateway.url), { headers: { accept: 'text/html' } });
    const [script] = /playground\/assets\/[\w.-]+\.js/.exec(await page.text())!;
    const asset = await fetch(new URL(`/${script}`, gateway.url), {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await asset.arrayBuffer()).byteLength).toBeGreaterThan(100_000);
  });
});
