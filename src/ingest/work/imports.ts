import type { Database } from '../../db/database.ts';
import { DomainError, UnknownCode } from '../../kit/errors.ts';
import type { Mapping } from '../mapping/mapping.ts';

/** What a gateway takes in: the sources that it has mappings of, and a way to have runs done. */
export interface Imports {
  readonly mappings: ReadonlyMap<string, Mapping>;
  /** Has a run that waits done, by this gateway or another. */
  send(run: string): Promise<void>;
}

class ImportsUnavailable extends DomainError {
  readonly code = 'IMPORTS_UNAVAILABLE';
}

const offered = new WeakMap<Database, Imports>();

/** Lets callers of the graph on a database have imports run. Answers the way to stop it. */
export function offerImports(database: Database, imports: Imports): () => void {
  offered.set(database, imports);
  return () => offered.delete(database);
}

/** @throws ImportsUnavailable */
export function importsOf(database: Database): Imports {
  const imports = offered.get(database);
  if (imports) return imports;
  throw new ImportsUnavailable('This gateway takes no imports at the moment: try again shortly.');
}

/** @throws UnknownCode */
export function mappingOf({ mappings }: Imports, source: string): Mapping {
  const mapping = mappings.get(source);
  if (mapping) return mapping;
  throw new UnknownSource(source, [...mappings.keys()]);
}

class UnknownSource extends UnknownCode {
  constructor(source: string, known: readonly string[]) {
    super('data source', source, ['source']);
    const all = known.length === 0 ? 'no mapping files' : `mapping files of ${known.join(', ')}`;
    this.message = `${this.message} This server has ${all}.`;
  }
}
