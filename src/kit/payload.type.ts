import { type ClassType, Field, ObjectType } from 'type-graphql';
import { UserError } from './user-error.type.ts';

/** What a payload shows under one field. */
interface Shown {
  readonly type: () => ClassType;
  /** The term of that type, with which every description begins. */
  readonly term: string;
}

/**
 * The payload type of a mutation: what it changed, as it is now, and what the caller can fix. One of
 * the two; the fields are those of the mutation's `reads`.
 *
 * @param term the mutation's own, as in the glossary: `新建项目`
 */
export function payloadOf(
  mutation: string,
  term: string,
  fields: Readonly<Record<string, Shown>>,
): ClassType {
  @ObjectType(`${mutation}Payload`, {
    description: `${term}结果 · What came of it: what it changed, or what to fix.`,
    simpleResolvers: true,
  })
  class Payload {
    @Field(() => [UserError], {
      description: '用户错误 · What to fix; empty where it was done.',
    })
    userErrors!: UserError[];
  }
  for (const [field, { type, term: shown }] of Object.entries(fields)) {
    Field(() => type(), {
      nullable: true,
      description: `${shown} · As it is now; null where nothing was done, and where it is out of sight.`,
    })(Payload.prototype, field);
  }
  return Payload;
}
