import type DataLoader from 'dataloader';
import { BadInput } from '../../kit/errors.ts';
import type { RequestContext, RequestScoped } from '../../request/context.ts';
import { chooseStage, chooseValue, type ChoiceRule } from './value-choice.ts';
import type { ValueSourceRow } from './value-source.queries.ts';

/** What one source says of one value, and whether and why it holds. */
interface JudgedSource extends ValueSourceRow {
  readonly isChosen: boolean;
  readonly rule: ChoiceRule | null;
}

/**
 * Where the values of one thing are told, field by field: one statement for all things of its kind.
 *
 * @param known the fields that it has values of.
 * @param asked those that are wanted; all where nothing is said.
 * @throws BadInput for a field that is none of them
 */
export async function provenanceOf(
  sources: RequestScoped<DataLoader<string, ValueSourceRow[]>>,
  known: readonly string[],
  { key, asked }: { readonly key: string; readonly asked: readonly string[] | null | undefined },
  context: RequestContext,
): Promise<JudgedSource[]> {
  const stranger = asked?.find((field) => !known.includes(field));
  if (stranger !== undefined) {
    throw new BadInput(`"${stranger}" has no provenance; ask for ${known.join(', ')}.`, ['fields']);
  }
  const byField = Map.groupBy(await context.use(sources).load(key), ({ field }) => field);
  return (asked ?? known).flatMap((field) => judged(field, byField.get(field) ?? []));
}

/** Numbers that are only reported stand beside the value: they decide nothing. */
function judged(field: string, sources: readonly ValueSourceRow[]): JudgedSource[] {
  const said = sources.filter(({ origin }) => origin !== 'REPORTED');
  const choice = field === 'stage' ? chooseStage(said) : chooseValue(said);
  const isRepeated = ({ origin, evidence, value }: ValueSourceRow) =>
    origin === 'REPORTED' &&
    said.some((one) => one.evidence.key === evidence.key && one.value === value);
  const told = sources.filter((source) => !isRepeated(source));
  return told.map((source) => {
    const isChosen = source === choice?.chosen;
    return { ...source, isChosen, rule: isChosen ? choice.rule : null };
  });
}
