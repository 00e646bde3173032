import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { graphEnum } from '../kit/graph-enum.ts';
import type { RequestContext } from '../request/context.ts';

const ViewerKind = graphEnum('ViewerKind', '访问者类型 · How a viewer is known.', {
  ANONYMOUS: '匿名 · Not known at all.',
});

@ObjectType('Viewer', { description: '访问者 · Who asks.', simpleResolvers: true })
class ViewerType {
  @Field(() => ViewerKind, { description: '访问者类型 · How they are known.' })
  kind!: string;
}

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerType, { description: '访问者 · Who asks.' })
  viewer(@Ctx() { viewer }: RequestContext) {
    return viewer;
  }
}
