import type { Versioned } from './belonging.ts';
import type { Side, Touched, UnitOfWorkChanges } from './changes.ts';
import type { Change, NewEvent } from './event.ts';
import type { Meta } from './fields.ts';

interface RecordedEvent {
  readonly kind: string;
  /** Its place among all events of the command. */
  readonly order: number;
  /** The rows named when it was recorded, by the field under which it shows them. */
  readonly named: ReadonlyMap<object, string>;
  readonly told: { readonly touched: Touched; readonly side: Side; readonly field: string }[];
}

/**
 * One aggregate of a command, and the events recorded of it. A change is told by the event that
 * named the row, else by the one recorded next after the change was made, as far as that can be
 * seen, else by the last. An event to which nothing is left to tell is none.
 */
export class RecordedRoot {
  /** After the command; known once the row is raised. */
  version = 0;
  private readonly recorded: RecordedEvent[] = [];
  private readonly tellers = new Map<object, RecordedEvent>();

  constructor(
    readonly root: Versioned,
    readonly meta: Meta,
  ) {}

  add(
    kind: string,
    order: number,
    untold: readonly object[],
    parts: Readonly<Record<string, object>>,
  ): void {
    const named = new Map(Object.entries(parts).map(([field, part]) => [part, field] as const));
    const event: RecordedEvent = { kind, order, named, told: [] };
    this.recorded.push(event);
    for (const entity of untold) if (!this.tellers.has(entity)) this.tellers.set(entity, event);
  }

  tell(touched: Touched, side: Side): void {
    if (this.tellIfNamed(touched, side)) return;
    const event = this.tellers.get(touched.entity) ?? this.recorded.at(-1);
    event?.told.push({ touched, side, field: camelCase(touched.meta.tableName) });
  }

  /** For rows that belong elsewhere, and concern this aggregate as well. */
  tellIfNamed(touched: Touched, side: Side): boolean {
    const event = this.recorded.find(({ named }) => named.has(touched.entity));
    const field = event?.named.get(touched.entity);
    if (!event || field === undefined) return false;
    event.told.push({ touched, side, field });
    return true;
  }

  get eventCount(): number {
    return this.recorded.filter(({ told }) => told.length > 0).length;
  }

  events(
    changes: UnitOfWorkChanges,
    author: Pick<NewEvent, 'actor' | 'source' | 'idempotencyKey'>,
  ): { order: number; event: NewEvent }[] {
    const scopes = changes.scopes(this.root);
    return this.recorded
      .filter(({ told }) => told.length > 0)
      .map((recorded, index, all) => ({
        order: recorded.order,
        event: {
          kind: recorded.kind,
          entityType: this.meta.tableName,
          entityId: this.root.id,
          version: this.version - all.length + index + 1,
          changes: this.changesOf(recorded, changes),
          ...scopes,
          ...author,
        },
      }));
  }

  private changesOf({ told }: RecordedEvent, changes: UnitOfWorkChanges): Change[] {
    return told.flatMap(({ touched, side, field }) =>
      touched.entity === this.root
        ? changes.fieldChanges(touched)
        : [changes.rowChange(field, touched, side, this.root.id)],
    );
  }
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
