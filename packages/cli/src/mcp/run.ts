import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { CliError, type ExitCode } from '../cli-error.ts'
import { type Connection, connectionOf } from '../connection.ts'
import { serverOf } from '../scan-arguments.ts'
import { ServerClient } from '../server-client.ts'
import { stopSignal } from '../stop-signal.ts'
import { mcpServer } from './server.ts'
import { Session } from './session.ts'

export interface McpOptions {
  server: string | null
  profile: string | null
  /** Without any server, whatever is kept in profiles. */
  local: boolean
  write: boolean
  allowPrivate: boolean
}

/** `lasthash mcp`: speaks the Model Context Protocol over stdin and stdout until either ends. */
export async function runMcp(options: McpOptions, environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const signal = stopSignal()
  const connection = options.local ? null : connectionIfAny(options, environment)
  if (options.write && !connection) throw new CliError('--allow-write goes with a server: this machine keeps nothing.')
  const client = connection && new ServerClient(connection.server, connection.key, signal)
  const allowPrivate = options.allowPrivate || /^(?:1|true)$/.test(environment.LASTHASH_ALLOW_PRIVATE_TARGETS ?? '')
  const session = new Session({ client, write: options.write, allowPrivate, environment })
  const server = mcpServer(session, options.write, environment)
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await server.connect(new StdioServerTransport())
  process.stderr.write(
    `LastHash MCP server: ${connection ? connection.server.origin : 'this machine only'}, ${options.write ? 'may write' : 'read-only'}.\n`,
  )
  await ended
  await server.close()
  return 0
}

/** The server that was named or is kept; null where none is. */
function connectionIfAny({ server, profile }: McpOptions, environment: NodeJS.ProcessEnv): Connection | null {
  try {
    return connectionOf({ server: serverOf(server), profile }, environment)
  } catch (error) {
    const isNamed = server !== null || profile !== null || environment.LASTHASH_BASE_URL || environment.LASTHASH_PROFILE
    if (isNamed || !(error instanceof CliError) || !/Say which LastHash server/.test(error.message)) throw error
    return null
  }
}
