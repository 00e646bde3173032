import type { RequestScoped } from './context.ts';

/** A document as far as its age is asked for. */
export interface CitedSource {
  readonly code: string;
  readonly title: string;
  /** Null where nobody knows when it was published. */
  readonly publishedOn: string | null;
}

/** The documents that a request's answers rest on, as far as they were read. */
export class CitedSources {
  private readonly byCode = new Map<string, CitedSource>();

  note(source: CitedSource): void {
    this.byCode.set(source.code, source);
  }

  /** The one that was published first, and how many are of unknown age; null where none was read. */
  oldest(): { readonly oldest: CitedSource | null; readonly undated: number } | null {
    const sources = [...this.byCode.values()];
    if (sources.length === 0) return null;
    const dated = sources
      .filter(({ publishedOn }) => publishedOn !== null)
      .sort((one, other) => ((one.publishedOn ?? '') < (other.publishedOn ?? '') ? -1 : 1));
    return { oldest: dated[0] ?? null, undated: sources.length - dated.length };
  }
}

export const citedSources: RequestScoped<CitedSources> = () => new CitedSources();
