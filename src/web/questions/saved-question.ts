import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type ValueNode,
} from 'graphql';

/** A text in the page's two languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A question of `schema/operations` as the page offers it. */
export interface SavedQuestion {
  /** The name of its operation. */
  readonly name: string;
  readonly title: Bilingual;
  /** What it answers, in one sentence. */
  readonly answers: Bilingual;
  readonly asker: Bilingual;
  readonly query: string;
  /** JSON, the operation's defaults: what one would want to change. */
  readonly variables: string;
}

/** Who asks (谁问), in the order of the page. */
export const ASKERS: readonly Bilingual[] = [
  { zh: '市领导', en: 'City leadership' },
  { zh: '区县', en: 'District officers' },
  { zh: '招商部门', en: 'Investment promotion' },
  { zh: '产业链办', en: 'Chain office' },
  { zh: '分析员', en: 'Analysts' },
  { zh: '前端开发', en: 'Frontend developers' },
];

const FORM = `Its file begins with three comments, each in Chinese and English:
  # 标题 · Title
  # 回答什么，一句话。 · What it answers, in one sentence.
  # ${ASKERS.map(({ zh, en }) => `${zh} · ${en}`).join(' | ')}`;

/** Reads a file of one named operation with its heading; throws what is wrong, and the right form. */
export function readSavedQuestion(file: string, text: string): SavedQuestion {
  const fail = (fault: string) => new Error(`schema/operations/${file}: ${fault}\n${FORM}`);
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const [title, answers, asker, ...others] = lines
    .slice(0, end)
    .map((line) => toBilingual(line.slice(1)));
  if (!title || !answers || !asker || others.length > 0) {
    throw fail('its heading is not of three lines, each "中文 · English".');
  }
  const known = ASKERS.find(({ zh, en }) => zh === asker.zh && en === asker.en);
  if (!known) throw fail(`nobody is known as "${asker.zh} · ${asker.en}".`);
  const query = `${lines.slice(end).join('\n').trim()}\n`;
  const operation = onlyOperation(parse(query));
  if (!operation?.name) throw fail('it holds more, or less, than one named operation.');
  const variables = JSON.stringify(defaultsOf(operation), null, 2);
  return { name: operation.name.value, title, answers, asker: known, query, variables };
}

function toBilingual(line: string): Bilingual | undefined {
  const [zh, en, ...rest] = line.split(' · ').map((part) => part.trim());
  return zh && en && rest.length === 0 ? { zh, en } : undefined;
}

function onlyOperation({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 ? operations[0] : undefined;
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode) {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, toJson(defaultValue)] as const] : [],
    ),
  );
}

/** A constant as JSON: an enum's value is its name. */
function toJson(value: ValueNode): unknown {
  switch (value.kind) {
    case Kind.INT:
    case Kind.FLOAT:
      return Number(value.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return value.value;
    case Kind.LIST:
      return value.values.map(toJson);
    case Kind.OBJECT:
      return Object.fromEntries(
        value.fields.map(({ name, value: of }) => [name.value, toJson(of)]),
      );
    case Kind.NULL:
    case Kind.VARIABLE:
      return null;
  }
}
