import { parse } from 'csv-parse/sync';
import type { Gateway } from '../support/gateway.ts';

export interface Wanted {
  readonly query: string;
  readonly format?: string;
  readonly variables?: object;
  readonly operationName?: string;
  readonly fileName?: string;
}

/** Asks a gateway for an export, as the holder of this key. */
export function exportOf(
  gateway: Pick<Gateway, 'url'>,
  token: string | undefined,
  { format = 'CSV', ...wanted }: Wanted,
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(new URL('/exports', gateway.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // Compressed, what these tests write would fit into the buffers on its way.
      'accept-encoding': 'identity',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ format, ...wanted }),
    ...(signal && { signal }),
  });
}

/** The rows of a CSV by the names of its columns. */
export function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true, bom: true });
}

/** The nodes of a file of JSON lines. */
export function nodesOf<Node = any>(jsonl: string): Node[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Node);
}

/** What a refusal says. */
export async function refusalOf(response: Response) {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  return { status: response.status, code: errors[0]!.extensions.code, message: errors[0]!.message };
}
