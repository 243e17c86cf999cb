import { catalogue } from '@lasthash/scanner'
import type { ScanObject, VulnerabilityObject } from '@lasthash/scanner/report/document'
import { visibleLine } from '@lasthash/scanner/report/escape'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { checkText } from '../checks-command.ts'
import { CliError } from '../cli-error.ts'
import { failureText } from '../failure-text.ts'
import { nearest } from '../nearest.ts'
import { render } from '../render.ts'
import type { ScanType, Session } from './session.ts'
import { INSTRUCTIONS, LONGEST_REPORT, untrusted } from './untrusted.ts'

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const
const STATUSES = ['open', 'fixed', 'reopened', 'accepted_risk', 'false_positive', 'merged'] as const
const FORMATS = ['markdown', 'text', 'json', 'sarif', 'junit', 'gitlab', 'html'] as const
const USUAL = 50 // vulnerabilities, unless more are asked for

const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

interface Answer {
  content: { type: 'text'; text: string }[]
  isError?: boolean
  [more: string]: unknown
}

interface Extra {
  signal: AbortSignal
  _meta?: { progressToken?: string | number }
  sendNotification(notification: {
    method: 'notifications/progress'
    params: { progressToken: string | number; progress: number; message: string }
  }): Promise<void>
}

/** The tools, over one session. `write`: whether a server may be made to scan and to verify. */
export function mcpServer(session: Session, write: boolean, environment: NodeJS.ProcessEnv): McpServer {
  const server = new McpServer({ name: 'lasthash', version: manifest.version }, { instructions: INSTRUCTIONS })
  const changes = session.hasServer && write
  const touches = { readOnlyHint: !changes, destructiveHint: false, idempotentHint: false, openWorldHint: true }
  const types = changes ? (['quick', 'full', 'active'] as const) : (['quick', 'full'] as const)
  const kept = changes
    ? 'The server scans and keeps the result.'
    : 'It is made from this machine and kept in this session only: nothing changes anywhere.'

  server.registerTool(
    'list_websites',
    {
      title: 'List websites',
      description: 'Websites that are known, with their score and latest scan.',
      inputSchema: {},
      annotations: READS,
    },
    answered(async () => {
      const websites = await session.websites()
      return [`${websites.length} websites.`, untrusted(websites)]
    }),
  )

  server.registerTool(
    'scan',
    {
      title: 'Scan a website',
      description: `Scans a website for security faults and waits for the end. quick takes seconds; full also crawls and takes minutes. ${kept} Only for websites that the user owns or was asked to scan.`,
      inputSchema: {
        url: z.string().describe('The address of the website, as in https://example.com.'),
        type: z.enum(types).default('quick').describe('How far to look.'),
      },
      annotations: touches,
    },
    answered(async ({ url, type }: { url: string; type: ScanType }, extra) => {
      const scan = await session.scan(url, type, extra.signal, told(extra))
      return [scanText(scan), untrusted(scan)]
    }),
  )

  server.registerTool(
    'get_scan',
    {
      title: 'Get a scan',
      description: 'A scan by its id: status, score, counts by severity.',
      inputSchema: { scan_id: z.string() },
      annotations: READS,
    },
    answered(async ({ scan_id }: { scan_id: string }) => {
      const scan = await session.getScan(scan_id)
      return [scanText(scan), untrusted(scan)]
    }),
  )

  server.registerTool(
    'list_vulnerabilities',
    {
      title: 'List vulnerabilities',
      description: 'What one scan found, or (with a server) what is known of all websites, worst first in a scan.',
      inputSchema: {
        scan_id: z.string().optional(),
        website_id: z.string().optional().describe('Only with a server.'),
        severity: z.enum(SEVERITIES).optional(),
        status: z.enum(STATUSES).optional(),
        limit: z.number().int().min(1).max(500).default(USUAL),
      },
      annotations: READS,
    },
    answered(async (filter: Parameters<Session['vulnerabilities']>[0]) => {
      const { vulnerabilities, more } = await session.vulnerabilities(filter)
      const rest = more ? ' There are more: raise limit, or filter.' : ''
      return [`${vulnerabilities.length} vulnerabilities.${rest}`, untrusted(vulnerabilities.map(inShort))]
    }),
  )

  server.registerTool(
    'explain',
    {
      title: 'Explain a check or a vulnerability',
      description:
        'Why it matters and how to mend it: of a vulnerability by its id, or of a check such as transport/hsts.',
      inputSchema: { vulnerability_id: z.string().optional(), check: z.string().optional() },
      annotations: READS,
    },
    answered(async ({ vulnerability_id, check }: { vulnerability_id?: string; check?: string }) => {
      if (vulnerability_id === undefined) return [aboutCheck(check)]
      const { vulnerability } = await session.find(vulnerability_id)
      const known = catalogue().some(({ id }) => id === vulnerability.check)
      return [...(known ? [aboutCheck(vulnerability.check)] : []), 'As it was found:', untrusted(vulnerability)]
    }),
  )

  server.registerTool(
    'verify_fix',
    {
      title: 'Verify a fix',
      description: `Looks whether one vulnerability is gone, by its check alone. ${changes ? 'The server does it, and keeps what came of it.' : 'This machine does it, and nothing is changed anywhere.'}`,
      inputSchema: { vulnerability_id: z.string() },
      annotations: touches,
    },
    answered(async ({ vulnerability_id }: { vulnerability_id: string }, extra) => {
      const { result, reason } = await session.verify(vulnerability_id, extra.signal)
      return [`${vulnerability_id}: ${String(result).replaceAll('_', ' ')}`, ...(reason ? [untrusted(reason)] : [])]
    }),
  )

  server.registerTool(
    'report',
    {
      title: 'Report on a scan',
      description:
        'The report of a scan, as Markdown for people, or as SARIF, JUnit, GitLab’s DAST report, JSON, HTML.',
      inputSchema: { scan_id: z.string(), format: z.enum(FORMATS).default('markdown') },
      annotations: READS,
    },
    answered(async ({ scan_id, format }: { scan_id: string; format: (typeof FORMATS)[number] }) => {
      const document = await session.document(scan_id)
      const options = { color: false, width: 100, offends: () => true, minScore: null, verdict: null, since: null }
      return [
        `The ${format} report of ${scan_id}:`,
        untrusted(String(await render(document, { format, ...options })), LONGEST_REPORT),
      ]
    }),
  )
  return server

  /** A tool's answer from its texts; what goes wrong is told to the assistant, in words. */
  function answered<Input>(tool: (input: Input, extra: Extra) => Promise<string[]>) {
    return async (input: Input, extra: unknown): Promise<Answer> => {
      try {
        const texts = await tool(input, extra as Extra)
        return { content: texts.map((text) => ({ type: 'text', text })) }
      } catch (error) {
        return { isError: true, content: [{ type: 'text', text: failureText(error, environment) }] }
      }
    }
  }
}

function told({ _meta, sendNotification }: Extra): (message: string) => void {
  const progressToken = _meta?.progressToken
  let progress = 0
  return (message) => {
    if (progressToken === undefined) return
    const params = { progressToken, progress: ++progress, message }
    sendNotification({ method: 'notifications/progress', params }).catch(() => {})
  }
}

/** In our own words and numbers only. */
function scanText({ id, status, security_score, grade, vulnerabilities: v, scan_type }: ScanObject): string {
  const counts = `${v.critical} critical, ${v.high} high, ${v.medium} medium, ${v.low} low`
  return visibleLine(
    status === 'done'
      ? `${id}: ${scan_type} scan, score ${security_score} (${grade}); ${counts}.`
      : `${id}: ${scan_type} scan, ${status}.`,
  )
}

function inShort(one: VulnerabilityObject) {
  const { id, severity, confidence, title, check, outcome, status, cve, score_impact, locations, location_count } = one
  const where = locations.slice(0, 3).map(({ url }) => url)
  return { id, severity, confidence, title, check, outcome, status, cve, score_impact, where, location_count }
}

/** From the catalogue: nothing of any website. */
function aboutCheck(id: string | undefined): string {
  const checks = catalogue()
  if (id === undefined) throw new CliError('Say what to explain: vulnerability_id or check.')
  const entry = checks.find((one) => one.id === id)
  if (entry) return checkText(entry, 100)
  const meant = nearest(
    id,
    checks.map((one) => one.id),
  )
  throw new CliError(`There is no check ${JSON.stringify(id)}.${meant ? ` Did you mean ${meant}?` : ''}`)
}
