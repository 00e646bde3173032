import { startTestServer, type TestServer } from './server.ts';

declare global {
  /** The run's server, from the set-up to the tear-down. */
  var testServer: TestServer | undefined;
}

/** Runs once, in jest's own process; the workers learn of the server by its environment. */
export default async function setUp(): Promise<void> {
  globalThis.testServer = await startTestServer();
}
