import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Values } from './cost-values.ts';

/** The fields that execution would ask of an object, merged as it merges them: by their key in the answer. */
export class FieldsOf {
  /** Set once more was looked at than any sane document has. */
  exhausted = false;
  private looks = 0;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly numbers = new Map<SelectionSetNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly values: Values,
    private readonly mostLooks: number,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  /** Names these selections taken together. */
  keyOf(selections: readonly SelectionSetNode[]): string {
    this.look(selections.length);
    return selections.map((selection) => this.numberOf(selection)).join();
  }

  /** The nodes of each field, those of one key together. */
  in(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Iterable<FieldNode[]> {
    const found = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const selection of selections) this.collect(type, selection, found, spread);
    return found.values();
  }

  private collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    found: Map<string, FieldNode[]>,
    spread: Set<string>,
  ): void {
    for (const selection of selections) {
      this.look(1);
      if (this.exhausted) return;
      if (this.values.leavesOut(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = found.get(key);
        if (nodes) nodes.push(selection);
        else found.set(key, [selection]);
        continue;
      }
      const fragment = this.fragmentOf(selection, spread);
      if (fragment && this.applies(fragment.typeCondition, type)) {
        this.collect(type, fragment.selectionSet, found, spread);
      }
    }
  }

  /** An inline fragment, or a named one where it is met for the first time. */
  private fragmentOf(selection: Exclude<SelectionNode, FieldNode>, spread: Set<string>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const name = selection.name.value;
    if (spread.has(name)) return undefined;
    spread.add(name);
    return this.fragments.get(name);
  }

  private applies(condition: NamedTypeNode | undefined, type: GraphQLObjectType): boolean {
    if (!condition || condition.name.value === type.name) return true;
    const named = this.schema.getType(condition.name.value);
    return isAbstractType(named) && this.schema.isSubType(named, type);
  }

  private numberOf(selection: SelectionSetNode): number {
    const known = this.numbers.get(selection) ?? this.numbers.size;
    this.numbers.set(selection, known);
    return known;
  }

  private look(times: number): void {
    this.looks += times;
    if (this.looks > this.mostLooks) this.exhausted = true;
  }
}
