import type { TestContext } from 'node:test'
import type { Evidence, EvidenceName } from '../src/evidence.ts'
import type { NetOptions } from '../src/net/open.ts'
import { parseTarget } from '../src/net/target.ts'
import type { Gatherer } from '../src/source.ts'
import { sources } from '../src/sources.ts'
import { testNet } from './net.ts'

/** Gathers the named evidence of `url`, and what it needs, over a real network; `page` asks for the start page first. */
export async function gather<N extends EvidenceName>(
  t: TestContext,
  url: string,
  name: N,
  options: Partial<NetOptions> = {},
): Promise<Evidence[N]> {
  const net = testNet(t, url, options)
  const evidence: Partial<Evidence> = { target: parseTarget(url, { allowPrivate: true }) }
  const obtain = async (wanted: EvidenceName): Promise<unknown> => {
    if (wanted in evidence) return evidence[wanted]
    const gatherer = sources.find((one): one is Gatherer => one.kind === 'gather' && one.name === wanted)
    if (!gatherer) throw new Error(`nothing gathers ${wanted}`)
    for (const need of gatherer.needs) await obtain(need)
    const value = await gatherer.gather(net, evidence as never)
    Object.assign(evidence, { [wanted]: value })
    return value
  }
  return (await obtain(name)) as Evidence[N]
}
