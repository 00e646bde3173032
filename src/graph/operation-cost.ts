import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoUnusedFragmentsRule,
  parse,
  print,
  separateOperations,
  Source,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import type { Admission, AdmittedCost } from './admission.ts';

/** A document as a file holds it. */
export interface DocumentFile {
  readonly name: string;
  readonly text: string;
}

/** What a gateway would say to one operation of a file, or to the file if it cannot be read. */
export interface OperationVerdict {
  readonly file: string;
  readonly operation: string;
  readonly cost?: AdmittedCost | undefined;
  /** Why it would be refused. */
  readonly errors: readonly GraphQLError[];
}

/** A file of fragments alone is there for the others; a client sends what an operation uses. */
const RULES = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** Asks the gate about every operation of these files, each alone, as a client sends it. */
export function verdictsOn(
  files: readonly DocumentFile[],
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
  admission: Admission,
): OperationVerdict[] {
  const read = files.map(({ name, text }) => ({ name, ...readDocument(name, text) }));
  const shared = new Map(
    read.flatMap(({ document }) => fragmentsOf(document)).map((made) => [made.name.value, made]),
  );
  return read.flatMap(({ name: file, document, error }): OperationVerdict[] => {
    if (error) return [{ file, operation: '', errors: [error] }];
    const whole = withFragments(document, shared);
    const faults = validate(schema, whole, RULES, admission.validation);
    if (faults.length > 0) return [{ file, operation: '', errors: faults }];
    return Object.entries(separateOperations(whole)).map(([operation, alone]) => ({
      file,
      operation: operation || '(unnamed)',
      ...verdictOn(alone, variables, admission),
    }));
  });
}

function verdictOn(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  admission: Admission,
): Pick<OperationVerdict, 'cost' | 'errors'> {
  try {
    admission.checkRequest({ query: print(document), variables });
    return { cost: admission.checkOperation(document, undefined, variables), errors: [] };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { code, asked, allowed } = error.extensions;
    const isCost = code === 'COST_TOO_HIGH';
    return { errors: [error], ...(isCost && { cost: { asked, allowed } as AdmittedCost }) };
  }
}

function readDocument(
  name: string,
  text: string,
): { document: DocumentNode; error?: GraphQLError } {
  try {
    return { document: parse(new Source(text, name)) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { document: { kind: Kind.DOCUMENT, definitions: [] }, error };
  }
}

function fragmentsOf({ definitions }: DocumentNode): FragmentDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
}

/** A document with those fragments of other files that it uses, and that these use in turn. */
function withFragments(
  document: DocumentNode,
  shared: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const own = new Set(fragmentsOf(document).map(({ name }) => name.value));
  const added = new Set<FragmentDefinitionNode>();
  const add = (from: DocumentNode | FragmentDefinitionNode) => {
    visit(from, {
      FragmentSpread({ name }) {
        const fragment = own.has(name.value) ? undefined : shared.get(name.value);
        if (!fragment || added.has(fragment)) return;
        added.add(fragment);
        add(fragment);
      },
    });
  };
  add(document);
  return { ...document, definitions: [...document.definitions, ...added] };
}
