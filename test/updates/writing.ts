import { registerProject } from '../../src/modules/project/project.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { command } from '../../src/request/command.ts';
import type { Gateway } from '../support/gateway.ts';

/** Registers so many projects in one transaction; answers their codes, in the order of their events. */
export async function registerMany(
  gateway: Gateway,
  count: number,
  options: { readonly site?: string | undefined; readonly prefix: string },
): Promise<string[]> {
  const evidence = await gateway.given.evidence();
  const { site, prefix } = options;
  const codes = Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
  await gateway.run(
    command(async (context, input: readonly string[]) => {
      for (const code of input) {
        const name = `项目${code}`;
        await registerProject(context, {
          code,
          name,
          site: site ?? null,
          started: unknownDate,
          evidence,
        });
      }
    }),
    codes,
  );
  return codes;
}

/**
 * Changes every project whose code begins so, in one transaction past the ORM: some hundred events
 * in a few milliseconds, each with a text of so many letters. Answers their codes in the order of their events.
 */
export async function changeMany(
  { database }: Gateway,
  prefix: string,
  letters = 0,
): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ code: string }>(
      `with raised as (
         update project set version = version + 1 where starts_with(code, $1) returning *)
       select raised.code from raised`,
      [prefix],
    );
    await client.query(
      `insert into event (kind, entity_type, entity_id, entity_code, version, changes,
                          scope_before, scope_after, about, actor)
       select 'PROJECT_CORRECTED', 'project', id, code, version,
              jsonb_build_array(jsonb_build_object(
                'field', 'nameEn', 'before', null, 'after', repeat('x', $2))),
              array_remove(array[district_id], null), array_remove(array[district_id], null),
              array_remove(array[id, district_id], null), 'test'
         from project where starts_with(code, $1)
        order by code`,
      [prefix, letters],
    );
    await client.query('commit');
    return rows.map(({ code }) => code).toSorted();
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
