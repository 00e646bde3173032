import { dateColumns, QUARTERS, stated } from './calendar.ts';
import type { City, CityTable, Row } from './city.ts';
import { type CollectiveKind, collectiveDayOf } from './collective-days.ts';
import { marked } from './names.ts';
import { projectHistory, projectId, projectInvestment, projectSite } from './projects.ts';
import { regionId, regionNamed, UNITS } from './regions.ts';
import { evidenceOf } from './sources.ts';
import { supportingProjects } from './supporting-projects.ts';

const KINDS = [
  {
    kind: 'SIGNING',
    batch: 'COLLECTIVE_SIGNING',
    role: 'SIGNED',
    stage: 1,
    zh: '集中签约',
    en: 'collective signing',
  },
  {
    kind: 'START',
    batch: 'COLLECTIVE_START',
    role: 'STARTED',
    stage: 2,
    zh: '集中开工',
    en: 'collective start',
  },
] as const satisfies readonly { kind: CollectiveKind; [key: string]: unknown }[];

/** The batches of a kind and quarter: the province's, in it the city's, and in that one for each unit. */
const LEVELS = 2 + UNITS.length;
const PER_KIND = QUARTERS.length * LEVELS;

/** Collective batches come first, in the order of kind, quarter and level. */
export const COLLECTIVE_BATCHES = KINDS.length * PER_KIND;

/** What else is counted together, once for the whole city. BYD's is the last: see `chain_batch`. */
const OTHER_BATCHES = [
  { kind: 'PROMOTED', zh: '2023年推介项目', en: 'projects promoted in 2023', year: 2023 },
  { kind: 'PROMOTED', zh: '2024年推介项目', en: 'projects promoted in 2024', year: 2024 },
  { kind: 'LIBRARY_LISTING', zh: '2023年入库项目', en: 'library listing of 2023', year: 2023 },
  { kind: 'LIBRARY_LISTING', zh: '2024年入库项目', en: 'library listing of 2024', year: 2024 },
  {
    kind: 'CUMULATIVE_SIGNING',
    zh: '2023年累计签约',
    en: 'cumulative signing of 2023',
    year: 2023,
  },
  {
    kind: 'CUMULATIVE_SIGNING',
    zh: '2024年累计签约',
    en: 'cumulative signing of 2024',
    year: 2024,
  },
  { kind: 'RESERVE', zh: '谋划储备项目', en: 'reserve of planned projects', year: 2024 },
  {
    kind: 'SUPPORTING_LANDED',
    zh: '比亚迪链配套落地项目',
    en: "supporting projects of BYD's chain",
    year: 2024,
  },
] as const;

export const BATCHES = COLLECTIVE_BATCHES + OTHER_BATCHES.length;
export const SUPPORTING_BATCH = BATCHES - 1;

export interface CollectiveBatch {
  readonly number: number;
  readonly quarter: number;
  /** Null for the province's; the city is region 0. */
  readonly region: number | null;
  readonly parent: number | null;
  readonly kind: (typeof KINDS)[number];
  readonly day: number;
}

/** A collective batch by its number. */
export function collectiveBatch(city: City, number: number): CollectiveBatch {
  const kind = KINDS[Math.floor(number / PER_KIND)] ?? KINDS[0];
  const quarter = Math.floor((number % PER_KIND) / LEVELS);
  const level = number % LEVELS;
  const region = level === 0 ? null : level - 1;
  const parents = [null, number - 1, number - level + 1] as const;
  const day = collectiveDayOf(city, kind.kind, region === 0 ? null : region, quarter);
  return { number, quarter, region, parent: parents[Math.min(level, 2)] ?? null, kind, day };
}

/** The batches that a project is a member of: of its district, or of the city where that is unknown. */
function collectiveMemberships(city: City, project: number) {
  const { days, isCollective } = projectHistory(city, project);
  if (!isCollective) return [];
  const unit = projectSite(city, project).unit ?? 0;
  return KINDS.flatMap(({ stage, role }, place) => {
    const day = days[stage];
    const quarter = QUARTERS.findIndex(
      ({ first, last }) => day !== undefined && first <= day && day <= last,
    );
    return quarter < 0 ? [] : [{ batch: place * PER_KIND + quarter * LEVELS + 1 + unit, role }];
  });
}

/** What the members of a batch come to, in hundredths of 亿元. */
export interface Membership {
  count: number;
  investment: number;
  unknown: number;
}

/** Adds up the members of every batch: one pass over all projects, and one entry a batch in memory. */
export function memberships(city: City): Membership[] {
  const totals = Array.from({ length: BATCHES }, () => ({ count: 0, investment: 0, unknown: 0 }));
  const add = (batch: number, project: number) => {
    const total = totals[batch];
    const investment = projectInvestment(city, project);
    if (!total) return;
    total.count += 1;
    if (investment === null) total.unknown += 1;
    else total.investment += investment;
  };
  for (let project = 0; project < city.projects; project++) {
    for (const { batch } of collectiveMemberships(city, project)) add(batch, project);
  }
  for (const project of supportingProjects(city)) add(SUPPORTING_BATCH, project);
  return totals;
}

/** Whether a source lists every member. Of a batch that holds batches none does. */
export const isListedWhole = (city: City, number: number) =>
  number === SUPPORTING_BATCH ||
  (number < COLLECTIVE_BATCHES &&
    number % LEVELS > 1 &&
    city.dice('project_batch', number, 2).chance(0.6));

function collectiveRow(city: City, batch: CollectiveBatch): Row {
  const { kind, quarter, region, parent, day } = batch;
  const { label = '' } = QUARTERS[quarter] ?? {};
  const place = region === null ? { zh: '全省', en: 'Province-wide' } : regionNamed(region);
  return {
    code: `syn-batch-${kind.kind}-${label}-${region ?? 'province'}`.toLowerCase(),
    kind: kind.batch,
    ...marked(
      `${place.zh}${label.replace('-Q', '年第')}季度${kind.zh}`,
      `${place.en} ${kind.en}, ${label}`,
    ),
    region_id: regionId(city, region),
    location_text: region === null ? marked('全省', '').name : null,
    parent_id: parent === null ? null : city.id('project_batch', parent),
    ...dateColumns('held', stated(day)),
  };
}

function otherRow(city: City, number: number): Row {
  const { kind, zh, en, year } = OTHER_BATCHES[number - COLLECTIVE_BATCHES] ?? OTHER_BATCHES[0];
  return {
    code: `syn-batch-${kind}-${year}`.toLowerCase().replaceAll('_', '-'),
    kind,
    ...marked(zh, `${regionNamed(0).en}: ${en}`),
    region_id: regionId(city, 0),
    location_text: null,
    parent_id: null,
    ...dateColumns('held', stated(QUARTERS[year === 2023 ? 3 : 7]?.last ?? 0)),
  };
}

const SECTORS = [
  ['新能源汽车', 'New energy vehicles'],
  ['集成电路', 'Integrated circuits'],
  ['生物医药', 'Biomedicine'],
  ['智能制造', 'Smart manufacturing'],
  ['数字经济', 'Digital economy'],
  ['现代物流', 'Modern logistics'],
] as const;

export function batchTables(city: City): CityTable[] {
  const supporting = supportingProjects(city);
  const memberRow = (id: number, batch: number, project: number, role: string): Row => ({
    id: city.id('project_batch_member', id),
    batch_id: city.id('project_batch', batch),
    project_id: projectId(city, project),
    role,
    evidence_id: evidenceOf(city, 'project_batch_member'),
  });
  return [
    {
      name: 'project_batch',
      count: BATCHES,
      rowsOf: (number) => [
        {
          ...{ id: city.id('project_batch', number), version: 1 },
          ...(number < COLLECTIVE_BATCHES
            ? collectiveRow(city, collectiveBatch(city, number))
            : otherRow(city, number)),
          members_complete: isListedWhole(city, number),
          evidence_id: evidenceOf(city, 'project_batch'),
        },
      ],
    },
    {
      name: 'project_batch_sector',
      count: BATCHES,
      rowsOf(number) {
        const dice = city.dice('project_batch_sector', number);
        return dice.several(dice.int(1, 3), SECTORS.length).map((sector, place) => {
          const [zh, en] = SECTORS[sector] ?? SECTORS[0];
          return {
            id: city.id('project_batch_sector', number * SECTORS.length + place),
            batch_id: city.id('project_batch', number),
            position: place + 1,
            ...marked(zh, en),
            evidence_id: evidenceOf(city, 'project_batch_sector'),
          };
        });
      },
    },
    {
      name: 'project_batch_member',
      count: city.projects + supporting.length,
      rowsOf(number) {
        const project = supporting[number - city.projects];
        if (project !== undefined)
          return [memberRow(2 * number, SUPPORTING_BATCH, project, 'LISTED')];
        return collectiveMemberships(city, number).map(({ batch, role }, place) =>
          memberRow(2 * number + place, batch, number, role),
        );
      },
    },
  ];
}
