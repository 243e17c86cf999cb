import { Readable } from 'node:stream'
import { htmlReport, reportPolicy } from '@lasthash/scanner/report/html'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { reportBrand } from '../branding.ts'
import { type Caller, requireScope } from '../http/authenticate.ts'
import type { Gate } from '../http/credentials.ts'
import { addressOf } from '../people/person.ts'
import { makeReport, technicalOf } from '../reporting/make.ts'
import { documentOfScan } from '../resources/scans/document.ts'
import { areResultsExpired } from '../resources/scans/schema.ts'
import { findScan } from '../resources/scans/store.ts'
import { asStored } from '../test-mode/sample-ids.ts'
import { sendPage } from './page.ts'
import { callersOf } from './session.ts'

/** As which files the page's report can be had. */
const FILES = ['pdf', 'csv', 'sarif', 'json'] as const

/** `/reports/{scan_id}`: what `report_url` opens. With a key as for the API, or after a log-in; a stranger is asked to log in. */
export function serveReports(app: FastifyInstance, gate: Gate): void {
  const { context } = gate
  app.get<{ Params: { scan_id: string } }>('/reports/:scan_id', async (request, reply) => {
    const { scan_id } = request.params
    const callers = await readersOf(request, gate)
    if (callers.length === 0) {
      const next = encodeURIComponent(`/reports/${scan_id}`)
      return reply.header('cache-control', 'no-store').redirect(`/login?next=${next}`, 303)
    }
    const found = await firstThatSees(callers, scan_id, gate)
    const brand = await context.brands.of(found?.organizationId ?? callers[0]!.organizationId)
    if (!found) {
      return sendPage(reply, {
        brand,
        title: 'No such report',
        status: 404,
        body: '<p>There is no such scan, or it is another organisation’s. <a href="/login">Log in as somebody else?</a></p>',
      })
    }
    const { db, organizationId, scan } = found
    if (areResultsExpired(scan)) {
      return sendPage(reply, {
        brand,
        title: 'The report is kept no longer',
        status: 410,
        body: '<p>What this scan found was kept for as long as the plan said when it ended.</p>',
      })
    }
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `${reportPolicy(reportBrand(brand))}; frame-ancestors 'none'`,
        'cache-control': 'private, no-store',
      })
      .send(
        htmlReport(
          await documentOfScan(db, { organizationId, publicUrl: brand.publicUrl, blobs: context.blobs }, scan),
          { brand: reportBrand(brand), downloads: scan.status === 'done' ? downloadsOf(scan_id) : [] },
        ),
      )
  })
  for (const format of FILES) {
    app.get<{ Params: { scan_id: string } }>(`/reports/:scan_id/technical.${format}`, async (request, reply) => {
      const { scan_id } = request.params
      const found = await firstThatSees(await readersOf(request, gate), scan_id, gate)
      // The page says what is the matter.
      if (found?.scan.status !== 'done' || areResultsExpired(found.scan))
        return reply.redirect(`/reports/${encodeURIComponent(scan_id)}`, 303)
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const made = await makeReport(context, found, technicalOf(found.scan.id, format), gone.signal)
      return reply
        .headers({
          'content-type': made.contentType,
          'content-disposition': `attachment; filename="lasthash-technical.${made.extension}"`,
          'cache-control': 'private, no-store',
        })
        .send(Readable.from(made.bytes, { objectMode: false }))
    })
  }
}

function downloadsOf(scanId: string) {
  return FILES.map((format) => ({
    label: format.toUpperCase(),
    href: `/reports/${encodeURIComponent(scanId)}/technical.${format}`,
  }))
}

/** A wrong `Authorization` is an error as in the API; without one, the log-in decides. */
async function readersOf(request: FastifyRequest, gate: Gate): Promise<Caller[]> {
  const { authorization, origin } = request.headers
  if (authorization === undefined) return callersOf(request, gate)
  return [await gate.authenticator.authenticate(authorization, { address: addressOf(request, gate.context), origin })]
}

/** People may belong to several organisations: the scan is one's. Throws `insufficient_scope`. */
async function firstThatSees(callers: readonly Caller[], scanId: string, { context }: Gate) {
  for (const caller of callers) {
    requireScope(caller, 'scans:read')
    const { organizationId, test } = caller
    const db = context.database.as(organizationId)
    const scan = await findScan(db, organizationId, test ? asStored(organizationId, scanId) : scanId)
    if (scan) return { db, organizationId, scan, test }
  }
  return null
}
