import {
  type DocumentNode,
  getOperationAST,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { isMomentary } from '../../kit/momentary.ts';
import { fragmentNamed } from './fragment-named.ts';

const known = new WeakMap<DocumentNode, Map<string | null, boolean>>();

/** Whether a valid query's answer is good for as long as nothing is written to the log. */
export function isLasting(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): boolean {
  const operations = known.get(document) ?? new Map<string | null, boolean>();
  known.set(document, operations);
  let lasts = operations.get(operationName);
  if (lasts === undefined) {
    lasts = asksForLasting(schema, document, operationName);
    operations.set(operationName, lasts);
  }
  return lasts;
}

function asksForLasting(schema: GraphQLSchema, document: DocumentNode, name: string | null) {
  const operation = getOperationAST(document, name);
  const root = schema.getQueryType();
  if (!root || operation?.operation !== OperationTypeNode.QUERY) return false;
  return rootFields(document, operation.selectionSet).every((field) => lasts(root, field));
}

/** Introspection lasts as long as the process. */
function lasts(root: GraphQLObjectType, name: string): boolean {
  const field = root.getFields()[name];
  return !field || !isMomentary(field);
}

/** Each fragment once: they may spread each other, twice each, without end. */
function rootFields(
  document: DocumentNode,
  { selections }: SelectionSetNode,
  spread = new Set<string>(),
): string[] {
  return selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value;
      case Kind.INLINE_FRAGMENT:
        return rootFields(document, selection.selectionSet, spread);
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value;
        const fragment = spread.has(name) ? undefined : fragmentNamed(document, name);
        spread.add(name);
        return fragment ? rootFields(document, fragment.selectionSet, spread) : [];
      }
    }
  });
}
