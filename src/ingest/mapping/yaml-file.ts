import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** Steps from the top of a file to a value in it. */
export type YamlPath = readonly PropertyKey[];

/** A YAML file, whose values know their lines. */
export interface YamlFile {
  readonly value: unknown;
  /** What is no YAML in it. */
  readonly faults: readonly { readonly line: number; readonly problem: string }[];
  /** The line of a value, or of the nearest thing around it that is there. */
  readonly lineOf: (path: YamlPath) => number;
}

export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  return {
    value: document.errors.length > 0 ? undefined : (document.toJS() as unknown),
    faults: document.errors.map(({ message, pos }) => ({ line: lineAt(pos[0]), problem: message })),
    lineOf: (path) => {
      let node: unknown = document.contents;
      let offset = 0;
      for (const step of path) {
        if (isAlias(node)) node = node.resolve(document);
        const next = stepInto(node, step);
        if (!next) break;
        offset = next.offset ?? offset;
        node = next.node;
      }
      return lineAt(offset);
    },
  };
}

function stepInto(node: unknown, step: PropertyKey) {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { node: pair.value, offset: startOf(pair.key) };
}

const startOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined);
