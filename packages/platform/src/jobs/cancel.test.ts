import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { faulty, slowly, startSite, type TargetSite } from '../../test/target-site.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { ScanWorker } from './scan-worker.ts'

const LASTHASH = join(import.meta.dirname, '../../../cli/bin/lasthash.cjs')
const AFTERWARDS = 700 // milliseconds in which a scan that went on would send more than ten requests

let world: TestContext
let api: TestApi
let site: TargetSite
let organization: TestOrganization
let worker: ScanWorker

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  site = await startSite()
  organization = await world.organization('pro')
  worker = new ScanWorker(world.context, { slots: 5 })
  await worker.start()
})
after(async () => {
  await worker.stop(0)
  await api.close()
  await site.close()
  await world.close()
})

/** Goes on answering, each time late; and some answers, later on, never end. */
function reluctantly(): void {
  let [answers, drips] = [0, 0]
  site.answer(
    slowly(60, (request, response) => {
      if (answers++ < 16 || drips++ > 2) return faulty(request, response)
      response.writeHead(200, { 'content-type': 'text/plain' })
      const drip = setInterval(() => response.write('drip '), 50)
      response.once('close', () => clearInterval(drip))
    }),
  )
}

const getScan = (id: string) => api.ask(organization.key, 'GET', `/v1/scans/${id}`)

function command(...words: string[]): ChildProcess {
  return spawn(process.execPath, [LASTHASH, 'scan', site.url, '--quiet', ...words], {
    env: { ...process.env, LASTHASH_API_KEY: organization.key },
    stdio: 'ignore',
  })
}

/** Begins a scan; gives how to stop it, and what then must be so. */
const ways: Record<string, () => Promise<{ stop: () => unknown; stopped: () => Promise<void> }>> = {
  async 'through the API'() {
    const { id } = await api.ask(organization.key, 'POST', '/v1/scans', { url: site.url })
    return {
      stop: () => api.ask(organization.key, 'POST', `/v1/scans/${id}/cancel`),
      async stopped() {
        assert.equal((await getScan(id)).status, 'canceled')
      },
    }
  },
  async 'by Ctrl-C in a terminal that drives a server'() {
    const child = command('--server', api.base)
    return {
      stop: () => child.kill('SIGINT'),
      async stopped() {
        if (child.exitCode === null) await once(child, 'exit')
        assert.equal(child.exitCode, 2)
        const { data } = await api.ask(organization.key, 'GET', '/v1/scans?limit=1')
        assert.equal(data[0].status, 'canceled')
      },
    }
  },
  async 'by Ctrl-C in a terminal with no server'() {
    const child = command('--allow-private')
    return {
      stop: () => child.kill('SIGINT'),
      async stopped() {
        if (child.exitCode === null) await once(child, 'exit')
        assert.equal(child.exitCode, 2)
      },
    }
  },
}

for (const [way, begin] of Object.entries(ways)) {
  test(`a scan canceled ${way} sends nothing more, and holds no connection`, async () => {
    reluctantly()
    const before = site.requests()
    const { stop, stopped } = await begin()
    await until(() => site.requests() > before + 25, 60_000)
    await stop()
    await until(async () => (await site.connections()) === 0)
    const sent = site.requests()
    await assert.rejects(until(() => site.requests() > sent, AFTERWARDS))
    assert.equal(await site.connections(), 0)
    await stopped()
  })
}
