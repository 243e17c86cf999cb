import { Readable } from 'node:stream'
import type { Brand } from '@lasthash/scanner/report/brand'
import type { ScanDocument } from '@lasthash/scanner/report/document'
import { htmlReport, reportPolicy } from '@lasthash/scanner/report/html'
import { jsonReport } from '@lasthash/scanner/report/json'
import { junitReport } from '@lasthash/scanner/report/junit'
import { sarifReport } from '@lasthash/scanner/report/sarif'
import { Type } from 'typebox'
import { reportBrand } from '../../branding.ts'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { makeReport, technicalOf } from '../../reporting/make.ts'
import { FILTERS } from '../vulnerabilities/filters.ts'
import { toVulnerability, EXAMPLE as VULNERABILITY_EXAMPLE, Vulnerability } from '../vulnerabilities/schema.ts'
import { listOfScan } from '../vulnerabilities/store.ts'
import { documentOfScan } from './document.ts'
import { eventStream } from './event-stream.ts'
import { withProofs } from './evidence.ts'
import { requireResults, EXAMPLE as SCAN_EXAMPLE, Scan } from './schema.ts'
import { SOFTWARE_EXAMPLE, Software } from './software-schema.ts'
import { findCoverage, findScan, type Scan as ScanRow } from './store.ts'

const params = Type.Object({ scan_id: Type.String() })

const NUMBER_OR_NULL = Type.Union([Type.Number(), Type.Null()])
const ANSWER = Type.Enum(['same', 'other', 'refused'])

const TlsCoverage = Type.Object(
  {
    grade: Type.Union([Type.Enum(['A+', 'A', 'A-', 'B', 'C', 'D', 'E', 'F', 'T', 'M']), Type.Null()], {
      description: 'As SSL Labs would grade the server. T: not trusted. M: made out to another host.',
    }),
    score: NUMBER_OR_NULL,
    parts: Type.Union([
      Type.Object({ protocols: Type.Number(), key_exchange: Type.Number(), ciphers: Type.Number() }),
      Type.Null(),
    ]),
    because: Type.Array(Type.String(), { description: 'What kept the grade from being better.' }),
    versions: Type.Array(
      Type.Object({
        version: Type.String(),
        order: Type.Union([Type.Enum(['server', 'client']), Type.Null()], { description: 'Whose order decides.' }),
        suites: Type.Array(
          Type.Object({
            name: Type.String(),
            group: Type.Union([Type.String(), Type.Null()]),
            key_bits: NUMBER_OR_NULL,
          }),
        ),
        complete: Type.Boolean({ description: 'False where the search had to stop early.' }),
      }),
      { description: 'Every version and suite that the server accepts, newest first.' },
    ),
    groups: Type.Array(Type.String()),
    post_quantum: Type.Union([Type.String(), Type.Null()]),
    alpn: Type.Array(Type.String()),
    sessions: Type.Object({
      by_id: Type.Union([Type.Boolean(), Type.Null()]),
      by_ticket: Type.Union([Type.Boolean(), Type.Null()]),
      ticket_lifetime: NUMBER_OR_NULL,
      tls13_tickets: NUMBER_OR_NULL,
      tls13_lifetime: NUMBER_OR_NULL,
      early_data: NUMBER_OR_NULL,
    }),
    server_name: Type.Union([Type.Object({ without: ANSWER, unknown: ANSWER }), Type.Null()]),
    stapled: Type.Boolean(),
  },
  { description: 'The full picture of the server’s TLS.' },
)

const Coverage = Type.Object(
  {
    scan_id: Type.String(),
    checks: Type.Array(
      Type.Object({
        check: Type.String(),
        status: Type.Enum(['passed', 'failed', 'skipped', 'not_gathered', 'error']),
        reason: Type.String({ description: 'Why it was skipped, could not be asked, or broke; empty otherwise.' }),
        outcomes: Type.Array(Type.String()),
      }),
    ),
    sources: Type.Array(
      Type.Object({
        name: Type.String(),
        gathered: Type.Boolean(),
        reason: Type.String(),
        duration_ms: Type.Number(),
      }),
    ),
    pages: Type.Array(Type.String(), {
      description: 'Addresses of the pages that were judged, at most the first 1,000.',
    }),
    crawl: Type.Optional(
      Type.Union([
        Type.Object({
          pages: Type.Integer(),
          scripts: Type.Integer(),
          parameters: Type.Array(
            Type.Object({
              url: Type.String(),
              method: Type.String(),
              name: Type.String(),
              in: Type.Enum(['query', 'body', 'path', 'header', 'cookie']),
              source: Type.String(),
            }),
            { description: 'The first 500.' },
          ),
          parameter_count: Type.Integer(),
          not_followed: Type.Record(Type.String(), Type.Integer(), {
            description: 'How many addresses were seen and not asked for, by reason.',
          }),
          other_answers: Type.Record(Type.String(), Type.Integer(), {
            description: 'Answers that were no page, by status or what happened instead.',
          }),
          browser: Type.Object({
            used: Type.Boolean(),
            reason: Type.String({ description: 'Why none was used; empty otherwise.' }),
            pages: Type.Integer(),
            requests: Type.Integer(),
          }),
          limits: Type.Array(Type.String(), { description: 'What ended the crawl or cut it short.' }),
        }),
        Type.Null(),
      ]),
    ),
    tls: Type.Optional(Type.Union([TlsCoverage, Type.Null()])),
    login: Type.Optional(
      Type.Union([Type.Object({ logins: Type.Integer(), reason: Type.String() }), Type.Null()], {
        description: 'Where a log-in was asked for: how often it was made, and why there is no session.',
      }),
    ),
    software: Type.Optional(Type.Array(Software, { description: 'What the website runs and serves.' })),
    spent: Type.Object({ requests: Type.Integer(), handshakes: Type.Integer(), dns_queries: Type.Integer() }),
    budget: Type.Object({ requests: Type.Integer(), handshakes: Type.Integer(), dns_queries: Type.Integer() }),
    looked_at: Type.Optional(
      Type.String({ description: 'Digests of all places that were looked at, for comparisons; in base64.' }),
    ),
  },
  { title: 'Coverage' },
)

const COVERAGE_EXAMPLE = {
  scan_id: 'scan_01k0000000000000000000000',
  checks: [
    { check: 'transport/hsts', status: 'failed', reason: '', outcomes: ['missing'] },
    { check: 'dns/caa', status: 'not_gathered', reason: 'the name server did not answer', outcomes: [] },
  ],
  sources: [{ name: 'page', gathered: true, reason: '', duration_ms: 180 }],
  pages: ['https://example.com/', 'https://example.com/search?q='],
  software: [SOFTWARE_EXAMPLE],
  crawl: {
    pages: 2,
    scripts: 3,
    parameters: [{ url: 'https://example.com/search', method: 'GET', name: 'q', in: 'query', source: 'form' }],
    parameter_count: 1,
    not_followed: { unsafe: 1, elsewhere: 14 },
    other_answers: { 404: 2 },
    browser: { used: true, reason: '', pages: 2, requests: 9 },
    limits: [],
  },
  tls: {
    grade: 'A-' as const,
    score: 93,
    parts: { protocols: 100, key_exchange: 90, ciphers: 90 },
    because: ['no TLS 1.3'],
    versions: [
      {
        version: 'TLSv1.2',
        order: 'server' as const,
        suites: [{ name: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', group: 'x25519', key_bits: null }],
        complete: true,
      },
    ],
    groups: ['x25519', 'secp256r1'],
    post_quantum: null,
    alpn: ['http/1.1'],
    sessions: {
      by_id: true,
      by_ticket: true,
      ticket_lifetime: 7_200,
      tls13_tickets: null,
      tls13_lifetime: null,
      early_data: null,
    },
    server_name: { without: 'same' as const, unknown: 'same' as const },
    stapled: false,
  },
  spent: { requests: 210, handshakes: 41, dns_queries: 17 },
  budget: { requests: 3000, handshakes: 400, dns_queries: 150 },
}

const { scan_id: _, ...DOCUMENT_COVERAGE } = COVERAGE_EXAMPLE

interface Report {
  type: string
  write: (document: ScanDocument, brand: Brand) => string
  policy?: (brand: Brand) => string
}

const framedNowhere = (brand: Brand) => `${reportPolicy(brand)}; frame-ancestors 'none'`

const REPORTS: Record<'json' | 'html' | 'sarif' | 'junit', Report> = {
  json: { type: 'application/json; charset=utf-8', write: jsonReport },
  html: {
    type: 'text/html; charset=utf-8',
    write: (document, brand) => htmlReport(document, { brand }),
    policy: framedNowhere,
  },
  sarif: { type: 'application/sarif+json; charset=utf-8', write: sarifReport },
  junit: { type: 'application/xml; charset=utf-8', write: (document) => junitReport(document) },
}

/** What a scan came to, and what it is doing. */
export const scanResultRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/scans/:scan_id/vulnerabilities',
    operationId: 'listScanVulnerabilities',
    summary: 'List what a scan saw',
    description: 'With their states of today. `score_impact` is what each took off this scan’s score.',
    scope: 'scans:read',
    params,
    query: Type.Object({ ...LIST_QUERY, ...FILTERS }, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first; among those that this scan saw first, the worst first.',
        schema: Type.Object({
          vulnerabilities: Type.Array(Vulnerability),
          has_more: Type.Boolean(),
          next_cursor: Type.Union([Type.String(), Type.Null()]),
        }),
        example: { vulnerabilities: [VULNERABILITY_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    errors: ['results_expired', 'storage_unavailable'],
    async handler(call) {
      const {
        context,
        db,
        organizationId,
        params: { scan_id },
        query,
      } = call
      const page = pageOf(query)
      const seen = await listOfScan(db, organizationId, scan_id, page, query)
      const rows = await withProofs(context.blobs, organizationId, scan_id, seen)
      // Most scans have some, and then one look is enough. Of those that are kept for ever some may be all that is left.
      if (rows.length === 0 || rows.some(({ kept_days }) => kept_days === 0))
        requireResults(await scanOf(call, scan_id))
      const { data, has_more, next_cursor } = listBody(rows.map(toVulnerability), page)
      return { status: 200, body: { vulnerabilities: data, has_more, next_cursor } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/scans/:scan_id/coverage',
    operationId: 'getScanCoverage',
    summary: 'Get what a scan tested',
    description: 'Check by check: passed, failed, skipped because it does not apply, not gathered, or broken; and why.',
    scope: 'scans:read',
    params,
    answers: { 200: { description: 'The coverage.', schema: Coverage, example: COVERAGE_EXAMPLE } },
    errors: ['scan_not_done', 'results_expired'],
    async handler(call) {
      const {
        db,
        organizationId,
        params: { scan_id },
      } = call
      const coverage = await findCoverage(db, organizationId, scan_id)
      if (!coverage) throw noResults(await scanOf(call, scan_id))
      return { status: 200, body: { scan_id, ...coverage } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/scans/:scan_id/software',
    operationId: 'listScanSoftware',
    summary: 'List the software that a scan saw',
    description:
      'Servers, languages, frameworks, content management with plugins and themes, JavaScript libraries, and who is between the visitor and the site; by name, on one page.',
    scope: 'scans:read',
    params,
    answers: {
      200: {
        description: 'By name.',
        schema: Type.Object(
          {
            object: Type.Literal('list'),
            data: Type.Array(Software),
            has_more: Type.Boolean(),
            next_cursor: Type.Null(),
          },
          { title: 'SoftwareList' },
        ),
        example: { object: 'list', data: [SOFTWARE_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    errors: ['scan_not_done', 'results_expired'],
    async handler(call) {
      const {
        db,
        organizationId,
        params: { scan_id },
      } = call
      const coverage = await findCoverage(db, organizationId, scan_id)
      if (!coverage) throw noResults(await scanOf(call, scan_id))
      const data = coverage.software ?? []
      return { status: 200, body: { object: 'list', data, has_more: false, next_cursor: null } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/scans/:scan_id/report',
    operationId: 'getScanReport',
    summary: 'Get a scan’s report',
    description:
      'The same document as a page for people, as JSON, as SARIF 2.1.0 for code scanning, as JUnit for CI, as PDF, or as CSV. `POST /v1/reports` makes more kinds of reports, and keeps them.',
    scope: 'scans:read',
    params,
    query: Type.Object(
      { format: Type.Optional(Type.Enum(['json', 'html', 'sarif', 'junit', 'pdf', 'csv'], { default: 'json' })) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'The report.',
        schema: Type.Object(
          { scan: Scan, vulnerabilities: Type.Array(Vulnerability), coverage: Type.Omit(Coverage, ['scan_id']) },
          { title: 'ScanDocument' },
        ),
        example: {
          scan: SCAN_EXAMPLE,
          vulnerabilities: [VULNERABILITY_EXAMPLE],
          coverage: DOCUMENT_COVERAGE,
        },
        otherTypes: {
          'text/html': '<!doctype html>…',
          'application/sarif+json': '{"version": "2.1.0", "runs": […]}',
          'application/xml': '<testsuites>…</testsuites>',
          'application/pdf': '%PDF-1.7 …',
          'text/csv': 'website,severity,title\n…',
        },
      },
    },
    errors: ['scan_not_done', 'results_expired', 'storage_unavailable'],
    async handler(call) {
      const {
        context,
        db,
        organizationId,
        publicUrl,
        params: { scan_id },
        query,
      } = call
      const scan = await scanOf(call, scan_id)
      if (scan.status !== 'done') throw noResults(scan)
      requireResults(scan)
      const { format = 'json' } = query as { format?: keyof typeof REPORTS | 'pdf' | 'csv' }
      if (format === 'pdf' || format === 'csv') return await asFile(call, scan, format)
      const document = await documentOfScan(db, { organizationId, publicUrl, blobs: context.blobs }, scan)
      const { type, write, policy } = REPORTS[format]
      const brand = reportBrand(await context.brands.of(organizationId))
      const headers = { 'content-type': type, ...(policy ? { 'content-security-policy': policy(brand) } : {}) }
      return { status: 200, body: write(document, brand), headers }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/scans/:scan_id/events',
    operationId: 'watchScan',
    summary: 'Watch a scan',
    description:
      'Server-Sent Events: `source`, `check` and `finding` as they come, and at last `scan.completed`, `scan.failed` or `scan.canceled` with the scan. Resumable with `Last-Event-ID`; 204 when there is nothing after it.',
    scope: 'scans:read',
    params,
    headers: { 'Last-Event-ID': 'The number of the last event that you have.' },
    answers: {
      200: {
        description: 'The stream; it ends after the last event.',
        schema: Type.String(),
        type: 'text/event-stream',
        example:
          'id: 7\nevent: check\ndata: {"check": "transport/hsts", "status": "passed"}\n\nid: 8\nevent: scan.completed\ndata: {"id": "scan_01k0000000000000000000000", "status": "done"}\n\n',
      },
      204: { description: 'The client has the last event already.' },
    },
    async handler(call) {
      const {
        context,
        organizationId,
        publicUrl,
        signal,
        params: { scan_id },
        headers,
      } = call
      const scan = await scanOf(call, scan_id)
      const after = /^\d{1,9}$/.test(String(headers['last-event-id'])) ? Number(headers['last-event-id']) : 0
      const body = await eventStream({ context, organizationId, publicUrl, scanId: scan_id, after, signal }, scan)
      if (!body) return { status: 204 }
      return {
        status: 200,
        body,
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          // A connection that went quiet after its last event would hold up a server that stops.
          connection: 'close',
          'x-accel-buffering': 'no',
        },
      }
    },
  }),
]

async function scanOf({ db, organizationId }: Pick<Call, 'db' | 'organizationId'>, id: string): Promise<ScanRow> {
  const scan = await findScan(db, organizationId, id)
  if (!scan) throw new ApiError('not_found', `There is no scan ${id}.`)
  return scan
}

function noResults(scan: ScanRow): ApiError {
  requireResults(scan)
  const { status } = scan
  return new ApiError('scan_not_done', `The scan’s status is ${status}: only a scan that is done has this.`)
}

/** Made as it is sent, in a process of its own. */
async function asFile(
  { context, organizationId, caller, signal }: Pick<Call, 'context' | 'organizationId' | 'caller' | 'signal'>,
  scan: ScanRow,
  format: 'pdf' | 'csv',
) {
  const whose = { organizationId, test: caller.test }
  const { contentType, extension, bytes } = await makeReport(context, whose, technicalOf(scan.id, format), signal)
  const headers = {
    'content-type': contentType,
    'content-disposition': `attachment; filename="lasthash-technical.${extension}"`,
  }
  return { status: 200, body: Readable.from(bytes, { objectMode: false }), headers }
}
