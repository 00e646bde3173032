import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isRequiredArgument,
} from 'graphql';

/** Which fields are not walked, by `Type.field`; a whole type by `Type.*`. */
export type Skipped = (type: string, field: string) => boolean;
/** What a required argument is given: several values are several questions. */
export type Given = (type: string, field: string, argument: string) => readonly string[];

type Field = GraphQLField<unknown, unknown>;

/** So many ways from the root to a type are walked. */
const WAYS = 2;
/** So far is everything selected behind the end of a way. */
const BEYOND = 1;
const PAGE = 30;

/** The graph as its own introspection tells it, as questions that go through every field. */
export class Walk {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly given: Given,
    private readonly skips: Skipped,
  ) {}

  /** A question for every way to every type, with all that the type has. */
  questions(): Map<string, string> {
    const found = new Map<string, string>();
    for (const [type, ways] of this.ways()) {
      if (type === 'Query' || /Connection$|Edge$|^PageInfo$/.test(type)) continue;
      ways.forEach((way, index) => {
        const whole = way.reduceRight(
          (inner, step) => `${step} {${inner}}`,
          this.all(type, BEYOND),
        );
        found.set(`${type} by way ${index + 1}`, `{${whole}}`);
      });
    }
    for (const [name, field] of Object.entries(this.fieldsOf('Query'))) {
      this.calls('Query', field).forEach((call, index) =>
        found.set(`${name} ${index}`, `{${call}${this.selection(field, BEYOND)}}`),
      );
    }
    return found;
  }

  /** Every list in each of its orders. */
  orders(): Map<string, string> {
    const found = new Map<string, string>();
    for (const [type, [way = []]] of this.ways()) {
      for (const field of Object.values(this.fieldsOf(type))) {
        const order = field.args.find(({ name }) => name === 'orderBy');
        const values = order && getNamedType(order.type);
        if (!isEnumType(values)) continue;
        for (const { name } of values.getValues()) {
          const [call = ''] = this.calls(type, field, `orderBy: ${name}`);
          const asked = `${call}${this.selection(field, 1)}`;
          const whole = way.reduceRight((inner, step) => `${step} {${inner}}`, asked);
          found.set(`${type}.${field.name} by ${name}`, `{${whole}}`);
        }
      }
    }
    return found;
  }

  /** The shortest ways from the root to each type: fields with their arguments. */
  private ways(): Map<string, string[][]> {
    const ways = new Map<string, string[][]>([['Query', [[]]]]);
    const queue: { type: string; way: string[] }[] = [{ type: 'Query', way: [] }];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { type, way } = next;
      for (const field of Object.values(this.fieldsOf(type))) {
        if (!isCompositeType(getNamedType(field.type))) continue;
        // By an id one comes to one thing, and asks for it below.
        const [call] =
          field.name.startsWith('node') && type === 'Query' ? [] : this.calls(type, field);
        if (call === undefined) continue;
        for (const possible of this.possible(field)) {
          const known = ways.get(possible) ?? [];
          if (known.length === WAYS) continue;
          const step = isAbstractType(getNamedType(field.type)) ? [`... on ${possible}`] : [];
          const further = [...way, call, ...step];
          ways.set(possible, [...known, further]);
          if (further.length < 12) queue.push({ type: possible, way: further });
        }
      }
    }
    return ways;
  }

  /**
   * All fields of a type: values, and for so many levels what else it leads to. Where several types
   * may stand in one place, each has its own names, for theirs may be of other types.
   */
  private all(type: string, levels: number, isOneOfSeveral = false): string {
    // A connection and its edges are no levels of their own.
    const isWrapper = /Connection$|Edge$/.test(type);
    const selected = Object.values(this.fieldsOf(type)).flatMap((field) => {
      const isLeaf = isLeafType(getNamedType(field.type));
      if (!isLeaf && levels === 0 && !isWrapper) return [];
      const [call = ''] = this.calls(type, field);
      const alias = isOneOfSeveral ? `${type}_${field.name}: ` : '';
      return `${alias}${call}${this.selection(field, isWrapper ? levels : levels - 1)}`;
    });
    return ['__typename', ...selected].join(' ');
  }

  private selection(field: Field, levels: number): string {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return '';
    if (!isAbstractType(named)) return ` {${this.all(named.name, levels)}}`;
    const parts = this.possible(field).map(
      (type) => `... on ${type} {${this.all(type, levels, true)}}`,
    );
    return ` {__typename ${parts.join(' ')}}`;
  }

  /** The field with its arguments filled: of a list as much as there is. */
  private calls(type: string, field: Field, more = ''): string[] {
    const own = field.args.some(({ name }) => name === 'first') ? [`first: ${PAGE}`] : [];
    const extra = more === '' ? own : [...own, more];
    let calls = [extra];
    for (const argument of field.args.filter(isRequiredArgument)) {
      const values = this.given(type, field.name, argument.name);
      calls = calls.flatMap((given) =>
        values.map((value) => [...given, `${argument.name}: ${value}`]),
      );
    }
    return calls.map((given) =>
      given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name,
    );
  }

  private possible(field: Field): string[] {
    const named = getNamedType(field.type);
    if (isAbstractType(named)) return this.schema.getPossibleTypes(named).map(({ name }) => name);
    return [named.name];
  }

  private fieldsOf(type: string): Record<string, Field> {
    const fields = (this.schema.getType(type) as GraphQLObjectType).getFields();
    return Object.fromEntries(Object.entries(fields).filter(([name]) => !this.skips(type, name)));
  }
}
