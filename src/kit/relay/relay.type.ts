import { ArgsType, type ClassType, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';

/** Types by the prefix of their ids, filled where each type says what it is. */
const typeNames = new Map<string, string>();

/** The type of what has this id; ids are opaque to clients, not to us: a prefix and the row's uuid. */
export function typeOfId(id: string): string | undefined {
  return typeNames.get(prefixOf(id));
}

/** What stands before the row's uuid in an id. */
export const prefixOf = (id: string): string => id.slice(0, id.indexOf('_') + 1);

/** The row's uuid in an id. */
export const keyOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Makes ids that begin with this prefix ids of this type. */
export function identify(prefix: string, typeName: string): void {
  typeNames.set(prefix, typeName);
}

@InterfaceType('Node', {
  description: '节点 · Anything in the graph that has an id of its own.',
  resolveType: ({ id }: { id: string }) => typeOfId(id),
})
export abstract class Node {
  @Field(() => ID, {
    description: '标识 · Opaque and global; give it to node(id:) to read it again.',
  })
  id!: string;
}

@ObjectType('PageInfo', { description: '分页信息 · Where a page stands in its list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: '有下一页 · Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: '有上一页 · Whether there is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: '首游标 · The first row; give it as "before" to read what precedes it.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '末游标 · The last row; give it as "after" to read what follows it.',
  })
  endCursor!: string | null;
}

/** The paging arguments of what can be read from the front only. */
@ArgsType()
export class ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: '前若干条 · How many from the front: 20 unless told, at most 200.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: '之后 · Only what comes after this cursor.' })
  after?: string | null;
}

/** The paging arguments of every connection. */
@ArgsType()
export class PageArgs extends ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: '后若干条 · How many from the back, at most 200; not together with "first".',
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: '之前 · Only what comes before this cursor.',
  })
  before?: string | null;
}

/** The connection type of a node type, with its edges: there is no other way to page. */
export function connectionOf<T extends object>(nodeType: ClassType<T>, name: string, term: string) {
  @ObjectType(`${name}Edge`, { description: `${term}项 · One ${name} in a list, with its cursor.` })
  class EdgeType {
    @Field(() => nodeType, { description: `${term} · The ${name} itself.` })
    node!: T;

    @Field(() => String, { description: '游标 · Where it stands in this list.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `${term}列表 · One page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: `${term}项 · The page's items with their cursors.` })
    edges!: EdgeType[];

    @Field(() => [nodeType], { description: `${term} · The page's items alone.` })
    nodes!: T[];

    @Field(() => PageInfoType, { description: '分页信息 · Where the page stands.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, {
      description: '总数 · How many there are in all; counted only when selected.',
    })
    totalCount!: number;
  }
  return ConnectionType;
}
