import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { sql } from 'kysely';
import { BadInput } from '../../src/kit/errors.ts';
import type { RequestContext } from '../../src/request/context.ts';

/** A field whose database statement does what its name says. */
const asking = (statement: (args: { seconds: number }) => ReturnType<typeof sql>) => ({
  type: GraphQLBoolean,
  args: { seconds: { type: GraphQLFloat, defaultValue: 0 } },
  resolve: async (_root: unknown, args: { seconds: number }, { db }: RequestContext) => {
    await statement(args).execute(db);
    return true;
  },
});

const failing = (fault: () => Error) => ({
  type: GraphQLBoolean,
  resolve: () => {
    throw fault();
  },
});

const Nest: GraphQLObjectType = new GraphQLObjectType({
  name: 'Nest',
  fields: () => ({ name: { type: GraphQLString }, inner: { type: Nest } }),
});

/** A schema that misbehaves on demand, for tests of the server around the graph. */
export const trialSchema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      nest: { type: Nest },
      echo: {
        type: GraphQLInt,
        args: { number: { type: new GraphQLNonNull(GraphQLInt) } },
        resolve: (_root, { number }: { number: number }) => number,
      },
      sleep: asking(({ seconds }) => sql`select pg_sleep(${seconds})`),
      letters: {
        type: GraphQLString,
        args: { count: { type: new GraphQLNonNull(GraphQLInt) } },
        resolve: (_root: unknown, { count }: { count: number }) => 'x'.repeat(count),
      },
      steps: {
        type: GraphQLBoolean,
        args: {
          count: { type: new GraphQLNonNull(GraphQLInt) },
          seconds: { type: new GraphQLNonNull(GraphQLFloat) },
        },
        resolve: async (
          _root: unknown,
          { count, seconds }: { count: number; seconds: number },
          { db }: RequestContext,
        ) => {
          for (let step = 0; step < count; step += 1) {
            await sql`select pg_sleep(${seconds})`.execute(db);
          }
          return true;
        },
      },
      documents: asking(() => sql`select code from source_document`),
      unknownTable: asking(() => sql`select secret from a_table_of_nobody`),
      domainFault: failing(() => new BadInput('A trip ends after it starts.', ['input', 'endsOn'])),
      ownFault: failing(() => new Error('connect postgresql://user:hunter2@10.0.0.7/db')),
    },
  }),
});
