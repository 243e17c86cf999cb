import { htmlReport, reportPolicy } from '@lasthash/scanner/report/html'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { reportBrand } from '../branding.ts'
import type { Context } from '../context.ts'
import { type Authenticator, type Caller, requireScope } from '../http/authenticate.ts'
import { documentOfScan } from '../resources/scans/document.ts'
import { areResultsExpired } from '../resources/scans/schema.ts'
import { findScan } from '../resources/scans/store.ts'
import { asStored } from '../test-mode/sample-ids.ts'
import { sendPage } from './page.ts'
import { addressOf, sessionOf } from './session.ts'

/** `/reports/{scan_id}`: what `report_url` opens. With a key as for the API, or after a log-in; a stranger is asked to log in. */
export function serveReports(app: FastifyInstance, context: Context, authenticator: Authenticator): void {
  app.get<{ Params: { scan_id: string } }>('/reports/:scan_id', async (request, reply) => {
    const { scan_id } = request.params
    const caller = await callerOf(request, context, authenticator)
    if (!caller) {
      const next = encodeURIComponent(`/reports/${scan_id}`)
      return reply.header('cache-control', 'no-store').redirect(`/login?next=${next}`, 303)
    }
    requireScope(caller, 'scans:read')
    const { organizationId, test } = caller
    const db = context.database.as(organizationId)
    const brand = await context.brands.of(organizationId)
    const scan = await findScan(db, organizationId, test ? asStored(organizationId, scan_id) : scan_id)
    if (!scan) {
      return sendPage(reply, {
        brand,
        title: 'No such report',
        status: 404,
        body: '<p>There is no such scan, or it is another organisation’s. <a href="/login">Log in with another key?</a></p>',
      })
    }
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
        htmlReport(await documentOfScan(db, { organizationId, publicUrl: brand.publicUrl }, scan), {
          brand: reportBrand(brand),
        }),
      )
  })
}

/** A wrong `Authorization` is an error as in the API; without one, the session decides. */
async function callerOf(
  request: FastifyRequest,
  context: Context,
  authenticator: Authenticator,
): Promise<Caller | null> {
  const { authorization } = request.headers
  if (authorization === undefined) return sessionOf(request, context, authenticator)
  return authenticator.authenticate(authorization, addressOf(request, context))
}
