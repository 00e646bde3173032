import { type AuthCheckerFn, getMetadataStorage } from 'type-graphql';
import { type Permission, permissions } from '../access/permission.ts';
import { lacking, Unauthenticated } from '../access/refusals.ts';
import { auditedBy, auditEntry, namedIn } from '../request/audit.ts';
import type { RequestContext } from '../request/context.ts';

/**
 * Lets a viewer who has every permission that `@Authorized('…')` names pass. Whoever is known and
 * lacks one for a mutation stands in the audit; whoever is not known could fill it from outside, and
 * so could what is only read in a mutation's payload, with a line a row.
 */
export const checkPermissions: AuthCheckerFn<RequestContext, Permission> = async (
  { args, context, info },
  needed,
) => {
  const { viewer, requestId, database } = context;
  const missing = needed.find((permission) => !viewer.permissions.has(permission));
  if (missing === undefined) return true;
  if (viewer.kind === 'ANONYMOUS') throw new Unauthenticated(needsCredential(missing), false);
  const refusal = lacking(missing, viewer.role);
  if (info.parentType === info.schema.getMutationType()) {
    await auditEntry(database.kysely, {
      ...auditedBy(viewer, requestId),
      ...{ operation: info.fieldName, outcome: 'REFUSED' },
      ...{ permission: missing, errorCode: refusal.code },
      ...namedIn(args.input),
    });
  }
  throw refusal;
};

function needsCredential(permission: Permission): string {
  return `This needs the permission ${permission}, which nobody has without saying who he is: send "Authorization: Bearer …" with an API key or a token.`;
}

/**
 * Fails the schema's build where a permission would be named and not asked for: on a plain field,
 * which a type with `simpleResolvers` reads past every check; on a field that no resolver answers;
 * and where the name is none.
 */
export function checkAuthorized(): void {
  const storage = getMetadataStorage();
  const handlers = [
    ...[storage.queries, storage.mutations, storage.subscriptions, storage.fieldResolvers].flat(),
  ];
  for (const { target, fieldName, roles } of storage.authorizedFields) {
    const isAnswered = handlers.some(
      (handler) => handler.target === target && handler.methodName === fieldName,
    );
    checkNames(roles, `${target.name}.${fieldName}`);
    if (!isAnswered) throw new Error(`${target.name}.${fieldName} ${NEVER_ASKED}`);
  }
  for (const { target, roles } of storage.authorizedResolver) {
    checkNames(roles, target.name);
    const isResolver = storage.resolverClasses.some((resolver) => resolver.target === target);
    if (!isResolver) throw new Error(`${target.name} ${NEVER_ASKED}`);
  }
}

const NEVER_ASKED =
  'names a permission that nobody would ask for: only fields that a resolver answers are checked.';

function checkNames(roles: readonly unknown[], where: string): void {
  const wrong = roles.filter((role) => !permissions.includes(role as Permission));
  if (roles.length > 0 && wrong.length === 0) return;
  throw new Error(
    `${where} is authorized for ${wrong.join() || 'nothing'}, which is no permission.`,
  );
}
