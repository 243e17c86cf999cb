// An engine process: runs the scans that its parent sends it, and ends with it. Started by engine-process.ts.
import { flushCompileCache } from 'node:module'
import { type Checkpoint, recheck, ScanError, type ScanEvent, scan } from '@lasthash/scanner'
import { openKnowledge } from '@lasthash/scanner/feeds/stored'
import type { EngineEnding, FromEngine, ToEngine } from './messages.ts'

const EVENTS_EVERY = 100 // milliseconds: a scan has hundreds of events, and the parent writes them five times a second
const ALIVE_EVERY = 1_000 // milliseconds

const running = new Map<number, AbortController>()

// Whoever stops LastHash by Ctrl-C, or all of its processes at once, stops the parent, which lets its scans end first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())
process.on('message', (message: ToEngine) => {
  if (message.kind === 'cancel') {
    running.get(message.run)?.abort()
    tell({ kind: 'canceled', run: message.run })
  } else {
    void run(message)
  }
})
setInterval(() => tell({ kind: 'alive' }), ALIVE_EVERY)
tell({ kind: 'ready' })
flushCompileCache() // it would be held in memory until the end

function tell(message: FromEngine): void {
  if (process.connected) process.send!(message)
}

type Work = Exclude<ToEngine, { kind: 'cancel' }>

async function run(work: Work): Promise<void> {
  const abort = new AbortController()
  running.set(work.run, abort)
  const ending = await (work.kind === 'scan' ? runScan(work, abort.signal) : runRecheck(work, abort.signal)).catch(
    faultOf,
  )
  running.delete(work.run)
  tell({ kind: 'ended', run: work.run, ending })
}

async function runScan(
  { run, request: { feeds, ...options }, wantsCheckpoints }: Extract<Work, { kind: 'scan' }>,
  signal: AbortSignal,
): Promise<EngineEnding> {
  const detectedAt = new Map<string, Date>()
  let events: ScanEvent[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (events.length > 0) tell({ kind: 'events', run, events })
    events = []
  }
  const onEvent = (event: ScanEvent) => {
    if (event.type === 'finding') detectedAt.set(event.finding.fingerprint, new Date())
    events.push(event)
    timer ??= setTimeout(flush, EVENTS_EVERY)
  }
  const onCheckpoint = (checkpoint: Checkpoint) => tell({ kind: 'checkpoint', run, checkpoint })
  const knowledge = openKnowledge(feeds)
  try {
    const result = await scan({ ...options, knowledge, signal, onEvent, ...(wantsCheckpoints && { onCheckpoint }) })
    return { kind: 'done', result, detectedAt }
  } finally {
    flush()
  }
}

async function runRecheck(
  { request: { feeds, ...options } }: Extract<Work, { kind: 'recheck' }>,
  signal: AbortSignal,
): Promise<EngineEnding> {
  return { kind: 'rechecked', recheck: await recheck({ ...options, knowledge: openKnowledge(feeds), signal }) }
}

function faultOf(error: Error): EngineEnding {
  const { message, stack = message } = error
  return error instanceof ScanError
    ? { kind: 'refused', code: error.code, message }
    : { kind: 'broken', message, stack }
}
