/**
 * Which reporting units (区县、功能区) somebody's rows lie in, by their row ids in order, or all of
 * them. What lies in no known district is held by no list: unknown is nobody's but everybody's.
 */
export type Scope = 'ALL' | readonly string[];

/** A scope of these reporting units. */
export function scopeOf(ids: Iterable<string>): Scope {
  return [...new Set(ids)].sort();
}

/** Whether what lies in one of these reporting units is within the scope. */
export function isWithin(scope: Scope, ids: readonly (string | null)[]): boolean {
  return scope === 'ALL' || ids.some((id) => id !== null && scope.includes(id));
}

/** Equal for equal scopes, and short enough to be a part of a key. */
export function scopeKey(scope: Scope): string {
  return scope === 'ALL' ? 'ALL' : scope.join(' ');
}
