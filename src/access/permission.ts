/** What an operation, or a field, may ask of its caller. Roles are rows that hold some of them. */
export const permissions = [
  'graph:read',
  'graph:export',
  'project:follow',
  'project:write',
  'project:withdraw',
  'investment:read',
  'investment:report',
  'enterprise:write',
  'enterprise:merge',
  'chain:write',
  'trip:write',
  'import:run',
  'actor:read',
  'audit:read',
] as const;
export type Permission = (typeof permissions)[number];
