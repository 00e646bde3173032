import { useSyncExternalStore } from 'react';

/** A value that components follow, and that anything may set. */
export class Watched<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: T) {}

  readonly get = (): T => this.current;

  set(value: T): void {
    this.current = value;
    for (const listener of this.listeners) listener();
  }

  /** For components: a hook. */
  use(): T {
    return useSyncExternalStore(this.subscribe, this.get);
  }

  private readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
