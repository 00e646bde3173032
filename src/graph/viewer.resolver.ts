import {
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { MOMENTARY } from '../kit/momentary.ts';
import type { Viewer } from '../access/viewer.ts';
import { graphEnum } from '../kit/graph-enum.ts';
import { DateTimeScalar } from '../kit/scalars.ts';
import { regionById } from '../modules/region/region.queries.ts';
import { RegionType } from '../modules/region/region.type.ts';
import type { RequestContext } from '../request/context.ts';

const ViewerKind = graphEnum('ViewerKind', '访问者类型 · How a viewer is known.', {
  ANONYMOUS: '匿名 · Not known at all.',
  API_KEY: '密钥 · By an API key, which an office or a system holds.',
  JWT: '令牌 · By a token of the organisation’s own sign-on.',
});

@ObjectType('Viewer', { description: '访问者 · Who asks.', simpleResolvers: true })
class ViewerType {
  @Field(() => ViewerKind, { description: '访问者类型 · How they are known.' })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: '持有单位 · The office or system that holds the API key.',
  })
  name?: string;

  @Field(() => String, { description: '角色 · The role that says what they may do.' })
  role!: string;

  @Field(() => [String], { description: '权限 · What they may do, as in "project:write".' })
  permissions!: string[];

  @Field(() => [RegionType], {
    nullable: true,
    description: '区县范围 · The reporting units that they answer for; null for all of them.',
  })
  districts!: RegionType[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '到期时间 · When their key or token ends; null if it never does by itself.',
  })
  expiresAt?: string;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Extensions(MOMENTARY)
  @Query(() => ViewerType, { description: '访问者 · Who asks.' })
  viewer(@Ctx() { viewer }: RequestContext) {
    return viewer;
  }

  @FieldResolver()
  permissions(@Root() { permissions }: Viewer) {
    return [...permissions].sort();
  }

  @FieldResolver()
  districts(@Root() { mayChange }: Viewer, @Ctx() context: RequestContext) {
    return mayChange === 'ALL' ? null : context.use(regionById).loadMany(mayChange);
  }
}
