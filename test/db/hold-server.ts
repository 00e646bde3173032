/** Starts the embedded server in a directory, says so, and holds it until it is told to end. */
import { startEmbedded } from '../../src/db/embedded/server.ts';
import { StartFault } from '../../src/kit/errors.ts';

try {
  const server = await startEmbedded({
    directory: process.argv[2] as string,
    settings: { fsync: 'off', shared_buffers: '16MB' },
    log: () => {},
  });
  process.once('SIGTERM', () => void server.stop());
  console.log(JSON.stringify({ adopted: server.adopted, connection: server.connection }));
} catch (error) {
  console.error(error instanceof StartFault ? error.message : error);
  process.exitCode = 1;
}
