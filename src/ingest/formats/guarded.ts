/**
 * The same items, with what goes wrong between them told in another way. Not a generator, which would
 * cost each row of a table three more promises.
 *
 * @param told throws what is to be thrown instead.
 */
export function guarded<Item>(
  items: AsyncIterable<Item>,
  told: (error: unknown) => never,
): AsyncIterable<Item> {
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = items[Symbol.asyncIterator]();
      return {
        next: () => iterator.next().catch(told),
        return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
      };
    },
  };
}
