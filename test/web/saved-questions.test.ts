import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSavedQuestion } from '../../src/web/questions/saved-question.ts';

const HEADING = [
  '# 有哪些项目 · Which projects are there?',
  '# 全部项目，按名称。 · All projects, by name.',
  '# 分析员 · Analysts',
];

const file = (...lines: readonly string[]) => lines.join('\n');

describe('saved questions', () => {
  it('reads a title, a sentence and the asker in both languages, and the operation without them', () => {
    const text = file(...HEADING, 'query Projects {', '  viewer { kind }', '}', '');
    expect(readSavedQuestion('projects.graphql', text)).toEqual({
      name: 'Projects',
      title: { zh: '有哪些项目', en: 'Which projects are there?' },
      answers: { zh: '全部项目，按名称。', en: 'All projects, by name.' },
      asker: { zh: '分析员', en: 'Analysts' },
      query: 'query Projects {\n  viewer { kind }\n}\n',
      variables: '{}',
    });
  });

  it('gives the defaults of an operation as the variables that one may change', () => {
    const query =
      'query Q($a: [Stage!] = [SIGNED], $b: In = { min: "1.50", any: true, n: null }, $c: Int = 3, $d: Int) { x }';
    const { variables } = readSavedQuestion('q.graphql', file(...HEADING, query));
    expect(JSON.parse(variables)).toEqual({
      a: ['SIGNED'],
      b: { min: '1.50', any: true, n: null },
      c: 3,
    });
  });

  it.each([
    ['has no heading', file('query Q { x }')],
    ['has no English', file('# 只有中文', ...HEADING.slice(1), 'query Q { x }')],
    ['has a line too many', file(...HEADING, '# 多余 · More', 'query Q { x }')],
    ['has an asker whom nobody knows', file(...HEADING.slice(0, 2), '# 某人 · A', 'query Q { x }')],
    ['has two operations', file(...HEADING, 'query A { x }', 'query B { x }')],
    ['has an operation without a name', file(...HEADING, '{ x }')],
  ])('refuses a file that %s, and shows the form', (_fault, text) => {
    expect(() => readSavedQuestion('odd.graphql', text)).toThrow(
      /schema\/operations\/odd\.graphql: .+\n.*three comments/,
    );
  });

  it('has a heading in every file of schema/operations, and no name twice', () => {
    const questions = globSync('schema/operations/*.graphql').map((path) =>
      readSavedQuestion(basename(path), readFileSync(path, 'utf8')),
    );
    expect(questions.length).toBeGreaterThanOrEqual(10);
    expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length);
    expect(new Set(questions.map(({ title }) => title.zh)).size).toBe(questions.length);
  });
});
