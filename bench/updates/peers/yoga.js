/**
 * GraphQL Yoga with its in-memory PubSub, over event streams as it serves them itself and over
 * WebSockets with graphql-ws as its documentation shows. A district is a topic of its own, so nothing
 * is filtered out after it was delivered.
 */
import { createServer } from 'node:http';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createSchema, createYoga } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { districtOf, eventAt } from './events.js';
import { listening, publishing } from './publishing.js';

const pubSub = createPubSub();

const schema = createSchema({
  typeDefs: /* GraphQL */ `
    type Query {
      head: String
    }
    type Subscription {
      projectUpdates(district: String): ProjectUpdate!
    }
    type ProjectUpdate {
      cursor: String!
      kind: String!
      version: Int!
      project: Project
      changes: [Change!]!
    }
    type Project {
      code: String!
      name: String!
    }
    type Change {
      field: String!
      before: String
      after: String
    }
  `,
  resolvers: {
    Subscription: {
      projectUpdates: {
        subscribe: (_, { district }) =>
          district ? pubSub.subscribe('district', district) : pubSub.subscribe('everywhere'),
        resolve: (update) => update,
      },
    },
  },
});

const yoga = createYoga({ schema, logging: false });
const http = createServer(yoga);
const webSockets = new WebSocketServer({ server: http, path: yoga.graphqlEndpoint });

useServer(
  {
    execute: (args) => args.rootValue.execute(args),
    subscribe: (args) => args.rootValue.subscribe(args),
    onSubscribe: async (context, _id, params) => {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...context,
        req: context.extra.request,
        socket: context.extra.socket,
        params,
      });
      const args = {
        schema,
        operationName: params.operationName,
        document: parse(params.query),
        variableValues: params.variables,
        contextValue: await contextFactory(),
        rootValue: { execute, subscribe },
      };
      const errors = validate(args.schema, args.document);
      return errors.length > 0 ? errors : args;
    },
  },
  webSockets,
);

publishing((number) => {
  const update = eventAt(number);
  pubSub.publish('everywhere', update);
  pubSub.publish('district', districtOf(number), update);
});
listening(http);
