import { Resolver } from 'node:dns'
import { closeBrowser, ScanError, type Sight, scan } from '@lasthash/scanner'
import { openKnowledge } from '@lasthash/scanner/feeds/stored'
import { documentOf, type ScanDocument } from '@lasthash/scanner/report/document'
import { newIdentifier } from '@lasthash/scanner/report/identifier'
import { CliError } from './cli-error.ts'
import { feedsFolder } from './feeds-folder.ts'
import { readLogin } from './login-file.ts'
import type { Progress } from './progress.ts'
import type { ScanCommand } from './scan-arguments.ts'
import { TargetUnreachable } from './target-unreachable.ts'

/** Scans from this machine, and looks at `places` again. Throws `CliError` when there is nothing to judge, and when `signal` fires. */
export async function scanHere(
  command: ScanCommand,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
  signal: AbortSignal,
  places: readonly Sight[] = [],
): Promise<ScanDocument> {
  if (command.type === 'active') {
    throw new CliError(
      'Active scans attack the website, so they need a proof that it is yours, and this version cannot take one: use --type full.',
    )
  }
  const id = newIdentifier('scan', new Date())
  try {
    const result = await scan({
      url: command.url,
      type: command.type,
      scanId: id,
      allowPrivate: command.allowPrivate || isOn(environment.LASTHASH_ALLOW_PRIVATE_TARGETS),
      dnsServers: dnsServers(environment.LASTHASH_DNS_SERVERS),
      rdapBootstrap: environment.LASTHASH_RDAP_BOOTSTRAP || undefined,
      timeLimit: command.timeout ?? undefined,
      headers: command.headers,
      login: command.login === null ? undefined : readLogin(command.login, environment),
      crawl: command.crawl,
      previous: { script_hosts: null, places },
      signal,
      knowledge: openKnowledge(feedsFolder(environment)),
      onEvent: (event) => progress.take(event),
      onExchange: () => progress.request(),
    })
    return documentOf(result, { id, now: new Date() })
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    const message = hinted(error, command)
    throw error.code === 'target_unreachable' ? new TargetUnreachable(message) : new CliError(message)
  } finally {
    await closeBrowser() // it would keep this process alive for a while, in case that another scan follows
  }
}

function hinted({ code, message }: ScanError, { url }: ScanCommand): string {
  if (code === 'aborted') return 'Stopped.'
  if (code === 'target_unreachable') return `${url} cannot be scanned: ${message}`
  return message
}

/** `address` or `address:port`, separated by commas. */
function dnsServers(setting: string | undefined): string[] | undefined {
  const servers = (setting ?? '')
    .split(',')
    .map((server) => server.trim())
    .filter((server) => server !== '')
  try {
    new Resolver().setServers(servers)
  } catch {
    throw new CliError(
      `LASTHASH_DNS_SERVERS takes addresses such as 9.9.9.9 or 127.0.0.1:5353, separated by commas, not ${JSON.stringify(setting)}.`,
    )
  }
  return servers.length > 0 ? servers : undefined
}

function isOn(setting: string | undefined): boolean {
  return setting === '1' || setting === 'true'
}
