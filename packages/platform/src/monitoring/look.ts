import {
  type Probed,
  type ProbeOptions,
  probeCertificate,
  probeContent,
  probeDns,
  probeHeaders,
  probeScripts,
  probeUptime,
} from '@lasthash/scanner'
import type { MonitorKind } from '../db/schema.ts'

/** How each kind that needs the network looks. A score is read from the database. */
export const LOOKS: Record<Exclude<MonitorKind, 'score'>, (options: ProbeOptions) => Promise<Probed<object>>> = {
  uptime: probeUptime,
  certificate: probeCertificate,
  headers: probeHeaders,
  dns: probeDns,
  content: probeContent,
  scripts: probeScripts,
}
