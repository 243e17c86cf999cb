import type { TestContext } from 'node:test'
import type { Net } from '../src/net/net.ts'
import { type NetOptions, openNet } from '../src/net/open.ts'
import { parseTarget } from '../src/net/target.ts'
import type { TestServer } from './servers.ts'

/** A network for one test, private targets allowed, without a limit on the rate; closed when the test ends. */
export function testNet(t: TestContext, url: string, options: Partial<NetOptions> = {}): Net {
  const allowPrivate = options.allowPrivate ?? true
  const net = openNet({
    target: parseTarget(url, { allowPrivate }),
    scanId: 'scan_test',
    budget: { requests: 1_000, handshakes: 400, dns_queries: 150 },
    allowPrivate,
    perSecond: 10_000,
    ...options,
  })
  t.after(() => net.close())
  return net
}

/** Has the test close its server at the end. */
export async function serving(t: TestContext, starting: Promise<TestServer>): Promise<TestServer> {
  const server = await starting
  t.after(() => server.close())
  return server
}
