import type { CorsEvidence } from '../src/evidence.ts'
import { exchange } from './evidence.ts'

type Kind = CorsEvidence['probes'][number]['kind']

const ORIGINS: Record<Kind, string> = {
  foreign: 'https://lasthash-probe.example',
  null: 'null',
  suffix: 'https://site.test.lasthash-probe.example',
  prefix: 'https://lasthash-probesite.test',
  subdomain: 'https://lasthash-probe.site.test',
  insecure: 'http://site.test',
}

/**
 * Evidence of a server that answers each kind of origin by `allow`: `=` names the origin that was sent, anything else is
 * the header's value, and a kind that is left out gets no header.
 */
export function cors(allow: Partial<Record<Kind, string | readonly string[]>>, headers: Record<string, string> = {}) {
  const probes = (Object.keys(ORIGINS) as Kind[]).map((kind) => {
    const origin = ORIGINS[kind]
    const values = [allow[kind] ?? []].flat().map((value) => (value === '=' ? origin : value))
    const fields = { ...headers, ...(values.length > 0 ? { 'Access-Control-Allow-Origin': values } : {}) }
    return { kind, origin, exchange: exchange({ requestHeaders: { Origin: origin }, headers: fields }) }
  })
  return { cors: { probes } }
}

export const CREDENTIALS = { 'Access-Control-Allow-Credentials': 'true' }
