import type { DaneEvidence } from '../evidence.ts'
import { defineGatherer } from '../source.ts'

const MOST_MAIL_HOSTS = 3
const SMTP = 25

/** Certificates by DNS (RFC 6698, RFC 7672): of the website's port, and of the mail hosts. */
export default defineGatherer({
  name: 'dane',
  needs: ['dns', 'target'],
  scans: ['quick', 'full', 'active'],
  async gather({ dns }, { dns: known, target }): Promise<DaneEvidence> {
    const hosts = known.mx.records.map(({ exchange }) => exchange).filter((name) => name !== '')
    const ask = async (host: string, port: number) => {
      const name = `_${port}._tcp.${host}`
      return { host, port, name, answer: await dns.tlsa(name) }
    }
    const [web, ...mail] = await Promise.all([
      ask(target.host, target.port),
      ...hosts.slice(0, MOST_MAIL_HOSTS).map((host) => ask(host, SMTP)),
    ])
    return { web: web!, mail }
  },
})
