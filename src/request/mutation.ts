import { Forbidden, Unauthenticated } from '../access/refusals.ts';
import { BadInput, DomainError } from '../kit/errors.ts';
import { auditedBy, auditEntry, namedIn } from './audit.ts';
import { type Asked, type Command, runCommand, type WrittenBy } from './command.ts';
import type { RequestContext, RequestScoped } from './context.ts';
import { VersionConflict } from './held.ts';

/** What a mutation's command answers: the row ids of what its payload shows, by the payload's fields. */
export type Outcome<Field extends string> = Readonly<Record<Field, string | null>>;

/** How a payload's fields are read again: the loaders that every query uses. */
export type Reads<Field extends string> = Readonly<Record<Field, RequestScoped<Read>>>;

interface Read {
  load(id: string): Promise<object | null>;
}

/** One of a payload's `userErrors`, as kit/user-error.type.ts shows it. */
interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/**
 * Answers a mutation: runs its command for the viewer, then reads what the payload shows as any
 * query would, with loaders that have seen nothing from before. What the caller can fix is told in
 * `userErrors`, and nothing was done; what he may not do, and our own faults, are thrown.
 *
 * Once begun, the write goes on when the caller leaves and when his time is up; whether it was done
 * is learned by asking again with the same key.
 */
export function mutate<
  Input extends { readonly idempotencyKey?: string | null },
  Field extends string,
>(
  context: RequestContext,
  operation: string,
  command: Command<Input, Outcome<Field>>,
  input: Input,
  reads: Reads<Field>,
): Promise<object> {
  const { database } = context;
  return mutateBy(context, operation, input, reads, (by) =>
    runCommand(database, command, input, by),
  );
}

/** The same of what is more than one command: it keeps the key and audits by itself. */
export async function mutateBy<Field extends string>(
  context: RequestContext,
  operation: string,
  input: { readonly idempotencyKey?: string | null },
  reads: Reads<Field>,
  perform: (by: WrittenBy) => Promise<Outcome<Field>>,
): Promise<object> {
  const { viewer, requestId, signal } = context;
  signal.throwIfAborted();
  const asked: Asked = { viewer, operation, requestId };
  let outcome: Outcome<Field>;
  try {
    outcome = await perform({
      actor: viewer.actor,
      ...(input.idempotencyKey != null && { idempotencyKey: input.idempotencyKey }),
      asked,
    });
  } catch (error) {
    const told = toldOf(error);
    await auditFailure(context, operation, input, told);
    return { ...emptyPayload(reads), userErrors: [shownError(told)] };
  }
  context.forgetRows();
  return { ...(await readAgain(context, outcome, reads)), userErrors: [] };
}

/**
 * What is at fault, where somebody but us is. The rules of tables stand behind the commands' own: one
 * that only they know is told as well as can be.
 */
function toldOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code = sqlStateOf(error);
  if (code === '23505') {
    return new BadInput('Another one has the same code or key already: choose another.');
  }
  if (code === '23514' || code === '23502') {
    return new BadInput('A value is not one that its field can have: look at their descriptions.');
  }
  throw error;
}

function sqlStateOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** After the rollback, of course. A refusal is thrown on. */
async function auditFailure(
  { database, viewer, requestId }: RequestContext,
  operation: string,
  input: object,
  error: DomainError,
): Promise<void> {
  const isRefusal = error instanceof Forbidden || error instanceof Unauthenticated;
  await auditEntry(database.kysely, {
    ...auditedBy(viewer, requestId),
    operation,
    outcome: isRefusal ? 'REFUSED' : 'FAILED',
    errorCode: error.code,
    ...namedIn(input),
  });
  if (isRefusal) throw error;
}

function shownError(error: DomainError): ToldError {
  const { code, message, field } = error;
  const sides = error instanceof VersionConflict ? error.sides : {};
  return { code, message, field: field ? ['input', ...field] : null, ...sides };
}

function emptyPayload(reads: object): object {
  return Object.fromEntries(Object.keys(reads).map((field) => [field, null]));
}

async function readAgain<Field extends string>(
  context: RequestContext,
  outcome: Outcome<Field>,
  reads: Reads<Field>,
): Promise<object> {
  const read = Object.entries<RequestScoped<Read>>(reads).map(async ([field, rows]) => {
    const id = outcome[field as Field];
    return [field, id == null ? null : await context.use(rows).load(id)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
