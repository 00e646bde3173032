/**
 * `count` beside the aggregates that come with pg-aggregates, as its documentation tells to define one's
 * own: those that come count distinct values, which is dearer.
 */
export const CountPlugin = {
  name: 'CountPlugin',
  version: '1.0.0',
  after: ['PgAggregatesSpecsPlugin'],
  schema: {
    hooks: {
      build(build) {
        const { sql, dataplanPg, pgAggregateSpecs } = build;
        pgAggregateSpecs.push({
          id: 'count',
          humanLabel: 'count',
          HumanLabel: 'Count',
          isSuitableType: () => true,
          sqlAggregateWrap: (column) => sql`count(${column})`,
          pgTypeCodecModifier: () => dataplanPg.TYPES.bigint,
        });
        return build;
      },
    },
  },
};
