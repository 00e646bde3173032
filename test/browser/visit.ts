import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type { Gateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

/** One who has never been here: a profile with nothing in it, and what went wrong while he looked. */
export class Visit {
  /** Requests to anybody but the gateway, errors of the page, and what its policy forbade. */
  readonly faults: string[] = [];
  readonly asked: Request[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async of(browser: Browser, gateway: Gateway, fragment = ''): Promise<Visit> {
    const origin = new URL('/', gateway.url).href;
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const visit = new Visit(await context.newPage(), context);
    visit.watch(origin);
    await visit.page.goto(`${origin}${fragment}`);
    await visit.page.waitForSelector('.graphiql-query-editor .view-line');
    return visit;
  }

  private watch(origin: string): void {
    this.page.on('request', (request) => {
      const url = request.url();
      if (url.endsWith('/graphql') && !request.postData()?.includes('__schema')) {
        this.asked.push(request);
      }
      if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) this.faults.push(`asked ${url}`);
    });
    this.page.on('pageerror', ({ message }) => this.faults.push(message));
    this.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.faults.push(message.text());
    });
  }

  async open(question: string): Promise<void> {
    await this.page.click(`[data-question=${question}]`);
    await this.page.waitForSelector(`[data-question=${question}][aria-current=true]`);
  }

  async run(): Promise<void> {
    await this.page.click('.graphiql-execute-button');
    await until(async () => (await this.textOf('response')) !== '', 30_000);
    await this.page.waitForSelector('.graphiql-response:not(:has(.graphiql-spinner))');
  }

  /** Reads the JSON beside the table, as GraphiQL shows it. */
  async answer(): Promise<any> {
    const text = await this.textOf('response');
    return JSON.parse(text) as unknown;
  }

  /** The text of one of GraphiQL's editors; what of it is in sight says little. */
  textOf(editor: 'operation' | 'variables' | 'response'): Promise<string> {
    return this.page.evaluate(
      `__MONACO.editor.getModels().find(({ uri }) => uri.path.includes('${editor}')).getValue()`,
    );
  }

  cells(): Promise<string[][]> {
    return this.page.evaluate(
      `[...document.querySelectorAll('.quanmai-table tbody tr')]
         .map((row) => [...row.children].map((cell) => cell.textContent))`,
    );
  }

  heads(): Promise<string[]> {
    return this.page.evaluate(
      `[...document.querySelectorAll('.quanmai-table thead th')]
         .map((head) => [...head.querySelectorAll('small, span')].map((part) => part.textContent).join(' · '))`,
    );
  }

  /** The heads of the columns that are wholly in sight before one scrolls. */
  async headsInSight(): Promise<string[]> {
    const count: number = await this.page.evaluate(
      `[...document.querySelectorAll('.quanmai-table thead th')].filter((head) =>
         head.getBoundingClientRect().right <=
           document.querySelector('.quanmai-table').getBoundingClientRect().right).length`,
    );
    return (await this.heads()).slice(0, count);
  }

  async cost(): Promise<number> {
    return Number(await this.page.getAttribute('.quanmai-cost output', 'data-asked'));
  }

  async download(label: 'XLSX' | 'CSV'): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.click(`.quanmai-downloads button[aria-label$=${label}]`),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  async switchLanguage(): Promise<void> {
    await this.page.click('.quanmai-bar > button:last-child');
  }

  /** Everything that the browser keeps of the page. */
  kept(): Promise<string> {
    return this.page.evaluate('JSON.stringify([localStorage, sessionStorage, document.cookie])');
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
