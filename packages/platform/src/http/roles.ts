import type { MemberRole } from '../db/schema.ts'
import { ALL_SCOPES, type Scope } from './scopes.ts'

/** From most to least. */
export const MEMBER_ROLES = ['owner', 'admin', 'analyst', 'viewer'] as const satisfies readonly MemberRole[]

/** Reading these tells of other people's doings and of ways in: for those who manage them. */
const NOT_FOR_VIEWERS: readonly Scope[] = ['audit_log:read', 'api_keys:read', 'metrics:read', 'exports:read']

/** Everybody sees and ends their own log-ins; other people's only with `users:write`. */
const OWN: readonly Scope[] = ['sessions:write']

/** What an analyst does: scans, judges what came of them, and reports it. */
const TRIAGE: readonly Scope[] = [
  'scans:write',
  'vulnerabilities:write',
  'alerts:write',
  'reports:write',
  'tickets:write',
]

const viewer = [...ALL_SCOPES.filter((scope) => scope.endsWith(':read') && !NOT_FOR_VIEWERS.includes(scope)), ...OWN]

/** The one table of what people may do. Nobody gives a role, or takes one away, whose scopes they do not all have. */
export const ROLE_SCOPES: Record<MemberRole, readonly Scope[]> = {
  owner: ALL_SCOPES,
  admin: ALL_SCOPES.filter((scope) => scope !== 'billing:write'),
  analyst: [...viewer, ...TRIAGE],
  viewer,
}
