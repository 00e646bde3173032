import { Watched } from './watched.ts';

/** What somebody chose in this browser; a browser that forbids storage keeps it until the page is left. */
export class Preference<T extends string> extends Watched<T> {
  constructor(
    private readonly key: string,
    choices: readonly [T, ...T[]],
  ) {
    const kept = read(key);
    super(choices.find((choice) => choice === kept) ?? choices[0]);
  }

  override set(value: T): void {
    super.set(value);
    try {
      localStorage.setItem(this.key, value);
    } catch {
      // Forbidden, or full.
    }
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
