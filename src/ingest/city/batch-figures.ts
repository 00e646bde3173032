import {
  COLLECTIVE_BATCHES,
  BATCHES,
  collectiveBatch,
  isListedWhole,
  type Membership,
  memberships,
} from './batches.ts';
import { isoDay, QUARTERS } from './calendar.ts';
import type { City, CityTable, Row } from './city.ts';
import { marked } from './names.ts';
import { yi } from './projects.ts';
import { DOCUMENT_CODE, evidenceOf } from './sources.ts';

interface Figures {
  readonly count: number;
  /** In hundredths of 亿元; a bound wherever a member, or its amount, is unknown. */
  readonly investment: number;
  readonly qualifier: 'EXACT' | 'GT' | 'GTE';
}

/** What a source reports of a batch with these members: theirs, and more where it does not list them all. */
function reported(city: City, number: number, { count, investment, unknown }: Membership): Figures {
  const dice = city.dice('observation', number);
  const unlisted = isListedWhole(city, number) && count > 0 ? 0 : dice.int(count === 0 ? 1 : 0, 3);
  const amount = investment + (unlisted + unknown) * dice.int(50, 900);
  if (unlisted + unknown === 0) return { count, investment: amount, qualifier: 'EXACT' };
  // Reports of bounds are round: 超过 12 亿元.
  const round = Math.max(100, Math.floor(amount / 100) * 100);
  return { count: count + unlisted, investment: round, qualifier: dice.chance(0.5) ? 'GT' : 'GTE' };
}

/**
 * The figures of every batch. A parent's are made of its children's, so that no batch reports more
 * than the one that it is part of; hence from the last number to the first: parents stand before.
 */
function figuresOf(city: City): Figures[] {
  const figures = memberships(city).map((members, number) => reported(city, number, members));
  for (let number = COLLECTIVE_BATCHES - 1; number >= 0; number--) {
    const child = figures[number];
    const { parent } = collectiveBatch(city, number);
    const whole = parent === null ? undefined : figures[parent];
    if (parent === null || !child || !whole) continue;
    // The city is a small part of its province.
    const others = collectiveBatch(city, parent).region === null ? 9 : 1;
    figures[parent] = {
      count: whole.count + child.count * others,
      investment: whole.investment + child.investment * others,
      qualifier: 'GTE',
    };
  }
  return figures;
}

/** What the synthetic sources report of batches. */
const METRICS = [
  {
    ...{ code: 'PROJECT_COUNT', name: '项目数', name_en: 'Projects', unit: 'COUNT' },
    ...{ planned: false, group: 'PROJECTS' },
  },
  {
    ...{ code: 'TOTAL_INVESTMENT', name: '总投资', name_en: 'Total investment', unit: 'CNY_100M' },
    ...{ planned: true, group: 'INVESTMENT' },
  },
] as const;

export function figureTables(city: City): CityTable[] {
  let figures: readonly Figures[] | undefined;
  const row = (batch: number, place: number, value: string | number, fields: Row): Row => {
    const { day, quarter } = collectiveBatch(city, batch);
    const { first = 0, last = 0, label = '' } = QUARTERS[quarter] ?? {};
    const isCollective = batch < COLLECTIVE_BATCHES;
    const asOf = isoDay(isCollective ? day : (QUARTERS.at(-1)?.last ?? 0));
    return {
      ...{ id: city.id('observation', batch * 2 + place), version: 1 },
      code: `${DOCUMENT_CODE}-${batch}-${place + 1}`,
      ...{ subject_type: 'project_batch', subject_id: city.id('project_batch', batch) },
      value,
      ...fields,
      kind: 'ACTUAL',
      period_from: isCollective ? isoDay(first) : null,
      period_to: isCollective ? isoDay(last) : null,
      period_label: isCollective ? label : null,
      ...{ as_of_earliest: asOf, as_of_latest: asOf, as_of_certainty: 'STATED' },
      evidence_id: evidenceOf(city, 'observation'),
    };
  };
  return [
    {
      name: 'metric',
      count: METRICS.length,
      rowsOf(number) {
        const { code, ...fields } = METRICS[number] ?? METRICS[0];
        const { name, name_en } = marked(fields.name, fields.name_en);
        return [
          {
            ...{
              id: city.id('metric', number),
              version: 1,
              code,
              name,
              name_en,
              unit: fields.unit,
            },
            ...{ is_additive: true, is_growth: false, planned_by_nature: fields.planned },
            ...{
              comparable_group: fields.group,
              definition: '合成数据',
              definition_en: 'Synthetic',
            },
          },
        ];
      },
    },
    {
      name: 'observation',
      count: BATCHES,
      rowsOf(number) {
        figures ??= figuresOf(city);
        const { count = 1, investment = 100, qualifier = 'EXACT' } = figures[number] ?? {};
        return [
          row(number, 0, count, { metric: 'PROJECT_COUNT', unit: 'COUNT', qualifier: 'EXACT' }),
          row(number, 1, yi(investment), {
            metric: 'TOTAL_INVESTMENT',
            unit: 'CNY_100M',
            qualifier,
          }),
        ];
      },
    },
  ];
}
