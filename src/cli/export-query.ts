import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { StartFault } from '../kit/errors.ts';
import { packageRoot } from '../kit/package-root.ts';
import { readText } from './given-files.ts';

/** A document, and which of its operations is meant where a name says so. */
export interface NamedQuery {
  readonly query: string;
  readonly operationName: string | null;
}

/** The document in a file, or that of the saved operation of this name. */
export async function readQuery(what: string): Promise<NamedQuery> {
  if (existsSync(what) || /[./\\]/.test(what)) {
    return { query: await readText(what), operationName: null };
  }
  const names: string[] = [];
  for (const path of globSync(join(packageRoot(), 'schema/operations/*.graphql')).sort()) {
    const query = await readFile(path, 'utf8');
    const saved = operationsIn(query);
    if (saved.includes(what)) return { query, operationName: what };
    names.push(...saved);
  }
  throw new StartFault(
    `There is no file and no saved operation "${what}"; the operations are ${names.join(', ')}.`,
  );
}

function operationsIn(text: string): string[] {
  return parse(text).definitions.flatMap((made) =>
    made.kind === Kind.OPERATION_DEFINITION && made.name ? [made.name.value] : [],
  );
}
