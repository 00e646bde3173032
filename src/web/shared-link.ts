/** What a link carries: the question, and never who asks. */
export interface SharedQuestion {
  readonly query: string;
  readonly variables?: string;
  readonly operationName?: string;
}

/** A question as a URL's fragment, which a browser keeps to itself: no server and no proxy sees it. */
export function toFragment({ query, variables, operationName }: SharedQuestion): string {
  const parts = new URLSearchParams({ query });
  if (variables?.trim()) parts.set('variables', variables);
  if (operationName) parts.set('operationName', operationName);
  return `#${parts.toString()}`;
}

/** The question of a fragment, or undefined where it holds none. */
export function fromFragment(fragment: string): SharedQuestion | undefined {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const query = parts.get('query');
  if (!query) return undefined;
  const [variables, operationName] = [parts.get('variables'), parts.get('operationName')];
  return { query, ...(variables && { variables }), ...(operationName && { operationName }) };
}
