/** What an operation, or a field, may ask of its caller. Roles are rows that hold some of them. */
export const permissions = [
  'graph:read',
  'project:follow',
  'project:write',
  'project:withdraw',
  'investment:read',
  'investment:report',
  'enterprise:write',
  'chain:write',
  'trip:write',
  'actor:read',
  'audit:read',
] as const;
export type Permission = (typeof permissions)[number];
