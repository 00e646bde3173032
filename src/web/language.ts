import type { Bilingual } from './questions/saved-question.ts';

export type Language = keyof Bilingual;
