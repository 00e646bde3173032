import type { Server } from '../harness/process.ts';

/** What a server holds once everything that can be collected was, in MB. */
export interface Memory {
  readonly resident: number;
  /** The heap that is in use. */
  readonly heap: number;
}

export async function memoryOf(server: Server): Promise<Memory> {
  const resident = (await server.memory()) / 1024;
  const { heap } = await server.vitals();
  return { resident, heap: heap.at(-1) ?? Number.NaN };
}
