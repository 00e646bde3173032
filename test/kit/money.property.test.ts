import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { parseValue } from 'graphql';
import { DateScalar, DecimalScalar, readDate, readDecimal } from '../../src/kit/scalars.ts';
import { command } from '../../src/request/command.ts';
import { registerProject } from '../../src/modules/project/project.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** Any amount that a column holds, in ten-thousandths. */
const LARGEST = 10n ** 18n - 1n;
const amountOf = (units: bigint) => new Decimal(units.toString()).div(10_000).toFixed();
const amounts = fc.bigInt({ min: -LARGEST, max: LARGEST }).map(amountOf);
const positive = fc.bigInt({ min: 1n, max: LARGEST }).map(amountOf);

/** As somebody may type it: with a sign, zeros or full-width digits that mean nothing else. */
const typings: readonly ((amount: string) => string)[] = [
  (amount) => amount,
  (amount) => ` ${amount} `,
  (amount) => (amount.startsWith('-') ? amount.replace('-', '-00') : `+0${amount}`),
  (amount) => (amount.includes('.') ? `${amount}00` : `${amount}.0`),
  (amount) =>
    amount.replace(/[0-9.-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
];

describe('an amount of money', () => {
  it('adds up to the last place: 250.42 + 102 + 225 = 577.42', () => {
    const parts = ['250.42', '102', '225'].map(readDecimal);
    expect(Decimal.sum(...parts).toFixed()).toBe('577.42');
  });

  it('comes back exactly as it is, however it is typed', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...typings), (amount, typed) => {
        expect(readDecimal(typed(amount))).toBe(amount);
        expect(DecimalScalar.parseValue(typed(amount))).toBe(amount);
        expect(DecimalScalar.serialize(amount)).toBe(amount);
      }),
    );
  });

  it.each(['99999999999999.9999', '-99999999999999.9999', '0.0001', '0'])(
    'may be %s, and no digit is lost',
    (amount) => {
      expect(readDecimal(amount)).toBe(amount);
    },
  );

  it.each(
    [
      ['1e400', '1e3', '1E+17', 'NaN', 'Infinity', '-Infinity'],
      ['', ' ', '-', '.', '.5', '5.', '1,000', '1.2.3', '0x10', '１．２．３', '一亿', '1_000'],
      ['0.00001', '100000000000000', '-100000000000000', '9'.repeat(31)],
    ].flat(),
  )('is refused, as told: %j', (text) => {
    expect(() => readDecimal(text)).toThrow(/is no decimal|is out of range/);
  });

  it.each([1, 1.5, 10n, true, null, ['1'], {}])(
    'is no %p, which may have lost a digit',
    (value) => {
      expect(() => DecimalScalar.parseValue(value)).toThrow('Decimal is a string');
    },
  );

  it('is a string in a query too', () => {
    expect(DecimalScalar.parseLiteral(parseValue('"98.80"'), {})).toBe('98.8');
    expect(() => DecimalScalar.parseLiteral(parseValue('98.8'), {})).toThrow('Decimal is a string');
  });
});

describe('a date', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('may be %s', (day) => {
    expect(readDate(day)).toBe(day);
  });

  it.each(
    [
      ['2023-02-30', '2023-02-29', '1900-02-29', '2023-13-01', '2023-00-10', '2023-04-31'],
      ['now', 'today', 'infinity', '-infinity', 'epoch', '', '0000-01-01', '10000-01-01'],
      [
        '2023-2-6',
        '20230206',
        '2023-02-06T00:00:00Z',
        ' 2023-02-06',
        '２０２３-02-06',
        '-001-01-01',
      ],
    ].flat(),
  )('is refused, as told: %j', (text) => {
    expect(() => readDate(text)).toThrow('is no day');
    expect(() => DateScalar.parseValue(text)).toThrow('is no day');
  });
});

describe('what the graph keeps', () => {
  let gateway: Gateway;
  let evidence: string;
  beforeAll(async () => {
    gateway = await startGateway();
    evidence = await gateway.given.evidence();
  });
  afterAll(() => gateway.close());

  /** Registers projects with these investments, all in one transaction. */
  const registerAll = command(async (context, investments: readonly string[]) => {
    for (const [index, totalInvestment] of investments.entries()) {
      const amount = { totalInvestment, totalInvestmentQualifier: 'EXACT' } as const;
      const told = { name: '项目', started: unknownDate, evidence };
      await registerProject(context, { code: `p-${index}`, ...amount, ...told });
    }
  });

  it('is the amount that was written, to the last place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(positive, { minLength: 25, maxLength: 25 }), async (written) => {
        await gateway.run(registerAll, written);
        const { projects } = await gateway.query<{
          projects: { nodes: { totalInvestment: string }[] };
        }>('{ projects(first: 200, orderBy: CODE) { nodes { code totalInvestment } } }');
        const inOrder = written.map((amount, index) => ({
          code: `p-${index}`,
          totalInvestment: amount,
        }));
        inOrder.sort((one, other) => (one.code < other.code ? -1 : 1));
        expect(projects.nodes).toEqual(inOrder);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('is compared as numbers are, not as texts', async () => {
    await gateway.run(registerAll, ['9.9999', '10', '10.0001', '99999999999999.9999']);
    const { projects } = await gateway.query(
      `{ projects(filter: { totalInvestment: { gte: "10", lte: "１０.0001" }, code: { in: ["p-0", "p-1", "p-2", "p-3"] } }) {
           nodes { code } } }`,
    );
    expect(projects.nodes).toEqual([{ code: 'p-1' }, { code: 'p-2' }]);
  });

  it.each([
    ['totalInvestment: { gte: "1e400" }', 'projects'],
    ['totalInvestment: { lte: "0.00001" }', 'projects'],
    ['departedOn: { gte: "2023-02-30" }', 'trips'],
    ['departedOn: { lte: "now" }', 'trips'],
  ])('is not asked for by what is no amount and no date: %s', async (condition, list) => {
    const { errors } = await gateway.request(
      `{ ${list}(filter: { ${condition} }) { totalCount } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
