import { type Probed, type ProbeOptions, probe, startPage } from './probe.ts'

export interface UptimeReading {
  /** Of the start page, after redirects within the website. */
  url: string
  status: number
  /** Milliseconds until the page was there, look-up, connection and redirects included. */
  response_ms: number
  address: string
}

/** Whether the start page is answered, how, and how quickly. */
export function probeUptime(options: ProbeOptions): Promise<Probed<UptimeReading>> {
  return probe(options, async (net, target) => {
    const { last, exchanges } = await startPage(net, target)
    const response_ms = Math.round(exchanges.reduce((sum, { duration_ms }) => sum + duration_ms, 0))
    return { url: last.request.url, status: last.response.status, response_ms, address: last.remote_address }
  })
}
