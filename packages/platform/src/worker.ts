import type { Context } from './context.ts'
import { Dispatcher } from './events/deliver.ts'
import { ReplayRunner } from './events/replay.ts'
import { openSend } from './events/send.ts'
import { openSendCall } from './integrations/trackers/send.ts'
import { startHousekeeping } from './jobs/housekeeping.ts'
import { ReportRunner } from './jobs/make-reports.ts'
import { MonitorRunner } from './jobs/run-monitors.ts'
import { startReportSchedules } from './jobs/run-report-schedules.ts'
import { startSchedules } from './jobs/run-schedules.ts'
import { TicketRunner } from './jobs/run-tickets.ts'
import { ScanWorker } from './jobs/scan-worker.ts'
import { ReportMailer } from './jobs/send-reports.ts'
import { startUpdatingFeeds } from './jobs/update-feeds.ts'
import { VerificationRunner } from './jobs/verify-vulnerabilities.ts'
import { startVerifying } from './jobs/verify-websites.ts'
import { PaymentPageRunner } from './jobs/watch-payment-pages.ts'
import { openOutbound } from './outbound.ts'

export interface Worker {
  /** Takes nothing new, lets running scans end for up to 20 s, and hands the rest to other workers. */
  stop(): Promise<void>
}

/** The worker role: scans, monitors, webhook deliveries, housekeeping. The context's queue has to be started, and to supervise. */
export async function startWorker(context: Context): Promise<Worker> {
  const { config, database, secrets, log } = context
  const outbound = openOutbound({ allowPrivate: config.allowPrivate })
  const dispatcher = new Dispatcher({ database, secrets, log, send: openSend(outbound) })
  const scans = new ScanWorker(context, { slots: config.workerConcurrency })
  await scans.start()
  await dispatcher.start()
  const replays = new ReplayRunner(context)
  await replays.start()
  await startHousekeeping(context)
  await startVerifying(context)
  await startUpdatingFeeds(context)
  const monitors = new MonitorRunner(context)
  monitors.start()
  const paymentPages = new PaymentPageRunner(context)
  paymentPages.start()
  const verifications = new VerificationRunner(context)
  await verifications.start()
  const reports = new ReportRunner(context)
  await reports.start()
  const tickets = new TicketRunner(context, { send: openSendCall(outbound) })
  await tickets.start()
  const mails = new ReportMailer(context)
  await mails.start()
  await startReportSchedules(context)
  await startSchedules(context)
  return {
    async stop() {
      await monitors.stop()
      await paymentPages.stop()
      await verifications.stop()
      await reports.stop()
      await mails.stop()
      await scans.stop()
      await replays.stop()
      await tickets.stop()
      await dispatcher.stop()
      await outbound.close()
    },
  }
}
