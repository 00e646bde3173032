import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { v7 } from 'uuid';
import type { Database } from '../../db/database.ts';
import { today } from '../../kit/clock.ts';
import { DomainError } from '../../kit/errors.ts';
import { deliver } from '../deliver.ts';
import { pull } from '../feeds/pull.ts';
import { pullSource } from '../feeds/pull-source.ts';
import { NO_STATE } from '../feeds/rest.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { RunCancelled, toldOf } from '../run/run.errors.ts';
import { tellingRun } from '../run/run-events.ts';
import { noteInterrupted, noteRun, takeUp } from '../run/run-store.ts';
import { writeUpload } from '../uploads/uploads.ts';
import { beat, failRun, FEED, type NotedRun, notedRun, viewerOfRun } from './open-runs.ts';
import { SourceLock } from './source-lock.ts';

/** Milliseconds between two signs of life; so long a run that was cancelled may go on. */
const BEAT = 2_000;

/** What a source sent was pulled, and is not in the graph; the run of it tells why. */
class NotTakenIn extends DomainError {
  readonly code = 'IMPORT_NOT_TAKEN_IN';
}

export interface WorkOptions {
  /** For locks, past the pool. */
  readonly connection: PoolConfig;
  readonly mappings: ReadonlyMap<string, Mapping>;
  /** Where the secrets are that feeds name. */
  readonly env: NodeJS.ProcessEnv;
  /** Told when a source is free for its next run. */
  readonly onFree: (source: string) => Promise<void>;
}

/** Does the runs that wait, and pulls what is to be pulled. */
export class ImportWork {
  constructor(
    private readonly database: Database,
    private readonly options: WorkOptions,
  ) {}

  /**
   * Does a run, or goes on with one whose gateway was killed. A run that is over, or whose source has
   * another one at work, is left as it is: it is sent again when that ends.
   */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const { kysely } = this.database;
    const source = (await notedRun(kysely, id))?.source;
    if (source === undefined) return;
    const lock = await SourceLock.take(this.options.connection, source);
    if (!lock) return;
    try {
      const run = await notedRun(kysely, id);
      // Whoever was at it held the lock, and is gone.
      if (run) await this.takeUp(run, AbortSignal.any([signal, lock.lost]));
    } finally {
      await lock.release();
    }
    await this.options.onFree(source);
  }

  /** Pulls a source by its schedule. */
  async pull(source: string, signal: AbortSignal): Promise<void> {
    const { connection, mappings, env } = this.options;
    const mapping = mappings.get(source);
    // The schedule is of a mapping that this gateway does not have any more.
    if (!mapping?.feed) return;
    const lock = await SourceLock.wait(connection, source, signal);
    const ending = AbortSignal.any([signal, lock.lost]);
    const importFile = (path: string) => this.takeInScheduled(mapping, path, ending);
    try {
      await pullSource(this.database, source, mapping.feed, importFile, { signal: ending, env });
    } catch (error) {
      // Tried again by its schedule; the run tells what is wrong with it.
      if (!(error instanceof DomainError)) throw error;
    } finally {
      await lock.release();
    }
    await this.options.onFree(source);
  }

  private async takeInScheduled(mapping: Mapping, path: string, signal: AbortSignal) {
    const { code } = mapping.source;
    const noted = {
      id: v7(),
      source: code,
      mode: 'ROW_BY_ROW',
      isDry: false,
      isPull: true,
    } as const;
    const told = { fileName: `${code}.jsonl`, asOf: today(), actor: FEED };
    const nothing = { uploadId: null, reach: null, mapping: null };
    const run: NotedRun = { ...noted, ...told, ...nothing, state: 'RUNNING' };
    await tellingRun(this.database, run, 'IMPORT_STARTED', async (db) => {
      await noteRun(db, run, 'RUNNING');
      return true;
    });
    await this.alive(run, signal, (ending) => this.takeIn(run, mapping, path, ending));
  }

  private async takeUp(run: NotedRun, signal: AbortSignal): Promise<void> {
    const wasBegun = run.state === 'RUNNING' || run.state === 'INTERRUPTED';
    const mapping = this.options.mappings.get(run.source);
    if (!mapping) {
      return failRun(this.database, run, `There is no mapping file of ${run.source} any more.`);
    }
    const goesOn = wasBegun && run.mode === 'ROW_BY_ROW' && !run.isDry;
    if (goesOn && run.isPull) {
      const why = 'Its gateway ended meanwhile, and what it had pulled is gone: pull again.';
      return failRun(this.database, run, why);
    }
    if (goesOn && run.mapping !== null && run.mapping !== mapping.digest) {
      const why = `Its gateway ended meanwhile, and the mapping file ${mapping.file} was changed: what it wrote stays. Undo it, or import the file again.`;
      return failRun(this.database, run, why);
    }
    const isTaken = await tellingRun(this.database, run, 'IMPORT_STARTED', async (db) => {
      if (run.state === 'RUNNING') await noteInterrupted(db, run.id);
      return takeUp(db, run.id, mapping.digest);
    });
    if (!isTaken) return;
    await this.alive(run, signal, (ending) => this.perform(run, mapping, wasBegun, ending));
  }

  /** Does the work of a run that is ours, with signs of life; whatever ends it is noted. */
  private async alive(
    run: NotedRun,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const cancelling = new AbortController();
    const beating = setInterval(() => {
      beat(this.database.kysely, run.id).then(
        (state) => state === 'CANCELLED' && cancelling.abort(new RunCancelled(run.id)),
        () => {}, // The database is away; the work itself will notice.
      );
    }, BEAT);
    try {
      await work(AbortSignal.any([signal, cancelling.signal]));
    } catch (error) {
      if (error instanceof RunCancelled || cancelling.signal.aborted) return;
      if (signal.aborted) {
        await tellingRun(this.database, run, 'IMPORT_INTERRUPTED', (db) =>
          noteInterrupted(db, run.id),
        ).catch(() => {});
        throw error;
      }
      await failRun(this.database, run, toldOf(error));
      // By its schedule, who pulls has to know.
      if (!(error instanceof DomainError) || run.actor === FEED) throw error;
    } finally {
      clearInterval(beating);
    }
  }

  private async perform(
    run: NotedRun,
    mapping: Mapping,
    resumes: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), 'quanmai-import-'));
    try {
      if (run.isPull) {
        await this.performPull(run, mapping, directory, signal);
        return;
      }
      const path = join(directory, 'delivery');
      await writeUpload(this.database.kysely, run.uploadId ?? '', path);
      await this.deliver(run, mapping, path, signal, resumes);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** What somebody asks for is pulled whole, whether it has changed or not. */
  private async performPull(
    run: NotedRun,
    mapping: Mapping,
    directory: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { env } = this.options;
    const { feed } = mapping;
    if (!feed) throw new NotTakenIn(`The mapping file ${mapping.file} names no feed any more.`);
    if (run.isDry) {
      const pulled = await pull(feed, NO_STATE, { directory, signal, env });
      if (pulled.outcome === 'PULLED') await this.deliver(run, mapping, pulled.path, signal);
      return;
    }
    const take = (path: string) => this.takeIn(run, mapping, path, signal);
    const pulled = await pullSource(this.database, run.source, feed, take, {
      ...{ signal, env, fresh: true },
    }).catch((error: unknown) => {
      if (error instanceof NotTakenIn) return { outcome: 'TOLD' } as const;
      throw error;
    });
    if (pulled.outcome === 'FAILED') throw pulled.fault;
    if (pulled.outcome === 'LEFT_ALONE') {
      throw new NotTakenIn(
        'The source failed several times, and is left alone for a while; "freshness" tells until when.',
      );
    }
  }

  /** @throws NotTakenIn, so that what was pulled is pulled again. */
  private async takeIn(
    run: NotedRun,
    mapping: Mapping,
    path: string,
    signal: AbortSignal,
  ): Promise<void> {
    const state = await this.deliver(run, mapping, path, signal);
    if (state !== 'DONE') throw new NotTakenIn(`Run ${run.id} is ${state}: its faults tell why.`);
  }

  private async deliver(
    request: NotedRun,
    mapping: Mapping,
    path: string,
    signal: AbortSignal,
    resumes = false,
  ) {
    const viewer = viewerOfRun(request);
    const { state } = await deliver(this.database, {
      ...{ mapping, path, request, signal, resumes },
      ...(viewer && { viewer }),
    });
    return state;
  }
}
