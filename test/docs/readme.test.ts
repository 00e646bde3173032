import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Every folder of src, as `modules/chain`. */
function foldersOf(directory: string): string[] {
  return readdirSync(join(ROOT, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(ROOT, directory).length + 1));
}

/** The folders that a tree drawn by indentation names, its first line apart; two blanks a level. */
function foldersDrawn(tree: string): string[] {
  const above: string[] = [];
  return [...tree.matchAll(/^(?<indent> +)(?<name>[\w-]+)\/ /gm)].map(([, indent, name]) => {
    above.splice(indent!.length / 2 - 1, Infinity, name!);
    return above.join('/');
  });
}

describe('what the README and the docs say of the repository', () => {
  const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: ROOT })];

  it('maps every folder of src, and no other', () => {
    const tree = /^src\/\n(?<tree>(?: +.*\n)+)/m.exec(read('README.md'))?.[1] ?? '';
    expect(foldersDrawn(tree).sort()).toEqual(foldersOf('src').sort());
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script]) => script!),
    );
    expect(named).toContain('check');
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('links only to files that there are', () => {
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!\w+:|#)(?<path>[^)#\s]+)/g)].map(([, path]) => ({
        page,
        path: path!,
      })),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ page, path }) => !existsSync(join(ROOT, dirname(page), path)))).toEqual(
      [],
    );
  });

  it('lists every decision, by the title of its page', () => {
    const listed = [...read('docs/adr/README.md').matchAll(/\[(\d+)\]\((\S+?)\) *\| *(.*?) *\|/g)];
    const decisions = globSync('docs/adr/0*.md', { cwd: ROOT }).sort();
    expect(
      listed.map(([, number, file, title]) => [`docs/adr/${file}`, `# ${number}. ${title}`]),
    ).toEqual(decisions.map((page) => [page, read(page).split('\n')[0]]));
  });
});
