import { ArgsType, type ClassType, Field } from 'type-graphql';
import type { Filter } from '../filter/filter.ts';
import { inputOf } from '../filter/inputs.ts';
import { PageArgs } from './relay.type.ts';

/** The arguments of every connection: which of the list, in what order, and what part of it. */
export interface ListArguments extends PageArgs {
  filter?: object | null;
  orderBy?: string | null;
}

/**
 * The arguments of a connection.
 *
 * @param byDefault how it is ordered unless told: 'By name'
 */
export function listArgs(
  filter: Filter,
  order: object,
  byDefault: string,
): ClassType<ListArguments> {
  @ArgsType()
  class ListArgs extends PageArgs implements ListArguments {
    @Field(() => inputOf(filter), { nullable: true, description: '条件 · Only those that match.' })
    filter?: object | null;

    @Field(() => order, { nullable: true, description: `排序 · ${byDefault} unless told.` })
    orderBy?: string | null;
  }
  return ListArgs;
}
