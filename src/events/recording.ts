import { ChangeSetType, type EventSubscriber, type FlushEventArgs, wrap } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents, raiseVersions } from './append.ts';
import { belonging, isAggregate, unwrapped, type Versioned } from './belonging.ts';
import { metaOf, nameOf, sideOf, type Touched, UnitOfWorkChanges } from './changes.ts';
import type { NewEvent } from './event.ts';
import type { Meta } from './fields.ts';
import { RecordedRoot } from './recorded-root.ts';

/** Whose events they are. */
export interface Author {
  readonly actor: string;
  readonly source?: string;
  readonly idempotencyKey?: string;
}

/** Ids of rows, by table. */
export type RowIds = ReadonlyMap<string, readonly string[]>;

/** An aggregate that a command has written, and where it lay and lies. */
export interface Written {
  readonly root: Versioned;
  readonly table: string;
  readonly isBorn: boolean;
  readonly isGone: boolean;
  readonly scopeBefore: readonly string[];
  readonly scopeAfter: readonly string[];
}

/** Another transaction changed rows since this one read them. Tried again, this passes. */
export class StaleRows extends Error {
  constructor(
    stale: string,
    /** All rows that the command was about to raise: what it had better lock at its next try. */
    readonly wanted: RowIds,
  ) {
    super(`${stale} was changed by another transaction in between.`);
    this.name = 'StaleRows';
  }
}

/** A command changed something that the log would not tell. Our fault. */
class UnrecordedChange extends Error {
  constructor(changed: object, root: string) {
    super(`${nameOf(changed)} was changed, but no event of ${root} was recorded.`);
    this.name = 'UnrecordedChange';
  }
}

/**
 * What one run of a command records, and how it gets into the log.
 *
 * The last flush tells (`onFlush`) what it is about to write. Then is the moment to find what has
 * no event, and to raise the versions, in id order, before anything else is locked: a new row is
 * inserted with its version, an existing one is raised by SQL. The events follow the flush, when
 * new rows have their ids; a removed row's go before it, since the log's guard looks at the row.
 */
export class Recording implements EventSubscriber {
  private readonly changes: UnitOfWorkChanges;
  private readonly roots = new Map<object, RecordedRoot>();
  /** Changed rows of which an event was recorded, and those of which none was so far. */
  private readonly told = new Set<object>();
  private readonly untold = new Set<object>();
  private state: 'open' | 'settling' | 'settled' = 'open';
  private recorded = 0;

  constructor(
    private readonly em: EntityManager,
    private readonly author: Author,
  ) {
    this.changes = new UnitOfWorkChanges(em);
  }

  record(kind: string, root: Versioned, parts: Readonly<Record<string, object>> = {}): void {
    if (this.state !== 'open') {
      throw new Error(`${kind} was recorded after its command had ended; is an await missing?`);
    }
    const meta = metaOf(root);
    if (!isAggregate(meta))
      throw new Error(`${meta.className} has no version: it is no aggregate.`);
    if (!wrap(root).isInitialized()) {
      throw new Error(`${kind} was recorded of ${nameOf(root)}, which was never loaded.`);
    }
    const recorded = this.roots.get(root) ?? new RecordedRoot(root, meta);
    this.roots.set(root, recorded);
    recorded.add(kind, this.recorded++, this.untoldOf(root), parts);
  }

  /** Flushes, raises, appends. Answers the number of events. */
  async settle(): Promise<number> {
    this.state = 'settling';
    await this.em.flush();
    this.state = 'settled';
    const living = this.eventsOf((root) => !this.isGone(root));
    await appendEvents(this.em.getKysely(), living);
    return living.length + this.eventsOf((root) => this.isGone(root)).length;
  }

  /** What has events, once they are settled; in the order in which it was first recorded. */
  written(): Written[] {
    return [...this.roots.values()].map(({ root, meta }) => ({
      root,
      table: meta.tableName,
      isBorn: this.changes.of(root)?.isBorn === true,
      isGone: this.changes.of(root)?.isGone === true,
      ...this.changes.scopes(root),
    }));
  }

  /** All that was made, changed or removed, once it is settled; and how a change of it reads. */
  touched(): { readonly all: readonly Touched[]; readonly changes: UnitOfWorkChanges } {
    return { all: this.changes.all(), changes: this.changes };
  }

  /** Tells the entities the versions that their rows now have. */
  committed(): void {
    for (const { root, version } of this.roots.values()) root.version = version;
  }

  /** Called by the unit of work before each flush writes. */
  async onFlush({ uow }: FlushEventArgs): Promise<void> {
    for (const entity of this.changes.gather(uow)) {
      if (!this.told.has(entity)) this.untold.add(entity);
    }
    const [late] = uow.getChangeSets();
    if (this.state === 'settled' && late) {
      throw new Error(`${nameOf(late.entity)} was changed after its events were appended.`);
    }
    if (this.state !== 'settling') return;
    this.attribute();
    const changeSets = uow.getChangeSets();
    const born = new Set(
      changeSets.filter(({ type }) => type === ChangeSetType.CREATE).map(({ entity }) => entity),
    );
    const roots = [...this.roots.values()];
    await this.raise(roots.filter(({ root }) => !born.has(root)));
    for (const recorded of roots.filter(({ root }) => born.has(root))) {
      // Above 0 for what comes back under the id that it had.
      recorded.version = ((recorded.root.version as number | undefined) ?? 0) + recorded.eventCount;
      recorded.root.version = recorded.version;
      uow.recomputeSingleChangeSet(recorded.root);
    }
    await appendEvents(
      this.em.getKysely(),
      this.eventsOf((root) => this.isGone(root)),
    );
  }

  /** What changed of an aggregate by now, and has no event yet: it is the next event's. */
  private untoldOf(root: object): object[] {
    const unitOfWork = this.em.getUnitOfWork();
    const untold: object[] = [];
    // Some hundred rows may wait here that have their events: nothing is made of them.
    for (const waiting of [
      this.untold,
      unitOfWork.getPersistStack(),
      unitOfWork.getRemoveStack(),
    ]) {
      for (const entity of waiting) {
        if (this.told.has(entity) || this.rootOf(entity) !== root) continue;
        untold.push(entity);
        this.untold.delete(entity);
        this.told.add(entity);
      }
    }
    return this.changes.isDirty(root) ? [root, ...untold] : untold;
  }

  /** The aggregate that a row is or belongs to, as far as it is loaded. */
  private rootOf(entity: object): object | undefined {
    const meta = metaOf(entity);
    if (isAggregate(meta)) return entity;
    const owner = belonging(meta);
    const held = owner && (entity as Record<string, unknown>)[owner.property];
    return typeof held === 'object' && held !== null ? this.rootOf(unwrapped(held)) : undefined;
  }

  /** Gives every change to an event; drops the events and aggregates to which nothing happened. */
  private attribute(): void {
    for (const touched of this.changes.all()) {
      const { entity, meta, original } = touched;
      if (isAggregate(meta)) {
        this.recordedRoot(touched, entity, meta).tell(touched, sideOf(touched));
        continue;
      }
      const owner = belonging(meta);
      if (!owner) continue;
      const held = (entity as Record<string, unknown>)[owner.property];
      const former = original[owner.property] ?? held;
      const after = touched.isGone ? undefined : this.rootBehind(touched, held, owner.to);
      const before = touched.isBorn ? undefined : this.rootBehind(touched, former, owner.to);
      if (after === before) after?.tell(touched, 'both');
      else {
        before?.tell(touched, 'before');
        after?.tell(touched, 'after');
      }
      for (const other of this.roots.values()) {
        if (other !== before && other !== after) other.tellIfNamed(touched, sideOf(touched));
      }
    }
    for (const [entity, recorded] of this.roots) {
      if (recorded.eventCount === 0) this.roots.delete(entity);
    }
  }

  /** The recorded aggregate that an owner, given as entity, reference or id, is or belongs to. */
  private rootBehind(touched: Touched, owner: unknown, meta: Meta): RecordedRoot | undefined {
    if (owner === null || owner === undefined) return undefined;
    const entity =
      typeof owner === 'object'
        ? unwrapped(owner)
        : this.em.getUnitOfWork().getById<object>(meta.class, owner);
    if (isAggregate(meta)) return this.recordedRoot(touched, entity, meta);
    const next = belonging(meta);
    if (!next) return undefined;
    const further = (entity as Record<string, unknown> | undefined)?.[next.property];
    if (further === undefined) {
      throw new Error(
        `${nameOf(touched.entity)} belongs to a ${meta.className} that was not loaded.`,
      );
    }
    return this.rootBehind(touched, further, next.to);
  }

  private recordedRoot({ entity }: Touched, root: object | undefined, meta: Meta): RecordedRoot {
    const recorded = root && this.roots.get(root);
    if (!recorded)
      throw new UnrecordedChange(entity, root ? nameOf(root) : `its ${meta.className}`);
    return recorded;
  }

  /** Raises what was there before, table by table; whoever was overtaken starts again. */
  private async raise(existing: readonly RecordedRoot[]): Promise<void> {
    const byTable = [...Map.groupBy(existing, ({ meta }) => meta.tableName)].sort(byNameFromTheEnd);
    for (const [table, roots] of byTable) {
      const raises = roots.map(({ root, eventCount }) => ({ id: root.id, by: eventCount }));
      const versions = await raiseVersions(this.em.getKysely(), table, raises);
      for (const recorded of roots) {
        recorded.version = versions.get(recorded.root.id) ?? -1;
        if (recorded.version === recorded.root.version + recorded.eventCount) continue;
        const wanted = byTable.map(
          ([name, rows]) => [name, rows.map(({ root }) => root.id)] as const,
        );
        throw new StaleRows(nameOf(recorded.root), new Map(wanted));
      }
    }
  }

  private isGone({ root }: RecordedRoot): boolean {
    return this.changes.of(root)?.isGone === true;
  }

  /** The events of some aggregates, in the order in which they were recorded. */
  private eventsOf(which: (recorded: RecordedRoot) => boolean): NewEvent[] {
    return [...this.roots.values()]
      .filter(which)
      .flatMap((recorded) => recorded.events(this.changes, this.author))
      .sort((one, other) => one.order - other.order)
      .map(({ event }) => event);
  }
}

/**
 * One order for everybody who locks several tables' rows: from the end of the alphabet, so that
 * projects come before organisations, as in the triggers that move a project's supplier.
 */
function byNameFromTheEnd(
  [one]: readonly [string, unknown],
  [other]: readonly [string, unknown],
): number {
  return one > other ? -1 : 1;
}
