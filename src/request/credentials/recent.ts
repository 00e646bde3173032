/** The latest few of many things, for a while: bounded in number and age. */
export class Recent<T> {
  private readonly kept = new Map<string, { readonly value: T; readonly until: number }>();

  constructor(private readonly bounds: { readonly most: number; readonly milliseconds: number }) {}

  get(key: string): T | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    if (found.until > performance.now()) return found.value;
    this.kept.delete(key);
    return undefined;
  }

  set(key: string, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, { value, until: performance.now() + this.bounds.milliseconds });
    // A Map keeps the order in which it was filled, so the first is the oldest.
    if (this.kept.size > this.bounds.most)
      this.kept.delete(this.kept.keys().next().value as string);
  }

  clear(): void {
    this.kept.clear();
  }
}
