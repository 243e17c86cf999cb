const RESOURCES = [
  'organizations',
  'users',
  'sessions',
  'api_keys',
  'websites',
  'scans',
  'schedules',
  'vulnerabilities',
  'monitors',
  'alerts',
  'alert_channels',
  'policies',
  'compliance',
  'reports',
  'integrations',
  'tickets',
  'webhooks',
  'events',
  'usage',
  'audit_log',
  'checks',
  'feeds',
] as const

/** What is read only, and by few. */
const READ_ONLY = ['metrics:read', 'exports:read'] as const

export type Scope = `${(typeof RESOURCES)[number]}:${'read' | 'write'}` | (typeof READ_ONLY)[number] | 'billing:write'

/**
 * What a key may be given: reading and writing, resource by resource. `billing:write` stands beside `organizations:write` for
 * what costs or cannot be undone: making and removing organisations, their plans, limits and suspension.
 */
export const ALL_SCOPES: readonly Scope[] = [
  ...RESOURCES.flatMap((resource) => [`${resource}:read`, `${resource}:write`] as Scope[]),
  ...READ_ONLY,
  'billing:write',
]
