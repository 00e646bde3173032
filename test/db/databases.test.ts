import { describe, expect, it } from '@jest/globals';
import { createDatabase, withServer } from '../support/databases.ts';

describe('a test database', () => {
  it('is a clone of its own with every migration', async () => {
    // given
    const database = await createDatabase();
    // when
    const encoding = await withServer(
      async (server) => (await server.query('show server_encoding')).rows[0],
      database.connection.database,
    );
    // then
    expect(encoding).toEqual({ server_encoding: 'UTF8' });
    await database.drop();
  });
});
