import { readFileSync } from 'node:fs';

/** The words of docs/glossary.md: each identifier with its term, in the order of the page. */
export interface Glossary {
  readonly terms: readonly string[];
  readonly identifiers: readonly string[];
  /** The term of an identifier. */
  readonly termOf: ReadonlyMap<string, string>;
  /** How each row says what is meant. */
  readonly meanings: readonly string[];
}

export function readGlossary(): Glossary {
  const page = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| *(-|term )/.test(line))
    .map((line) => {
      const [, term = '', names = '', meaning = ''] = line.split('|').map((cell) => cell.trim());
      return {
        term,
        meaning,
        identifiers: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
      };
    });
  return {
    terms: rows.map(({ term }) => term),
    identifiers: rows.flatMap(({ identifiers }) => identifiers),
    termOf: new Map(
      rows.flatMap(({ term, identifiers }) => identifiers.map((name) => [name, term])),
    ),
    meanings: rows.map(({ meaning }) => meaning),
  };
}
