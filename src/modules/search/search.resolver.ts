import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { BadInput } from '../../kit/errors.ts';
import { Connection } from '../../kit/relay/connection.ts';
import { foreignCursor } from '../../kit/relay/cursor.ts';
import { ForwardArgs } from '../../kit/relay/relay.type.ts';
import { readSlice, type Slice, WHOLE_ROWS } from '../../kit/relay/slice.ts';
import { selectedIn } from '../../kit/selection.ts';
import type { RequestContext } from '../../request/context.ts';
import { type Asked, readAsked } from '../../search/asked.ts';
import type { SearchType as Type } from '../../search/searchable.ts';
import { nodeOf, writtenBy } from './found-nodes.ts';
import { type FoundRow, type Place, searches } from './search.queries.ts';
import { SearchResultConnection, SearchResultType, SearchType } from './search.type.ts';
import { matchAt } from './ways.ts';

const LONGEST_TEXT = 100;

@ArgsType()
class SearchArgs extends ForwardArgs {
  @Field(() => String, {
    description: '文本 · A part of a name, its pinyin or initials, an English name, or a code.',
  })
  text!: string;

  @Field(() => [SearchType], {
    nullable: true,
    description: '搜索类型 · Only these; everything unless told.',
  })
  types?: Type[] | null;
}

@Resolver(() => SearchResultType)
export class SearchResolver {
  @Query(() => SearchResultConnection, {
    description:
      '搜索 · What bears a name like the text: whole names first, then beginnings, then any part, the shorter before the longer; the total is counted up to 1,000.',
  })
  async search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = readText(args.text);
    const types = readTypes(args.types ?? null);
    const isCounted = 'totalCount' in selectedIn(info);
    const slice = readSlice('search', args, args.text, types, { ...WHOLE_ROWS, isCounted });
    const rows = await context.use(searches).load({
      ...{ asked, types, after: readPlace(slice) },
      ...{ take: slice.take + 1, isCounted: slice.isCounted },
    });
    // The total comes with one row at the least, be it of nothing.
    const names = rows.filter(({ ownerId }) => (ownerId as string | null) !== null);
    const page = names.slice(0, slice.take);
    return new Connection(page, names.length > slice.take, rows[0]?.total ?? null, slice);
  }

  @FieldResolver()
  by(@Root() row: FoundRow) {
    const by = matchAt(row.rank);
    return by === 'NAME' && row.alias !== null ? 'ALIAS' : by;
  }

  @FieldResolver()
  async matched(@Root() row: FoundRow, @Ctx() context: RequestContext) {
    const by = matchAt(row.rank);
    const isName = by === 'NAME' || by === 'PINYIN' || by === 'INITIALS';
    return (isName ? row.alias : await writtenBy(by, row, context)) ?? row.name;
  }

  @FieldResolver()
  node(@Root() row: FoundRow, @Ctx() context: RequestContext) {
    return nodeOf(row, context);
  }
}

/** What the text may be; only what has a letter or digit may be anything. */
function readText(text: string): Asked {
  const { length } = Array.from(text);
  if (length > LONGEST_TEXT) {
    throw new BadInput(
      `"text" has ${length} characters; search for at most ${LONGEST_TEXT}, a part of the name is enough.`,
      ['text'],
      { asked: length, allowed: LONGEST_TEXT },
    );
  }
  const asked = readAsked(text);
  if (!asked) {
    throw new BadInput(
      '"text" has no letter or digit: give a part of a name, its pinyin or initials, or a code.',
      ['text'],
    );
  }
  return asked;
}

function readTypes(types: Type[] | null): Type[] | null {
  if (types?.length === 0) {
    throw new BadInput('"types" is empty: name some, or leave it out to search everything.', [
      'types',
    ]);
  }
  return types && [...new Set(types)].sort();
}

/** A cursor holds the rank, the shelf and the text that the page before ended with. */
function readPlace({ after }: Slice): Place | null {
  if (!after) return null;
  const [value, ownerId] = after;
  const [, rank, shelf, x] = /^([12]?\d) (\d{1,3}) ([^\0]*)$/.exec(value) ?? [];
  if (rank === undefined || shelf === undefined || x === undefined) throw foreignCursor('after');
  return { rank: Number(rank), shelf: Number(shelf), x, ownerId };
}
