import DataLoader from 'dataloader';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { asObject } from '../../kit/as-object.ts';
import { DomainError } from '../../kit/errors.ts';
import { conditionOf, type Given } from '../../kit/filter/condition.ts';
import { Row } from '../../kit/filter/filter.ts';
import type { RequestContext } from '../../request/context.ts';
import { lyingIn } from '../region/region.filter.ts';
import { type Partition, regionColumns, type RegionRow } from '../region/region.queries.ts';
import { qualifierOfSum } from '../source/qualifier.ts';
import { qualifiers } from '../source/source.entity.ts';
import { projectClasses, projectLevels, projectStages } from './project.entity.ts';
import { projectFilter } from './project.filter.ts';

/** How many groups one answer may hold: more is a list, not a picture. */
const MOST_GROUPS = 1000;

class TooManyGroups extends DomainError {
  readonly code = 'TOO_MANY_GROUPS';

  constructor(asked: number) {
    super(
      `There are ${asked} groups; ${MOST_GROUPS} are allowed. Group by less, or narrow the filter.`,
      ['groupBy'],
      { asked, allowed: MOST_GROUPS },
    );
  }
}

/** What projects are grouped by: an expression, and a key to order groups by where it is not itself. */
interface Dimension {
  readonly as: string;
  readonly of: (place: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly order?: RawBuilder<unknown>;
}

const column = (name: string): Pick<Dimension, 'as' | 'of'> => ({
  as: name,
  of: () => sql.ref(`project.${name}`),
});

/** In the order in which the schema lists the values. */
const listed = (name: string, values: readonly string[]): Dimension => ({
  ...column(name),
  order: sql`array_position(${[...values]}::text[], ${sql.ref(`grouped.${name}`)})`,
});

const dimensions = {
  DISTRICT: { as: 'district_id', of: (place) => place, order: sql`region.code` },
  STAGE: listed('stage', projectStages),
  CLASS: listed('class', projectClasses),
  LEVEL: listed('level', projectLevels),
  DOMAIN: column('domain'),
  PROCUREMENT: column('procurement'),
  START_YEAR: {
    as: 'start_year',
    of: () => sql`case when date_part('year', project.started_earliest)
        = date_part('year', project.started_latest)
      then date_part('year', project.started_earliest)::int end`,
  },
} satisfies Record<string, Dimension>;

export type ProjectDimension = keyof typeof dimensions;

/** What projects are to be counted, and by what. */
export interface StatsAsked {
  readonly filter: Given | null;
  readonly groupBy: readonly ProjectDimension[];
  readonly partition: Partition;
  /** What is selected of each group: nothing else is worked out. */
  readonly fields: readonly string[];
}

/** What is worked out of a group's projects for a field, and how it is shown. */
interface Figure {
  readonly of: (placed: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly shown: RawBuilder<unknown>;
}

const figures: Readonly<Record<string, Figure>> = {
  count: { of: () => sql`count(*)::int as count`, shown: sql`grouped.count` },
  totalInvestment: {
    of: () => sql`sum(project.total_investment) as investment`,
    shown: sql`trim_scale(grouped.investment)::text as "totalInvestment"`,
  },
  totalInvestmentKnown: {
    of: () => sql`count(project.total_investment)::int as investments`,
    shown: sql`grouped.investments as "totalInvestmentKnown"`,
  },
  totalInvestmentQualifier: {
    of: () => sql`
      bit_or(1 << array_position(${[...qualifiers]}::text[], project.total_investment_qualifier))
        filter (where project.total_investment is not null) as qualifiers`,
    shown: sql`coalesce(grouped.qualifiers, 0) as qualifiers`,
  },
  annualPlan: {
    of: () => sql`sum(project.annual_plan) as plan`,
    shown: sql`trim_scale(grouped.plan)::text as "annualPlan"`,
  },
  annualPlanKnown: {
    of: () => sql`count(project.annual_plan)::int as plans`,
    shown: sql`grouped.plans as "annualPlanKnown"`,
  },
  reason: {
    of: (placed) => sql`
      coalesce(bool_or(project.district_id is not null and ${placed} is null), false) as "isInZones",
      coalesce(bool_or(project.district_id is null), false) as "isUntold"`,
    shown: sql`grouped."isInZones", grouped."isUntold"`,
  },
};

export interface ProjectStatRow {
  readonly groupedBy: readonly ProjectDimension[];
  readonly district: RegionRow | null;
  readonly isInZones: boolean;
  readonly isUntold: boolean;
  readonly count: number;
  readonly totalInvestment: string | null;
  readonly totalInvestmentQualifier: string | null;
}

type Read = Omit<ProjectStatRow, 'groupedBy' | 'totalInvestmentQualifier'> & {
  readonly slot: number;
  readonly groups: number;
  /** A bit for each that occurs: `array_agg(distinct …)` would sort all projects, for three times the time. */
  readonly qualifiers?: number;
};

/** A region whose projects are counted. */
type Within = Pick<RegionRow, 'key' | 'kind'>;

/** For all projects that there are; never together with a region. */
export const EVERYWHERE: Within = { key: '00000000-0000-0000-0000-000000000000', kind: 'CITY' };

/**
 * The groups of every region's projects, in the order of the dimensions: one statement.
 *
 * A scan of what the filter leaves; the whole of a city costs one pass over the table. Each region
 * is grouped by itself, in a LATERAL, so that it is refused by itself, too.
 */
async function statsOfEach(
  db: Kysely<unknown>,
  regions: readonly Within[],
  { filter, groupBy, partition, fields }: StatsAsked,
): Promise<(ProjectStatRow[] | TooManyGroups)[]> {
  const place = partition === 'ADMINISTRATIVE' ? 'administrative_district_id' : 'district_id';
  const placed = sql.ref(`project.${place}`);
  const wanted = JSON.stringify(regions.map(({ key, kind }, slot) => ({ slot, id: key, kind })));
  const { from, tie } = projectsOf(regions, place);
  const asked = groupBy.map((name) => ({ name, ...(dimensions[name] as Dimension) }));
  const keys = asked.map(({ as, of }) => sql`${of(placed)} as ${sql.ref(as)}`);
  const places = asked.map((_, index) => sql.lit(index + 1));
  const orders = asked.map(({ as, order }) => sql`${order ?? sql.ref(`grouped.${as}`)} nulls last`);
  const isByDistrict = groupBy.includes('DISTRICT');
  const shown = Object.entries(figures)
    .filter(([field]) => fields.includes(field))
    .map(([, figure]) => figure);
  const asIs = (name: ProjectDimension, as: string) =>
    groupBy.includes(name) ? sql.ref(`grouped.${dimensions[name].as}`) : sql`null${sql.raw(as)}`;

  const { rows } = await sql<Read>`
    select wanted.slot, grouped.groups,
           ${isByDistrict ? asObject(regionColumns(), sql`region.id is not null`) : sql`null`} as district,
           ${asIs('STAGE', '::text')} as stage, ${asIs('CLASS', '::text')} as class,
           ${asIs('LEVEL', '::text')} as level, ${asIs('DOMAIN', '::text')} as domain,
           ${asIs('PROCUREMENT', '::text')} as procurement,
           ${asIs('START_YEAR', '::int')} as "startYear"
           ${each(shown, (figure) => sql`, ${figure.shown}`)}
      from jsonb_to_recordset(${wanted}::jsonb) as wanted (slot int, id uuid, kind text)
     cross join lateral (
           select ${each([...keys, ...shown.map(({ of }) => of(placed))], (column) => sql`${column}, `)}
                  (count(*) over ())::int as groups, row_number() over () as number
             from ${from}
            where ${tie} and ${conditionOf(projectFilter, new Row('project'), filter) ?? sql`true`}
            group by ${places.length > 0 ? sql.join(places) : sql`()`}) grouped
     ${isByDistrict ? sql`left join region on region.id = grouped.district_id` : sql``}
     where grouped.groups <= ${MOST_GROUPS}::int or grouped.number = 1
     order by ${sql.join([sql`wanted.slot`, ...orders])}`.execute(db);
  return groupsBySlot(rows, regions.length, groupBy);
}

/** The projects of each region; of districts alone they are read in the order of an index. */
function projectsOf(regions: readonly Within[], district: string) {
  const [wanted, project] = [new Row('wanted'), new Row('project')];
  if (regions.includes(EVERYWHERE)) return { from: sql`project`, tie: sql`true` };
  if (regions.every(({ kind }) => kind !== 'CITY' && kind !== 'SUB_ZONE')) {
    return { from: sql`project`, tie: sql`${project.column(district)} = ${wanted.column('id')}` };
  }
  return lyingIn({ district, site: 'site_id' })(wanted, project, 'project');
}

/** SQL for each of them, one after another; for none, none. */
function each<T>(parts: readonly T[], text: (part: T) => RawBuilder<unknown>) {
  return sql.join(parts.map(text), sql``);
}

function groupsBySlot(
  rows: readonly Read[],
  slots: number,
  groupedBy: readonly ProjectDimension[],
): (ProjectStatRow[] | TooManyGroups)[] {
  const found = Map.groupBy(rows, ({ slot }) => slot);
  return Array.from({ length: slots }, (_, slot) => {
    const read = found.get(slot) ?? [];
    const groups = read[0]?.groups ?? 0;
    if (groups > MOST_GROUPS) return new TooManyGroups(groups);
    return read.map(({ qualifiers: parts = 0, ...row }) => ({
      ...row,
      groupedBy,
      totalInvestmentQualifier: qualifierOfSum(
        qualifiers.filter((_, index) => parts & (1 << (index + 1))),
      ),
    }));
  });
}

/** The statistics of one request: what is asked alike of many regions is read in one statement. */
class ProjectStats {
  private readonly loaders = new Map<string, DataLoader<Within, ProjectStatRow[], string>>();

  constructor(private readonly db: Kysely<unknown>) {}

  /** The groups of a region's projects, or of all. */
  load(within: Within, asked: StatsAsked): Promise<ProjectStatRow[]> {
    const key = JSON.stringify([asked, within === EVERYWHERE]);
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = new DataLoader<Within, ProjectStatRow[], string>(
        (regions) => statsOfEach(this.db, regions, asked),
        {
          cacheKeyFn: (region) => region.key,
        },
      );
      this.loaders.set(key, loader);
    }
    return loader.load(within);
  }
}

export const projectStats = ({ db }: RequestContext) => new ProjectStats(db);
