import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import {
  Authorized,
  Field,
  FieldResolver,
  getMetadataStorage,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { checkAuthorized } from '../../src/graph/authorization.ts';
import { revokeKey } from '../../src/request/credentials/keys.ts';
import { listRoles, setRole } from '../../src/request/credentials/roles.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const AUDIT = `query ($first: Int, $after: String, $filter: AuditEntryFilter, $orderBy: AuditEntryOrder) {
  auditEntries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id at actor credential operation outcome permission errorCode requestId entityType entityCode details } } }`;

describe('roles', () => {
  it('are those of the documents, each with what it may', async () => {
    const roles = await listRoles(gateway.database.kysely);
    const mayOf = Object.fromEntries(roles.map(({ code, permissions }) => [code, permissions]));
    expect(mayOf).toMatchObject({
      PUBLIC: ['graph:read', 'project:follow'],
      PARTNER: ['graph:read', 'project:follow', 'graph:export'],
      ANALYST: ['graph:read', 'project:follow', 'investment:read', 'graph:export'],
      DISTRICT_OFFICER: expect.arrayContaining([
        'project:write',
        'investment:report',
        'import:run',
        'actor:read',
      ]),
      CITY_OFFICER: expect.arrayContaining(['project:withdraw', 'chain:write', 'trip:write']),
      ADMINISTRATOR: expect.arrayContaining(['audit:read']),
    });
    expect(mayOf.DISTRICT_OFFICER).not.toContain('project:withdraw');
    expect(mayOf.CITY_OFFICER).not.toContain('audit:read');
  });

  it('give a permission to whoever holds them as soon as they have it', async () => {
    const role = { code: 'auditor', name: '审计', permissions: ['graph:read'] };
    await setRole(gateway.database.kysely, role, 'test');
    const auditor = gateway.as(await gateway.keyFor({ role: 'auditor' }));
    expect((await auditor.request(AUDIT)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const more = { ...role, permissions: ['audit:read', 'graph:read'] };
    expect(await setRole(gateway.database.kysely, more, 'test')).toMatchObject({
      permissions: ['graph:read', 'audit:read'],
    });
    await until(async () => !(await auditor.request(AUDIT)).errors, 4_000);
  });

  it('cannot be given what there is not', async () => {
    const set = (code: string, permission: string) =>
      setRole(gateway.database.kysely, { code, permissions: [permission] }, 'test');
    await expect(set('PARTNER', 'project:steal')).rejects.toThrow(/"project:steal"; there are/);
    await expect(set('1 2 3', 'graph:read')).rejects.toThrow(/no name for a role/);
  });
});

describe('a permission', () => {
  it('to change anything is nobody’s who does not say who he is', async () => {
    const role = { code: 'PUBLIC', permissions: ['graph:read', 'chain:write'] };
    await expect(setRole(gateway.database.kysely, role, 'test')).rejects.toThrow(/not chain:write/);
    const kept = (await listRoles(gateway.database.kysely)).find(({ code }) => code === 'PUBLIC');
    expect(kept?.permissions).toEqual(['graph:read', 'project:follow']);
  });

  it('that the caller lacks is named to him, with his role', async () => {
    const partner = gateway.as(await gateway.keyFor({ role: 'PARTNER' }));
    expect(await partner.request(AUDIT)).toMatchObject({
      errors: [
        {
          message: expect.stringContaining(
            'The role PARTNER does not have the permission audit:read',
          ),
          extensions: { code: 'FORBIDDEN', permission: 'audit:read' },
        },
      ],
    });
  });

  it('is not had by who does not say who he is', async () => {
    expect(await gateway.request(AUDIT)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('may be named where a resolver answers, and fails the build where none would ask', () => {
    expect(() => checkAuthorized()).not.toThrow();
    const storage = getMetadataStorage();
    const before = [...storage.authorizedFields];

    @ObjectType({ simpleResolvers: true })
    class Plain {
      @Authorized('actor:read')
      @Field(() => String)
      actor!: string;

      @Field(() => String)
      source!: string;
    }
    expect(() => checkAuthorized()).toThrow('Plain.actor names a permission that nobody would ask');
    storage.authorizedFields = [...before];

    @Resolver(() => Plain)
    class PlainResolver {
      @Authorized('actor:reed' as 'actor:read')
      @FieldResolver()
      source() {
        return 'a source';
      }
    }
    expect(() => checkAuthorized()).toThrow('PlainResolver.source is authorized for actor:reed');
    storage.authorizedFields = [...before];

    Authorized()(PlainResolver.prototype, 'source', {});
    expect(() => checkAuthorized()).toThrow('PlainResolver.source is authorized for nothing');
    storage.authorizedFields = [...before];
    expect(() => checkAuthorized()).not.toThrow();
  });
});

describe('the audit', () => {
  it('tells what operators did, the latest first, and pages through it', async () => {
    const administrator = gateway.as(await gateway.keyFor({ role: 'ADMINISTRATOR' }));
    const [, id] = (await gateway.keyFor({ name: '某平台' })).split('_');
    await revokeKey(gateway.database.kysely, id!, 'operator:li');
    const filter = { entityCode: { eq: id } };
    const { auditEntries } = await administrator.query(AUDIT, { first: 1, filter });
    expect(auditEntries).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(auditEntries.nodes).toEqual([
      {
        id: expect.any(String),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        actor: 'operator:li',
        credential: null,
        operation: 'token revoke',
        outcome: 'DONE',
        permission: null,
        errorCode: null,
        requestId: null,
        entityType: 'ApiKey',
        entityCode: id,
        details: { name: '某平台' },
      },
    ]);
    const after = auditEntries.pageInfo.endCursor;
    const rest = await administrator.query(AUDIT, { filter, after });
    expect(rest.auditEntries).toMatchObject({
      nodes: [{ actor: 'test', operation: 'token create', details: { role: 'PARTNER' } }],
      pageInfo: { hasNextPage: false },
    });
    const since = { and: [filter, { at: { gt: '2999-01-01T00:00:00Z' } }] };
    const none = await administrator.query(AUDIT, { filter: since });
    expect(none.auditEntries.totalCount).toBe(0);
  });

  it('holds what a known caller tried to change and may not', async () => {
    const key = await gateway.keyFor({ role: 'PARTNER' });
    const document = `mutation { createProject(input: { code: "X", name: "某项目" }) { userErrors { code } } }`;
    const { errors } = await gateway.as(key).request(document);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      permission: 'project:write',
    });
    const administrator = gateway.as(await gateway.keyFor({ role: 'ADMINISTRATOR' }));
    const filter = { credential: { eq: key.split('_')[1] } };
    const { auditEntries } = await administrator.query(AUDIT, { filter });
    expect(auditEntries.nodes).toMatchObject([
      {
        operation: 'createProject',
        outcome: 'REFUSED',
        permission: 'project:write',
        errorCode: 'FORBIDDEN',
        requestId: errors?.[0]?.extensions?.requestId,
      },
    ]);
  });

  it('holds no line of what is only read, were it in the answer to a change', async () => {
    // given
    const { database } = gateway;
    const role = { code: 'clerk', permissions: ['graph:read', 'project:write'] };
    await setRole(database.kysely, role, 'test');
    const key = await gateway.keyFor({ role: 'clerk' });
    // when
    const { errors } = await gateway.as(key).request(`mutation {
      createProject(input: { name: "某项目" }) { project { investmentReports { totalCount } } } }`);
    // then
    expect(errors?.[0]?.extensions).toMatchObject({ permission: 'investment:read' });
    const { rows } = await database.pool.query(
      'select operation, outcome from audit_entry where credential = $1',
      [key.split('_')[1]],
    );
    expect(rows).toEqual([{ operation: 'createProject', outcome: 'DONE' }]);
  });

  it('is only ever added to', async () => {
    const { pool } = gateway.database;
    for (const statement of [
      `update audit_entry set actor = 'nobody'`,
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      await expect(pool.query(statement)).rejects.toThrow('only ever added to');
    }
  });
});
