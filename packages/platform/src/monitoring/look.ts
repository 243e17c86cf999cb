import {
  type MalwareOptions,
  type Probed,
  probeCertificate,
  probeContent,
  probeDns,
  probeDomain,
  probeHeaders,
  probeMalware,
  probeScripts,
  probeUptime,
} from '@lasthash/scanner'
import type { MonitorKind } from '../db/schema.ts'

/** How each kind that needs the network looks. A score is read from the database. */
export const LOOKS: Record<Exclude<MonitorKind, 'score'>, (options: MalwareOptions) => Promise<Probed<object>>> = {
  uptime: probeUptime,
  certificate: probeCertificate,
  headers: probeHeaders,
  dns: probeDns,
  content: probeContent,
  scripts: probeScripts,
  malware: probeMalware,
  domain: probeDomain,
}
