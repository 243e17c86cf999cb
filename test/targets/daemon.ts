import { spawn } from 'node:child_process'
import { type AddressInfo, connect, createServer } from 'node:net'
import { until } from '../../packages/scanner/test/servers.ts'

const START_LIMIT = 20_000 // milliseconds; a busy machine is slow to start servers

export interface Daemon {
  close(): Promise<void>
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/**
 * Runs a server in the foreground until `close`, and answers when it takes connections on `port`. Rejects with what it
 * printed when it ends before that.
 */
export async function startDaemon(command: string, args: readonly string[], port: number): Promise<Daemon> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  let ended: string | null = null
  const gone = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      ended = error.message
      resolve()
    })
    child.on('exit', (code, signal) => {
      ended = `${command} ended with ${code ?? signal}: ${printed}`
      resolve()
    })
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk))
  await until(
    async () => {
      if (ended !== null) throw new Error(ended)
      return await answers(port)
    },
    `${command} on port ${port}`,
    START_LIMIT,
  )
  return {
    async close() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
