import type { TypedDocumentString } from './generated.ts';

/** What a gateway refused, by a code that stays the same while the words may change. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** An error as GraphQL has it. */
interface Fault {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown };
}

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly Fault[];
}

/** How long an answer may take; whoever does not answer may be gone. */
const PATIENCE = 30_000;

/** Asks one operation; its data, typed as the operation is. */
export async function ask<Data, Variables>(
  url: string,
  token: string,
  operation: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query: operation.toString(), variables }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  return whole((await response.json()) as Answer<Data>);
}

/**
 * The data of an answer that has all that was asked for. With errors beside it, a null means "could
 * not be read", and a project is not gone because it could not be read.
 */
export function whole<Data>({ data, errors }: Answer<Data>): Data {
  if (errors?.length) throw refusal(errors);
  if (!data) throw new Refused('NO_ANSWER', 'The answer holds neither data nor errors.');
  return data;
}

export function refusal([fault]: readonly Fault[]): Refused {
  return new Refused(String(fault?.extensions?.code), fault?.message ?? 'No reason was given.');
}
