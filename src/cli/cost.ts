import type { GraphQLError } from 'graphql';
import { readConfig } from '../config/config.ts';
import { Admission } from '../graph/admission.ts';
import { type OperationVerdict, verdictsOn } from '../graph/operation-cost.ts';
import { assembleSchema } from '../graph/schema.ts';
import { readText, readVariables } from './given-files.ts';
import { orStartFault } from './start-fault.ts';

/** Prints what every operation costs; ends with 1 when a gateway with these limits would refuse one. */
export async function runCost(paths: readonly string[], variablesPath?: string): Promise<void> {
  const verdicts = await orStartFault(async () => {
    const { limits } = readConfig(process.env);
    const variables = variablesPath === undefined ? {} : await readVariables(variablesPath);
    const files = await Promise.all(
      paths.map(async (name) => ({ name, text: await readText(name) })),
    );
    const schema = assembleSchema();
    return verdictsOn(files, variables, schema, new Admission(schema, limits));
  });
  process.stdout.write(tableOf(verdicts));
  const refused = verdicts.filter(({ errors }) => errors.length > 0);
  for (const { file, operation, errors } of refused) {
    for (const error of errors)
      process.stderr.write(`${placeOf(error, file, operation)} ${error.message}\n`);
  }
  process.exitCode = refused.length > 0 ? 1 : 0;
}

function tableOf(verdicts: readonly OperationVerdict[]): string {
  const rows = verdicts.flatMap(({ operation, cost, file }) =>
    cost ? [[operation, String(cost.asked), String(cost.allowed), file]] : [],
  );
  if (rows.length === 0) return '';
  const table = [['operation', 'cost', 'allowed', 'file'], ...rows];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map(([operation = '', cost = '', allowed = '', file = '']) => {
      const [first = 0, second = 0, third = 0] = widths;
      const numbers = `${cost.padStart(second)}  ${allowed.padStart(third)}`;
      return `${operation.padEnd(first)}  ${numbers}  ${file}\n`;
    })
    .join('');
}

/** file:line:column where that is known, as editors and terminals open it. */
function placeOf({ source, locations }: GraphQLError, file: string, operation: string): string {
  const [place] = locations ?? [];
  // A limit of the whole operation was passed by what would be sent, not at a place of the file.
  if (place && source && source.name !== AS_SENT)
    return `${source.name}:${place.line}:${place.column}`;
  return operation ? `${file}: ${operation}:` : `${file}:`;
}

/** What graphql-js names a text that came without a name. */
const AS_SENT = 'GraphQL request';
