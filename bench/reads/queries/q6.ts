import { amount } from '../answers.ts';
import type { City, ReadQuery } from '../query.ts';
import { numbered, QUESTIONS } from '../questions.ts';

interface Question {
  readonly least: string;
}

interface Group {
  /** The district's code. */
  readonly district: string | null;
  readonly stage: string | null;
  readonly class: string | null;
  readonly count: number;
  readonly totalInvestment: string | number | null;
}

/** In an order of their own: contenders have none in common. */
const groups = (found: readonly Group[]) =>
  found
    .map((group) => ({
      ...{ district: group.district, stage: group.stage, class: group.class },
      ...{ count: group.count, totalInvestment: amount(group.totalInvestment) },
    }))
    .sort((one, other) => keyOf(one).localeCompare(keyOf(other)));

const keyOf = (group: Omit<Group, 'totalInvestment'>) =>
  `${group.district} ${group.stage} ${group.class}`;

export const q6: ReadQuery<Question> = {
  name: 'Q6',
  title: 'Statistics by three dimensions',
  what: 'All projects of some investment and more, by district, stage and class: how many, and the sum of their investment. Each request has another least investment.',
  questions: () =>
    numbered(QUESTIONS, (question) => ({
      least: (0.5 + ((question * 7_919) % QUESTIONS) * 0.0001).toFixed(4),
    })),
  forms: {
    limit: {
      text: `
        select json_build_object('projectStats', coalesce(json_agg(grouped), '[]'))::text
          from (select region.code as district, grouped.stage, grouped.class, grouped.count,
                       grouped."totalInvestment"
                  from (select district_id, stage, class, count(*)::int as count,
                               sum(total_investment) as "totalInvestment"
                          from project
                         where total_investment >= $1::numeric
                         group by district_id, stage, class) grouped
                  left join region on region.id = grouped.district_id) grouped`,
      variables: (questions) => questions.map(({ least }) => [least]),
      shape: ofList,
    },
    quanmai: {
      text: `query ($least: Decimal!) {
        projectStats(
          groupBy: [DISTRICT, STAGE, CLASS]
          filter: { totalInvestment: { gte: $least } }
        ) {
          district { code }
          stage
          class
          count
          totalInvestment
        }
      }`,
      variables: (questions) => questions,
      shape: ({ projectStats }: QuanmaiData) =>
        groups(projectStats.map((stat) => ({ ...stat, district: stat.district?.code ?? null }))),
    },
    postgraphile: {
      text: `query ($least: BigFloat!) {
        projects(filter: { totalInvestment: { greaterThanOrEqualTo: $least } }) {
          groupedAggregates(groupBy: [DISTRICT_ID, STAGE, CLASS]) {
            keys
            count { rowId }
            sum { totalInvestment }
          }
        }
      }`,
      variables: (questions) => questions,
      shape: ({ projects }: PostGraphileData, city: City) =>
        groups(
          projects.groupedAggregates.map(({ keys: [district, stage, ofClass], count, sum }) => ({
            district: city.districts.find(({ id }) => id === district)?.code ?? null,
            ...{ stage: stage ?? null, class: ofClass ?? null },
            ...{ count: Number(count.rowId), totalInvestment: sum.totalInvestment },
          })),
        ),
    },
    mercurius: {
      text: `query ($least: String!) {
        projectStats(least: $least) { district stage class count totalInvestment }
      }`,
      variables: (questions) => questions,
      shape: ofList,
    },
  },
};

function ofList({ projectStats }: { projectStats: readonly Group[] }) {
  return groups(projectStats);
}

interface QuanmaiData {
  readonly projectStats: readonly (Omit<Group, 'district'> & {
    district: { code: string } | null;
  })[];
}

interface PostGraphileData {
  readonly projects: {
    readonly groupedAggregates: readonly {
      keys: readonly (string | null)[];
      count: { rowId: string };
      sum: { totalInvestment: string };
    }[];
  };
}
