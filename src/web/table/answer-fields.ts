import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  typeFromAST,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Bilingual } from '../questions/saved-question.ts';

/** What the schema says of one field of an answer, and of those inside it. */
export interface AnswerField {
  /** Its description, `中文 · English`. */
  readonly says?: Bilingual;
  /** The name of its type, without lists and `!`. */
  readonly type: string;
  /** The Chinese terms of an enum's values. */
  readonly terms?: ReadonlyMap<string, string>;
  readonly within: AnswerFields;
}

/** By their names in the answer: the alias, where there is one. */
export type AnswerFields = ReadonlyMap<string, AnswerField>;

type Growing = Map<string, AnswerField & { within: Growing }>;

/** Describes every field that an operation asks for; those of fragments and of several types together. */
export function describeAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): AnswerFields {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return new Map();
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const described: Growing = new Map();
  collect({ schema, fragments, spread: [] }, root, operation.selectionSet, described);
  return described;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The fragments around, so that one in circles ends. */
  readonly spread: readonly string[];
}

function collect(
  walk: Walk,
  parent: GraphQLNamedType,
  { selections }: SelectionSetNode,
  into: Growing,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      const field =
        name === '__typename'
          ? TypeNameMetaFieldDef
          : isObjectType(parent) || isInterfaceType(parent)
            ? parent.getFields()[name]
            : undefined;
      if (!field) continue;
      const type = getNamedType(field.type);
      const key = selection.alias?.value ?? name;
      const known = into.get(key) ?? { ...describe(field.description, type), within: new Map() };
      into.set(key, known);
      if (selection.selectionSet) collect(walk, type, selection.selectionSet, known.within);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const { typeCondition, selectionSet } = selection;
      const type = typeCondition ? typeFromAST(walk.schema, typeCondition) : parent;
      if (type) collect(walk, type, selectionSet, into);
    } else {
      const name = selection.name.value;
      const fragment = walk.fragments.get(name);
      const type = fragment && typeFromAST(walk.schema, fragment.typeCondition);
      if (!fragment || !type || walk.spread.includes(name)) continue;
      collect({ ...walk, spread: [...walk.spread, name] }, type, fragment.selectionSet, into);
    }
  }
}

function describe(description: string | null | undefined, type: GraphQLNamedType) {
  const says = toBilingual(description);
  const terms = isEnumType(type)
    ? new Map(
        type.getValues().flatMap(({ name, description: of }) => {
          const term = toBilingual(of)?.zh;
          return term ? [[name, term] as const] : [];
        }),
      )
    : undefined;
  return { type: type.name, ...(says && { says }), ...(terms && { terms }) };
}

/** Every description of the graph begins with the Chinese term. */
function toBilingual(description: string | null | undefined): Bilingual | undefined {
  const [zh, ...en] = description?.split(' · ') ?? [];
  return zh && en.length > 0
    ? { zh: zh.trim(), en: en.join(' · ').replace(/\s+/g, ' ') }
    : undefined;
}
