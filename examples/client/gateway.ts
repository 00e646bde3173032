import type { TypedDocumentString } from './generated.ts';

/** What the gateway refused, by a code that stays the same while the words may change. */
class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** Asks one operation; its data, typed as the operation is. */
export async function ask<Data, Variables>(
  url: string,
  operation: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: operation.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as Answer<Data>;
  const [fault] = errors ?? [];
  if (fault) throw new Refused(fault.extensions?.code ?? 'UNKNOWN', fault.message);
  if (!data) throw new Refused('NO_ANSWER', `${url} answered ${response.status} without data.`);
  return data;
}

/** One page of any list of the graph. */
export interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every item of a list: those of its first page, then of each page that follows. */
export async function* everyItem<Item>(
  page: Page<Item> | null | undefined,
  next: (after: string | null) => Promise<Page<Item> | null | undefined>,
): AsyncGenerator<Item> {
  for (let at = page; at; at = at.pageInfo.hasNextPage ? await next(at.pageInfo.endCursor) : null) {
    yield* at.nodes;
  }
}
