/**
 * 100,000 webhook deliveries to 20 endpoints of 20 organisations: one fifth of the endpoints answers 500, one takes every
 * request and never answers. Healthy endpoints' deliveries have to arrive at least once each, 95% of them within 2 s of
 * their event; what fails is tried again as the schedule says, and is not waited for here.
 *
 *   node bench/deliveries.ts [--deliveries 100000] [--rate 400]
 *
 * Events are written at `rate` a second over connections of their own, as other processes would; the one that hangs is counted
 * apart.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { openDatabase } from '../packages/platform/src/db/client.ts'
import { Dispatcher } from '../packages/platform/src/events/deliver.ts'
import { recordEvents } from '../packages/platform/src/events/record.ts'
import { openSend } from '../packages/platform/src/events/send.ts'
import { newId } from '../packages/platform/src/identifier.ts'
import { openOutbound } from '../packages/platform/src/outbound.ts'
import { createTestContext } from '../packages/platform/test/test-context.ts'
import { until } from '../packages/platform/test/until.ts'

const { values } = parseArgs({
  options: { deliveries: { type: 'string', default: '100000' }, rate: { type: 'string', default: '400' } },
})
const AIM = 2_000 // milliseconds, for 95 of 100
const ENDPOINTS = 20
const FAILING = 4
const HANGING = 1
const total = Number(values.deliveries)
const perTick = Math.max(1, Math.round(Number(values.rate) / 10))

/** By event: when it was written, and how long after that it came. */
const written = new Map<string, number>()
const came = new Map<string, number>()
let twice = 0
const receiver = createServer((request, response) => {
  const id = String(request.headers['webhook-id'])
  request.resume().on('end', () => {
    if (request.url === '/hangs') return
    if (request.url === '/fails') return void response.writeHead(500).end()
    if (came.has(id)) twice++
    else came.set(id, Date.now())
    response.writeHead(204).end()
  })
}).listen(0, '127.0.0.1')
await new Promise((listening) => receiver.once('listening', listening))
const base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`

const world = await createTestContext()
const { database, secrets, log } = world.context
const { system } = database
/** Of those who write events. */
const writers = openDatabase({ url: world.databaseUrl })
const kindOf = (n: number) => (n < HANGING ? 'hangs' : n < HANGING + FAILING ? 'fails' : 'works')
const owners = Array.from({ length: ENDPOINTS }, (_, n) => ({ id: newId('org'), kind: kindOf(n) }))
for (const { id, kind } of owners) {
  await system.insertInto('organizations').values({ id, name: kind, plan: 'pro' }).execute()
  await system
    .insertInto('webhooks')
    .values({
      id: newId('wh'),
      organization_id: id,
      url: `${base}/${kind}`,
      events: ['website.created'],
      secret: secrets.seal('s'.repeat(32)),
    })
    .execute()
}
const outbound = openOutbound({ allowPrivate: true })
const dispatcher = new Dispatcher({ database, secrets, log, send: openSend(outbound) })
await dispatcher.start()

const began = Date.now()
const healthy: string[] = []
for (let made = 0; made < total; ) {
  const tick = Date.now()
  for (let n = 0; n < perTick && made < total; made += ENDPOINTS, n += ENDPOINTS) {
    await Promise.all(
      owners.map(async ({ id, kind }) => {
        const [event] = await recordEvents(writers.as(id), id, [{ type: 'website.created', data: { bench: made } }])
        written.set(event!, Date.now())
        if (kind === 'works') healthy.push(event!)
      }),
    )
  }
  await new Promise((wake) => setTimeout(wake, Math.max(0, 100 - (Date.now() - tick))))
}
console.log(`${total} deliveries owed after ${((Date.now() - began) / 1000).toFixed(0)} s`)
await until(() => healthy.every((id) => came.has(id)), 600_000).catch(() => {})
const delays = healthy.filter((id) => came.has(id)).map((id) => came.get(id)! - written.get(id)!)
delays.sort((a, b) => a - b)
const at = (share: number) => delays[Math.floor(delays.length * share)] ?? Number.POSITIVE_INFINITY
const lost = healthy.length - delays.length
const [tried] = await system
  .selectFrom('delivery_attempts')
  .select((eb) => eb.fn.countAll<number>().as('count'))
  .execute()
console.log(
  `${healthy.length} to healthy endpoints: ${lost} missing, ${twice} more than once; ${tried!.count} tries in all`,
)
console.log(
  `median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; all after ${((Date.now() - began) / 1000).toFixed(0)} s`,
)
await outbound.destroy()
await dispatcher.stop()
receiver.closeAllConnections()
receiver.close()
await writers.close()
await world.close()
const good = lost === 0 && at(0.95) < AIM
console.log(good ? 'aim met' : 'misses the aim')
process.exit(good ? 0 : 1)
