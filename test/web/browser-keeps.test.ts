import { describe, expect, it } from '@jest/globals';
import { withoutHeaders } from '../../src/web/private-storage.ts';
import { fromFragment, toFragment } from '../../src/web/shared-link.ts';

/** As a browser's. */
class Kept {
  private readonly items = new Map<string, string>();
  get length() {
    return this.items.size;
  }
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
  all = () => JSON.stringify([...this.items]);
}

describe('what the page keeps in a browser', () => {
  const TOKEN = '{"Authorization":"Bearer sesame"}';

  it('is never a header: neither of a tab, nor of the history, nor by itself', () => {
    const kept = new Kept();
    const storage = withoutHeaders(kept);
    storage.setItem('graphiql:headers', TOKEN);
    storage.setItem(
      'graphiql:tabState',
      JSON.stringify({ tabs: [{ query: '{a}', headers: TOKEN }] }),
    );
    storage.setItem(
      'graphiql:queries',
      JSON.stringify({ queries: [{ query: '{a}', headers: TOKEN }] }),
    );
    expect(kept.all()).not.toContain('sesame');
    expect(JSON.parse(storage.getItem('graphiql:queries')!)).toEqual({
      queries: [{ query: '{a}', headers: null }],
    });
  });

  it('is kept as it is where it only speaks of headers', () => {
    const kept = new Kept();
    const query = '# "headers" are none of its business\n{ a }';
    withoutHeaders(kept).setItem('graphiql:query', query);
    expect(kept.getItem('graphiql:query')).toBe(query);
  });

  it('is forgotten without what others keep there', () => {
    const kept = new Kept();
    const storage = withoutHeaders(kept);
    for (const key of ['graphiql:a', 'other', 'graphiql:b']) storage.setItem(key, '1');
    expect(storage.length).toBe(2);
    storage.clear();
    expect(kept.all()).toBe('[["other","1"]]');
  });

  it('reads a default where nothing is kept yet', () => {
    const storage = withoutHeaders(new Kept(), { 'graphiql:flex': '0.3' });
    expect(storage.getItem('graphiql:flex')).toBe('0.3');
    storage.setItem('graphiql:flex', '1');
    expect(storage.getItem('graphiql:flex')).toBe('1');
    expect(storage.getItem('graphiql:other')).toBeNull();
  });
});

describe('a link to a question', () => {
  it('carries query, variables and operation name, whatever is in them', () => {
    const question = {
      query: 'query Q($n: String) {\n  a(name: $n) # 100% & more + 中文 😀\n}',
      variables: '{ "n": "a=b&c#d%20" }',
      operationName: 'Q',
    };
    const fragment = toFragment(question);
    expect(fragment).toMatch(/^#[\x21-\x7e]+$/);
    expect(fromFragment(fragment)).toEqual(question);
    expect(fromFragment(new URL(fragment, 'http://quanmai.example/').hash)).toEqual(question);
  });

  it('leaves out what is empty', () => {
    expect(fromFragment(toFragment({ query: '{a}', variables: ' ', operationName: '' }))).toEqual({
      query: '{a}',
    });
  });

  it.each(['', '#', '#top', '#variables={}'])('is none in %j', (fragment) => {
    expect(fromFragment(fragment)).toBeUndefined();
  });
});
