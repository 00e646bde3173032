import { command, type CommandContext } from '../../request/command.ts';
import { named } from '../../request/put.ts';
import type { DatedInput } from '../source/dated.entity.ts';
import { Evidence, type qualifiers } from '../source/source.entity.ts';
import { weigh } from '../source/value-claim.commands.ts';
import { isSameValue } from '../source/value-choice.ts';
import { Project, ProjectValueSource } from './project.entity.ts';
import {
  type ClaimedField,
  claimedFields,
  type ClaimedValues,
  readClaimed,
  valueOf,
  valuesOf,
} from './project-values.ts';

export interface ProjectValueClaim {
  readonly project: string;
  readonly field: ClaimedField;
  readonly value: string;
  /** How exactly a total is said: EXACT unless told. */
  readonly qualifier?: (typeof qualifiers)[number] | null;
  /** The day that it tells of; it counts where nobody knows when the document was published. */
  readonly asOf?: DatedInput;
  readonly evidence: string;
}

/**
 * Keeps what a source says of a value of a project, which holds if it is the best that is known: see
 * `chooseValue`.
 */
export const claimProjectValue = command(async (context, input: ProjectValueClaim) => {
  const { em, record } = context;
  const { field, value, qualifier, asOf } = input;
  const project = await named(em, Project, input.project, 'project');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const claim = { field, said: readClaimed(field, value, qualifier) };
  const held = await weigh(context, project, ProjectValueSource, [claim], evidence, asOf);
  em.assign(project, valuesOf(held));
  record('VALUE_CLAIMED', project);
  return project;
});

/** What a project holds when its register tells its values again, which are claims like others. */
export async function weighedAgain(
  context: CommandContext,
  project: Project,
  told: ClaimedValues,
  evidence: Evidence,
): Promise<ClaimedValues> {
  const claims = claimedFields
    .filter((field) => told[field] !== undefined)
    .map((field) => ({ field, said: valueOf(told, field), held: valueOf(project, field) }))
    .filter(
      ({ said, held }) =>
        !isSameValue(said, held) || (said.value !== null && project.evidence.id !== evidence.id),
    );
  if (claims.length === 0) return {};
  return valuesOf(await weigh(context, project, ProjectValueSource, claims, evidence));
}
