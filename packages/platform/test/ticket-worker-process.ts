// A worker of tickets in a process of its own, to be killed: `node ticket-worker-process.ts <database URL> <seconds of a lease>`.
import { openDatabase } from '../src/db/client.ts'
import { openSendCall } from '../src/integrations/trackers/send.ts'
import { TicketRunner } from '../src/jobs/run-tickets.ts'
import { openOutbound } from '../src/outbound.ts'
import { openContext } from './test-context.ts'

const [url = '', lease = '30'] = process.argv.slice(2)
const context = await openContext(openDatabase({ url, max: 2, systemMax: 4 }), {
  LASTHASH_SECRET: process.env.LASTHASH_SECRET!,
})
const send = openSendCall(openOutbound({ allowPrivate: true }))
await new TicketRunner(context, { send, lease: Number(lease), pace: 0, pollMs: 200 }).start()
process.stdout.write('working\n')
