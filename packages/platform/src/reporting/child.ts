// A process in which reports are made, one at a time; ends with its parent. Started by renderer-process.ts.
import { flushCompileCache } from 'node:module'
import { type Comparison, ReportError, type ReportVulnerability, renderReport } from '@lasthash/reports'
import { toVulnerability } from '../resources/vulnerabilities/schema.ts'
import type { FromRenderer, RenderRequest, Rows, ToRenderer } from './messages.ts'
import type { TextRow } from './vulnerabilities.ts'

const CHUNK = 256 * 1024 // bytes in one message: small ones cost more than what is in them

/** What waits for an answer of the parent. */
let onRows: ((rows: Rows) => void) | undefined
let onTaken: (() => void) | undefined

// Whoever stops LastHash by Ctrl-C, or all of its processes at once, stops the parent, which tells us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())
process.on('message', (message: ToRenderer) => {
  switch (message.kind) {
    case 'make':
      void make(message.request)
      break
    case 'rows':
      onRows?.(message)
      break
    case 'taken':
      onTaken?.()
  }
})
tell({ kind: 'ready' })
flushCompileCache() // it would be held in memory until the end

function tell(message: FromRenderer): void {
  if (process.connected) process.send!(message)
}

async function make({ head, comparison, options }: RenderRequest): Promise<void> {
  try {
    const data = {
      ...head,
      vulnerabilities: vulnerabilities(),
      ...(comparison ? { comparison: { ...comparison, ...(await differences()) } } : {}),
    }
    const { contentType, extension, stream } = renderReport(data, options)
    tell({ kind: 'begun', contentType, extension })
    for await (const bytes of inChunks(stream)) {
      const { promise, resolve } = Promise.withResolvers<void>()
      onTaken = resolve
      tell({ kind: 'bytes', bytes })
      await promise
    }
    tell({ kind: 'made' })
  } catch (error) {
    const { message, stack = message } = error as Error
    tell({ kind: 'failed', refused: error instanceof ReportError, message, stack })
  }
}

function ask(of: Rows['of']): Promise<Rows> {
  const { promise, resolve } = Promise.withResolvers<Rows>()
  onRows = resolve
  tell({ kind: 'want', of })
  return promise
}

async function* vulnerabilities(): AsyncGenerator<ReportVulnerability> {
  for (;;) {
    const { rows } = (await ask('vulnerabilities')) as Extract<Rows, { of: 'vulnerabilities' }>
    if (rows.length === 0) return
    for (const row of rows) yield parsed(row)
  }
}

type Lists = Pick<Comparison, 'new' | 'fixed' | 'regressed' | 'unchanged' | 'not_tested'>

async function differences(): Promise<Lists> {
  const lists = { new: [], fixed: [], regressed: [], unchanged: [], not_tested: [] } as Record<
    keyof Lists,
    ReportVulnerability[]
  >
  for (;;) {
    const { rows } = (await ask('comparison')) as Extract<Rows, { of: 'comparison' }>
    if (rows.length === 0) return lists
    for (const { part, row } of rows) lists[part].push(parsed(row))
  }
}

function parsed(row: TextRow): ReportVulnerability {
  return toVulnerability({ ...row, detail: JSON.parse(row.detail) })
}

/** As large as makes sense for a message, whatever the renderer writes at once. */
async function* inChunks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const bytes of stream) {
    waiting.push(bytes)
    size += bytes.length
    if (size < CHUNK) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}
