import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { BadInput } from '../kit/errors.ts';
import { LARGEST_PAGE } from '../kit/relay/page-size.ts';
import { keyOf, Node, prefixOf } from '../kit/relay/relay.type.ts';
import { isUuid } from '../kit/uuid.ts';
import type { RequestContext } from '../request/context.ts';
import type { NodeKind } from '../request/node.ts';

/** `node` and `nodes` over every kind of node that the modules bring. */
export function nodeResolver(kinds: readonly NodeKind[]) {
  const byPrefix = new Map(kinds.map((kind) => [kind.prefix, kind]));

  const find = async (id: string, context: RequestContext) => {
    const kind = byPrefix.get(prefixOf(id));
    if (!kind || !isUuid(keyOf(id))) return null;
    const found = await context.use(kind.rows).load(keyOf(id));
    // Two types may share a table: an institution is not to be had by an enterprise's id. And what was
    // merged into another is answered by that one, which has an id of its own.
    const isOfType = found && 'id' in found && prefixOf(String(found.id)) === kind.prefix;
    return isOfType ? found : null;
  };

  @Resolver()
  class NodeResolver {
    @Query(() => Node, {
      nullable: true,
      description: '节点 · Anything, by its id; null where there is none.',
    })
    node(
      @Arg('id', () => ID, { description: '标识 · Its id.' }) id: string,
      @Ctx() context: RequestContext,
    ) {
      return find(id, context);
    }

    @Query(() => [Node], {
      nullable: 'items',
      description: '节点 · Several at once, in the order asked; at most 200.',
    })
    nodes(
      @Arg('ids', () => [ID], { description: '标识 · Their ids.' }) ids: string[],
      @Ctx() context: RequestContext,
    ) {
      if (ids.length > LARGEST_PAGE) {
        throw new BadInput(
          `"ids" holds ${ids.length}; ask for at most ${LARGEST_PAGE} at once.`,
          ['ids'],
          { asked: ids.length, allowed: LARGEST_PAGE },
        );
      }
      return Promise.all(ids.map((id) => find(id, context)));
    }
  }
  return NodeResolver;
}
