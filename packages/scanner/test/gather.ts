import type { TestContext } from 'node:test'
import { EvidenceBook, type Gathered } from '../src/evaluate.ts'
import type { Evidence, EvidenceName } from '../src/evidence.ts'
import type { NetOptions } from '../src/net/open.ts'
import { parseTarget } from '../src/net/target.ts'
import type { Gatherer, Intake } from '../src/source.ts'
import { sources } from '../src/sources.ts'
import { testNet } from './net.ts'

/** Gathers the named evidence of `url`, and what it needs, over a real network; `page` asks for the start page first. */
export async function gather<N extends EvidenceName>(
  t: TestContext,
  url: string,
  name: N,
  options: Partial<NetOptions> = {},
  intake: Intake = forgetful,
  wish: Partial<Evidence['scan']> = {},
): Promise<Evidence[N]> {
  const net = testNet(t, url, options)
  const evidence: Partial<Evidence> = {
    target: parseTarget(url, { allowPrivate: true }),
    previous: { script_hosts: null },
    scan: { type: 'full', started_at: Date.now(), ...wish },
  }
  const obtain = async (wanted: EvidenceName): Promise<unknown> => {
    if (wanted in evidence) return evidence[wanted]
    const derivation = sources.find((one) => one.kind === 'derive' && one.name === wanted)
    if (derivation) {
      for (const need of derivation.needs) await obtain(need)
      const value = derived(evidence, wanted)
      Object.assign(evidence, { [wanted]: value })
      return value
    }
    const gatherer = sources.find((one): one is Gatherer => one.kind === 'gather' && one.name === wanted)
    if (!gatherer) throw new Error(`nothing gathers ${wanted}`)
    for (const need of gatherer.needs) await obtain(need)
    const value = await gatherer.gather(net, evidence as never, intake)
    Object.assign(evidence, { [wanted]: value })
    return value
  }
  return (await obtain(name)) as Evidence[N]
}

/** Takes pages and scripts, and knows nothing of where they lead. */
export const forgetful: Intake = {
  browser: async () => {},
  missed: () => {},
  resumed: null,
  checkpoint: () => {},
  page: async () => ({ pages: [], scripts: [], forms: [], resources: [], endpoints: [], inline: false, build: '' }),
  script: async () => ({ endpoints: [], source_map: null }),
}

/** What the engine would derive from `evidence`. */
export function derived(evidence: Partial<Evidence>, name: EvidenceName): unknown {
  const gathered = Object.fromEntries(Object.entries(evidence).map(([key, value]) => [key, { ok: true, value }]))
  const settled = new EvidenceBook(gathered as Gathered, sources).get(name)
  if (!settled.ok) throw new Error(settled.reason)
  return settled.value
}
