import type { CompiledQuery, Kysely, RawBuilder } from 'kysely';

/** What stands for the keys while a statement's text is made; no key is like it. */
const STAND_IN = '\0keys';

/**
 * Reads rows by keys with a statement whose text is the same for whatever keys: it is made once, for
 * making it takes longer than sending it.
 */
export function compiledOnce<Row>(
  select: (keys: readonly string[]) => RawBuilder<Row>,
): (db: Kysely<unknown>, keys: readonly string[]) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, keys) => {
    compiled ??= select([STAND_IN]).compile(db);
    const parameters = compiled.parameters.map((parameter) =>
      Array.isArray(parameter) && parameter[0] === STAND_IN ? [...keys] : parameter,
    );
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}
