/**
 * PostGraphile 5 as its documentation tells to run it in production: grafserv on `node:http`, the
 * database's schema read once, inflection simplified, filters and aggregates by their own presets. What
 * the tables do not say by themselves, smart tags say (`tags.js`).
 */
import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import pg from 'pg';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { POOL_SIZE, serving } from '../serving.js';
import { CountPlugin } from './count.js';
import { tags } from './tags.js';

// It tells of functions that it leaves out; none of them is asked here.
console.warn = () => {};

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: POOL_SIZE });

const instance = postgraphile({
  extends: [
    PostGraphileAmberPreset,
    PgSimplifyInflectionPreset,
    PostGraphileConnectionFilterPreset,
    PgAggregatesPreset,
  ],
  plugins: [tags, CountPlugin],
  // It would hide relations that only a part of an index serves.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ pool, schemas: ['public', 'bench'] })],
  schema: { connectionFilterRelations: true, defaultBehavior: '-insert -update -delete' },
  grafserv: { graphiql: false, websockets: false, watch: false },
  grafast: { explain: false },
});

const server = createServer();
server.on('error', console.error);
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => serving(server.address()));
