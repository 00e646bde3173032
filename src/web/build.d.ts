import type { SavedQuestion } from './questions/saved-question.ts';

/** What scripts/build-web.js puts in place of these names. */
declare global {
  const SAVED_QUESTIONS: readonly SavedQuestion[];

  /** The files of Monaco's workers. */
  const WORKERS: Readonly<Record<'editor' | 'json' | 'graphql', string>>;
}
