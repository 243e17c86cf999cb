import type { UptimeReading } from '@lasthash/scanner'
import type { Thresholds } from './thresholds.ts'
import type { Data, Judgement, Looked, Trouble } from './trouble.ts'

/** A site that asks for a log-in, or for patience, is there. */
const ALIVE = new Set([401, 403, 429])

/** Down is what gives no good answer; where the fault is ours, nobody knows. */
export function judgeUptime(looked: Looked, thresholds: Thresholds): Judgement {
  if (!looked.answered) {
    const { fault, code, detail } = looked
    if (fault === 'us') return { answered: false, fault, detail }
    return down(detail, { code, fault }, fault, null)
  }
  const reading = looked.reading as UptimeReading
  const { status, response_ms, url } = reading
  if (!isGood(status, thresholds.expected_status))
    return down(`${url} answers with status ${status}.`, { code: 'status', status, fault: 'target' }, 'target', {
      ...reading,
    })
  const troubles: Trouble[] = []
  const { max_response_ms } = thresholds
  if (max_response_ms !== undefined && response_ms > max_response_ms) {
    const summary = `${url} took ${response_ms} ms to answer; ${max_response_ms} ms are allowed.`
    troubles.push({ cause: 'slow', severity: 'medium', summary, data: { response_ms, max_response_ms } })
  }
  return {
    answered: true,
    fault: null,
    detail: troubles[0]?.summary ?? null,
    troubles,
    reading: { ...reading },
    baseline: null,
  }
}

function down(summary: string, data: Data, fault: 'target' | 'network', reading: Data | null): Judgement {
  const trouble: Trouble = { cause: 'down', severity: 'critical', summary, data, event: 'monitor.down' }
  return { answered: true, fault, detail: summary, troubles: [trouble], reading, baseline: null }
}

function isGood(status: number, expected: readonly number[] | undefined): boolean {
  return expected ? expected.includes(status) : (status >= 200 && status < 400) || ALIVE.has(status)
}
