import { SEVERITIES } from '@lasthash/scanner'
import type { AlertKind, SeverityName } from '../../db/schema.ts'
import type { ChannelFilter } from './settings.ts'

/** What a filter looks at. */
export interface Filtered {
  kind: AlertKind
  cause: string
  severity: SeverityName
  website_id: string
  tags: readonly string[]
}

/** Whether a channel is told of such an alert. */
export function wants({ min_severity, kinds, policy_id, website_ids, tags }: ChannelFilter, alert: Filtered): boolean {
  if (min_severity && SEVERITIES.indexOf(alert.severity) > SEVERITIES.indexOf(min_severity)) return false
  if (kinds && !kinds.includes(alert.kind)) return false
  if (policy_id && alert.kind === 'policy' && alert.cause !== `policy:${policy_id}`) return false
  if (!website_ids && !tags) return true
  return (website_ids?.includes(alert.website_id) || tags?.some((tag) => alert.tags.includes(tag))) ?? false
}
