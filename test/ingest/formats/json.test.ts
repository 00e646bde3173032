import { describe, expect, it } from '@jest/globals';
import { faultsOf, problemsOf, table, withDirectory } from './reading.ts';

withDirectory();

describe('records in JSON', () => {
  it('are read with numbers as they are written, members of members by dotted keys', async () => {
    // when
    const { header, rows, ...file } = await table(
      'places.json',
      `[{"code": 914000000000000000001, "share": 1.50, "district": {"code": "370102", "name": " 历下\\u3000"}},
        {"code": null, "open": true, "district": {"name": "\\u5e02\\u4e2d \\"x\\""}}, {}]`,
    );
    // then
    expect(file).toMatchObject({ format: 'JSON', encoding: 'UTF-8', notes: [] });
    expect(header).toEqual(['code', 'share', 'district.code', 'district.name', 'open']);
    expect(rows).toEqual([
      {
        row: 1,
        cells: ['914000000000000000001', '1.50', '370102', '历下', ''],
        numbers: new Set([0, 1]),
      },
      { row: 2, cells: ['', '', '', '市中 "x"', 'true'] },
    ]);
  });

  it('may stand in the one list of an object, or in the one that is told', async () => {
    const content = '{"total": 1, "meta": {"tags": ["x"]}, "records": [{"a": 1}]}';
    expect(await table('one.json', content)).toMatchObject({ cells: [[1, '1']] });
    const two = '{"result": {"bad": [], "rows": [{"a": 1}]}, "old": [{"b": 2}], "new": []}';
    expect(await problemsOf('two.json', two)).toEqual([
      'there are two lists in it, “old” and “new”; say which to read.',
    ]);
    expect(await table('two.json', two, { path: 'result.rows' })).toMatchObject({
      header: ['a'],
      cells: [[1, '1']],
    });
    expect(await problemsOf('two.json', two, { path: 'rows' })).toEqual([
      'there is no list at “rows” in it.',
    ]);
    expect(await problemsOf('none.json', '{"a": 1}')).toEqual([
      expect.stringContaining('there is no list of records in it'),
    ]);
    expect(await problemsOf('empty.json', '[]')).toEqual(['there are no records in it.']);
  });

  it('have the columns that are told, or the keys of the first hundred records', async () => {
    const content = `[${'{"a": 1},'.repeat(100_000)}{"a": 2, "late": 3, "none": null}]`;
    expect(await faultsOf('late.json', content)).toEqual([
      {
        file: 'late.json',
        row: 100_001,
        column: 'late',
        problem: 'no such key is known; they are a.',
      },
    ]);
    const { header, rows } = await table('late.json', content, { columns: ['late', 'a'] });
    expect([header, rows.length, rows.at(-1)?.cells]).toEqual([['late', 'a'], 100_001, ['3', '2']]);
  });

  it('are refused with what no table can hold', async () => {
    const large = JSON.stringify('x'.repeat(40_000));
    const content = `[{"a": 1, "a": 2}, {"b": {"c": 1}, "b.c": 2}, {"d": [{"x": [1]}, 2]}, {"e": ${large}},
      {"f": "\\u0000"}, {"g": "\\ud83d"}, {"h": {"i": 1}, "h": {"j": 2}}]`;
    expect(await faultsOf('cells.json', content)).toMatchObject([
      { row: 1, column: 'a', problem: expect.stringContaining('stands twice') },
      { row: 2, column: 'b.c', problem: expect.stringContaining('stands twice') },
      { row: 3, column: 'd', problem: expect.stringContaining('a list stands here') },
      { row: 4, column: 'e', problem: expect.stringContaining('more than 32767 characters') },
      { row: 5, column: 'f', problem: expect.stringContaining('NUL') },
      { row: 6, column: 'g', problem: expect.stringContaining('half a character') },
      { row: 7, column: 'h', problem: expect.stringContaining('stands twice') },
    ]);
    expect(await faultsOf('items.json', '[{"a": 1}, 2]')).toMatchObject([
      { row: 2, problem: 'a record is an object, and this is none.' },
    ]);
    expect(await problemsOf('deep.json', `[${'{"a":'.repeat(40)}1${'}'.repeat(40)}]`)).toEqual([
      expect.stringContaining('more than 16 deep'),
    ]);
    expect(
      await problemsOf('keys.json', '[{"a": 1, "b": 2, "c": 3}]', { limits: { columns: 2 } }),
    ).toEqual([expect.stringContaining('more than 2 keys')]);
  });

  it('are refused where the text is no JSON, near the record where that shows', async () => {
    const good = Array.from({ length: 1_000 }, (_, at) => `{"a": "text ${at}"}`);
    const [fault] = await faultsOf('syntax.json', `[${good.join(',\n')},\n{"a" 1}]`);
    expect(fault!.problem).toMatch(/^this is not JSON: expected ':'/);
    expect(fault!.row).toBeGreaterThan(940);
    expect(await problemsOf('cut.json', '[{"a": 1},')).toEqual([
      expect.stringContaining('this is not JSON'),
    ]);
  });
});

describe('records in JSONL', () => {
  it('are read line by line, each by the number of its line', async () => {
    const content = '{"a": 1.0, "b": "x"}\r\n\r\n{"b": "y\\n"}\n';
    expect(await table('lines.jsonl', content)).toMatchObject({
      format: 'JSONL',
      header: ['a', 'b'],
      cells: [
        [1, '1.0', 'x'],
        [3, '', 'y'],
      ],
    });
    expect(await table('lines.json', content)).toMatchObject({
      format: 'JSONL',
      notes: [
        {
          kind: 'MISNAMED',
          text: 'It is called lines.json, and was read as what it holds: JSONL.',
        },
      ],
    });
  });

  it('may be one alone, in a file that is called so', async () => {
    expect(await table('one.jsonl', '{"a": 1}\n')).toMatchObject({
      ...{ format: 'JSONL', header: ['a'], cells: [[1, '1']] },
    });
  });

  it('are refused with every line that holds none', async () => {
    expect(
      await faultsOf('lines.jsonl', '{"a": 1}\n{"a": }\n[1]\n{"a": 1} {"a": 2}\n{"a"\n'),
    ).toMatchObject([
      { row: 2, problem: expect.stringContaining('this is not JSON') },
      { row: 3, problem: 'a record is an object, and this is none.' },
      { row: 4, problem: expect.stringContaining('this is not JSON') },
      { row: 5, problem: expect.stringContaining('this is not JSON') },
    ]);
    expect(await faultsOf('long.jsonl', `{"a": 1}\n{"a": "${'x'.repeat(3_000_000)}`)).toMatchObject(
      [{ row: 2, problem: expect.stringContaining('more than 1000000 characters') }],
    );
  });
});
