/**
 * The limit: bare `node:http` in front of one prepared statement that returns the finished JSON. The
 * path names the statement, of those that STATEMENTS holds; the body is its parameters. No GraphQL, and
 * nobody looks at an answer.
 */
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import pg from 'pg';
import { POOL_SIZE, serving } from '../serving.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: POOL_SIZE });
const statements = new Map(
  Object.entries(JSON.parse(process.env.STATEMENTS)).map(([name, text]) => [
    `/${name}`,
    { name, text, rowMode: 'array' },
  ]),
);

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () =>
    answer(statements.get(request.url), response, Buffer.concat(chunks)).catch((error) =>
      response.writeHead(500).end(String(error)),
    ),
  );
});

async function answer(statement, response, body) {
  const { rows } = await pool.query({ ...statement, values: JSON.parse(body) });
  const json = Buffer.from(rows[0][0]);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': json.length });
  response.end(json);
}

server.listen(0, '127.0.0.1', () => serving(server.address()));
