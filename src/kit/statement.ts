import type { CompiledQuery, Kysely, RawBuilder } from 'kysely';

/** Stands for a parameter while a statement's text is made; no text that is stored is like it. */
export const slotOf = (name: string): string => `\0${name}`;

/**
 * A statement whose text is made once, for making it takes longer than sending it. Where it is made,
 * `slotOf(name)`, alone or in an array, stands for what is given each time that it runs.
 */
export class Statement<Slot extends string> {
  private compiled: CompiledQuery | undefined;

  constructor(private readonly make: () => RawBuilder<unknown>) {}

  async rows<Row>(
    db: Kysely<unknown>,
    given: Readonly<Record<Slot, unknown>>,
  ): Promise<readonly Row[]> {
    this.compiled ??= this.make().compile(db);
    const bySlot = new Map<unknown, unknown>(
      Object.entries(given).map(([name, value]) => [slotOf(name), value]),
    );
    const parameters = this.compiled.parameters.map((parameter) => {
      const slot: unknown = Array.isArray(parameter) ? parameter[0] : parameter;
      return bySlot.has(slot) ? bySlot.get(slot) : parameter;
    });
    const { rows } = await db.executeQuery<Row>({
      ...this.compiled,
      parameters,
    });
    return rows;
  }
}
