import { expect } from '@jest/globals';
import { type Gateway, type GatewayOptions, startGateway } from '../support/gateway.ts';

export type Asker = Pick<Gateway, 'query' | 'request'>;

/** A gateway, and a city's officer, who may write everything in it. */
export async function startWithOfficer(options?: GatewayOptions) {
  const gateway = await startGateway(options);
  const officer: Asker = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER' }));
  return { gateway, officer };
}

/** What a payload tells, whatever mutation it is of. */
export interface Payload {
  readonly project: any;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: readonly string[] | null;
    readonly [more: string]: any;
  }[];
}

const USER_ERRORS = `userErrors { __typename code message field
  ... on VersionConflict { version currentVersion changedBy changedAt
    conflicts { field yours current } } }`;

/** Sends one mutation whose only argument is its input; answers its payload. */
export async function write<T = Payload>(
  asker: Pick<Gateway, 'query'>,
  mutation: string,
  input: object,
  shows = 'project { code name version }',
): Promise<T> {
  const document = documentOf(mutation, `${shows} ${USER_ERRORS}`);
  const answer = await asker.query<Record<string, T>>(document, { input });
  return answer[mutation] as T;
}

/** The error of a mutation that is refused as a whole. */
export async function forbidden(asker: Asker, mutation: string, input: object) {
  const document = documentOf(mutation, 'userErrors { code }');
  const { data, errors } = await asker.request(document, { input });
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  return errors![0]! as { message: string; extensions: { code: string; field?: string[] } };
}

function documentOf(mutation: string, shows: string): string {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  return `mutation ($input: ${type}) { ${mutation}(input: $input) { ${shows} } }`;
}

/** The events of one aggregate, oldest first, as the log holds them. */
export async function eventsOf(gateway: Gateway, code: string, table = 'project') {
  const { rows } = await gateway.database.pool.query(
    `select kind, version, changes, actor, source, idempotency_key, scope_before, scope_after
       from event
      where entity_id = coalesce((select id from ${table} where code = $1),
                                 (select id from withdrawn_project where code = $1))
      order by version`,
    [code],
  );
  return rows as {
    kind: string;
    version: number;
    changes: { field: string; before: any; after: any }[];
    actor: string;
    source: string | null;
    idempotency_key: string | null;
    scope_before: string[];
    scope_after: string[];
  }[];
}
