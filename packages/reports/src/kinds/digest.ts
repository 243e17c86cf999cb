import { SEVERITIES } from '@lasthash/scanner'
import { weighs } from '@lasthash/scanner/report/document'
import type { ReportData, ReportVulnerability } from '../data.ts'
import { type Effort, effortOf } from '../effort.ts'

/** What an executive or portfolio report keeps of vulnerabilities, however many there are. */
export interface Digest {
  /** Of those that weigh, the worst, at most as many as were asked for. */
  worst: ReportVulnerability[]
  /** All that weigh and take off points. */
  weighed: number
  /** Listed, and weighing nothing: tentative, accepted, or marked as false. */
  aside: number
  efforts: Record<Effort, number>
  /** Of those that weigh: title and severity by check and outcome, and on which websites. */
  causes: Map<string, { one: ReportVulnerability; websites: Set<string> }>
}

const MOST_CAUSES = 2_000

/** Goes through the vulnerabilities once. */
export async function digestOf({ vulnerabilities }: ReportData, keep: number): Promise<Digest> {
  const digest: Digest = {
    worst: [],
    weighed: 0,
    aside: 0,
    efforts: { minutes: 0, hours: 0, days: 0 },
    causes: new Map(),
  }
  for await (const one of vulnerabilities) {
    if (one.status === 'fixed' || one.status === 'merged') continue
    if (!weighs(one)) {
      digest.aside++
      continue
    }
    if (one.severity === 'info') continue
    digest.weighed++
    digest.efforts[effortOf(one)]++
    const cause = `${one.check}/${one.outcome}`
    const known = digest.causes.get(cause)
    if (known) known.websites.add(one.website_id ?? '')
    else if (digest.causes.size < MOST_CAUSES)
      digest.causes.set(cause, { one, websites: new Set([one.website_id ?? '']) })
    insert(digest.worst, one, keep)
  }
  return digest
}

function insert(worst: ReportVulnerability[], one: ReportVulnerability, keep: number): void {
  let at = worst.length
  while (at > 0 && before(one, worst[at - 1]!)) at--
  if (at >= keep) return
  worst.splice(at, 0, one)
  if (worst.length > keep) worst.pop()
}

/** Worse first; of equal ones what is known to be exploited, then what is sure. */
export function before(a: ReportVulnerability, b: ReportVulnerability): boolean {
  const rank = (one: ReportVulnerability) => SEVERITIES.indexOf(one.severity)
  if (rank(a) !== rank(b)) return rank(a) < rank(b)
  const exploited = (one: ReportVulnerability) =>
    (one.advisories ?? []).some(({ exploited_since }) => exploited_since !== null)
  if (exploited(a) !== exploited(b)) return exploited(a)
  const sure = (one: ReportVulnerability) => Number(one.confidence === 'confirmed')
  if (sure(a) !== sure(b)) return sure(a) > sure(b)
  return a.location_count > b.location_count
}
