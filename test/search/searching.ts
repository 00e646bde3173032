import type { Gateway } from '../support/gateway.ts';

/** What a search answers, with all that tests look at. */
export interface Found {
  readonly totalCount: number;
  readonly nodes: readonly FoundNode[];
  readonly edges: readonly { readonly node: FoundNode; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface FoundNode {
  readonly type: string;
  readonly name: string;
  readonly by: string;
  readonly matched: string;
  readonly node: { readonly __typename: string; readonly id: string } | null;
}

const SEARCH = `
  query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
    search(text: $text, types: $types, first: $first, after: $after) {
      totalCount
      nodes { ...Result }
      edges { cursor node { ...Result } }
      pageInfo { hasNextPage endCursor }
    }
  }
  fragment Result on SearchResult { type name by matched node { __typename id } }`;

export async function searchIn(gateway: Gateway, text: string, more: object = {}): Promise<Found> {
  const { search } = await gateway.query(SEARCH, { text, ...more });
  return search;
}
