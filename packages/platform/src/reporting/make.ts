import type { Kind, Language } from '@lasthash/reports'
import { reportBrand } from '../branding.ts'
import type { Context } from '../context.ts'
import type { ReportFormat } from '../db/schema.ts'
import type { ReportSummary } from '../resources/reports/spec.ts'
import { asShown } from '../test-mode/sample-ids.ts'
import { type Asked, type Gathered, gather } from './gather.ts'
import type { Rows } from './messages.ts'
import type { Rendered, Source } from './renderer-process.ts'

/**
 * A report of what the organisation has now; its bytes are made as they are read, and have to be read to the end, or their
 * generator be ended. Throws `ReportRefused` and `RenderFailure`.
 */
export async function makeReport(
  { database, brands, blobs, renderer }: Pick<Context, 'database' | 'brands' | 'blobs' | 'renderer'>,
  { organizationId, test }: { organizationId: string; test: boolean },
  asked: Asked,
  signal: AbortSignal,
): Promise<Rendered & { summary: ReportSummary }> {
  const brand = await brands.of(organizationId)
  const { publicUrl } = brand
  const gathered = await gather({ db: database.as(organizationId), organizationId, publicUrl, blobs }, asked)
  const shown = <T>(value: T): T => (test ? JSON.parse(asShown(organizationId, JSON.stringify(value))) : value)
  const { kind, format, language } = asked
  const rendered = await renderer.render(
    {
      head: shown(gathered.head),
      comparison: shown(gathered.comparison?.head ?? null),
      options: { kind: kind as Kind, format, language: language as Language, brand: reportBrand(brand) },
    },
    sourceOf(gathered, (text) => (test ? asShown(organizationId, text) : text)),
    signal,
  )
  return { ...rendered, summary: gathered.summary }
}

/** All that one scan saw, kept by nobody. */
export function technicalOf(scanId: string, format: ReportFormat): Asked {
  const nothing = { id: null, title: null, website_id: null, baseline_scan_id: null, group_id: null, tag: null }
  return {
    ...nothing,
    framework: null,
    kind: 'technical',
    format,
    language: 'en',
    scan_id: scanId,
    filter: {},
    period_days: 90,
  }
}

/** The rows of a report, each list read once. In test mode with the ids that a test key knows. */
function sourceOf(gathered: Gathered, shown: (text: string) => string): Source {
  const vulnerabilities = gathered.rows()
  const comparison = gathered.comparison?.rows()
  const withIds = <R extends { id: string; website_id: string; detail: string }>(row: R): R => {
    return { ...row, id: shown(row.id), website_id: shown(row.website_id), detail: shown(row.detail) }
  }
  return async (of): Promise<Rows> => {
    if (of === 'vulnerabilities')
      return { of, rows: ((await vulnerabilities.next()).value ?? []).map((row) => withIds(row)) }
    const parts = (await comparison?.next())?.value ?? []
    return { of, rows: parts.map(({ part, row }) => ({ part, row: withIds(row) })) }
  }
}
