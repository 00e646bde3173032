import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';

/** Takes CPU profiles of its own process. They slow what they look at. */
export class Profiler {
  private readonly inspector = new Session();

  constructor(private readonly directory: string) {
    this.inspector.connect();
  }

  async begin(): Promise<void> {
    await this.inspector.post('Profiler.enable');
    await this.inspector.post('Profiler.start');
  }

  async end(): Promise<void> {
    const { profile } = await this.inspector.post('Profiler.stop');
    const file = `${this.directory}/${process.pid}-${Date.now()}.cpuprofile`;
    await writeFile(file, JSON.stringify(profile));
  }
}
