import { SEVERITIES } from '@lasthash/scanner'
import type { Condition } from '../policies/condition.ts'
import { evaluate, type ScanFacts, type VulnerabilityFacts } from '../policies/evaluate.ts'
import type { TicketRule } from '../resources/integrations/settings.ts'

const CONFIDENCES = ['confirmed', 'firm', 'tentative']
const BUT_INFO = SEVERITIES.filter((name) => name !== 'info')

export interface RuledWebsite {
  id: string
  groups: readonly string[]
  tags: readonly string[]
}

/** Whether one of the rules makes a ticket of what a scan saw. Pure. `policies` are those that rules name, by id. */
export function becomesTicket(
  rules: readonly TicketRule[],
  website: RuledWebsite,
  one: VulnerabilityFacts,
  scan: ScanFacts,
  policies: ReadonlyMap<string, Condition>,
): boolean {
  if (one.muted) return false
  return rules.some((rule) => isAbout(rule, website) && takes(rule, one) && failsPolicy(rule, one, scan, policies))
}

function isAbout({ website_ids, groups, tags }: TicketRule, website: RuledWebsite): boolean {
  if (!website_ids && !groups && !tags) return true
  return (
    (website_ids?.includes(website.id) ||
      groups?.some((id) => website.groups.includes(id)) ||
      tags?.some((tag) => website.tags.includes(tag))) ??
    false
  )
}

function takes(
  { severities = [...BUT_INFO], confidence = 'firm', new_only = true }: TicketRule,
  one: VulnerabilityFacts,
): boolean {
  if (new_only && !one.is_new) return false
  if (!(severities as readonly string[]).includes(one.severity)) return false
  return CONFIDENCES.indexOf(one.confidence) <= CONFIDENCES.indexOf(confidence)
}

/** By itself, with no other vulnerability beside it, it makes the scan fail. A policy that is gone asks for nothing. */
function failsPolicy(
  { policy_id }: TicketRule,
  one: VulnerabilityFacts,
  scan: ScanFacts,
  policies: ReadonlyMap<string, Condition>,
): boolean {
  if (policy_id === undefined) return true
  const condition = policies.get(policy_id)
  if (!condition) return false
  return evaluate(condition, { ...scan, vulnerabilities: [one] }).reasons.some(({ vulnerability_ids }) =>
    vulnerability_ids.includes(one.id),
  )
}
