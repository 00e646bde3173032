/**
 * Mercurius 16 on Fastify 5 with its JIT, over SQL that somebody wrote by hand: a loader for each level,
 * one prepared statement for all parents. It keeps no answers.
 */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { serving } from '../serving.js';
import { loaders } from './loaders.js';
import { resolvers } from './resolvers.js';
import { schema } from './schema.js';

const app = Fastify({ logger: false });
await app.register(mercurius, { schema, resolvers, loaders, jit: 1, cache: false });
await app.listen({ port: 0, host: '127.0.0.1' });
serving(app.server.address());
