import { readFile } from 'node:fs/promises';
import { StartFault } from '../kit/errors.ts';

export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new StartFault(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** The values of an operation's variables, by name. */
export async function readVariables(path: string): Promise<Record<string, unknown>> {
  const text = await readText(path);
  try {
    const variables: unknown = JSON.parse(text);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables)) {
      return variables as Record<string, unknown>;
    }
  } catch {
    // Told below, as what is no object is.
  }
  throw new StartFault(`${path} is no JSON object of variables, as in {"first": 50}.`);
}
