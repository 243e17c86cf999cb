// An engine process: runs the scans that its parent sends it, and ends with it. Started by engine-process.ts.
import { ScanError, type ScanEvent, scan } from '@lasthash/scanner'
import { openKnowledge } from '@lasthash/scanner/feeds/stored'
import type { EngineEnding, EngineRequest, FromEngine, ToEngine } from './messages.ts'

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

function tell(message: FromEngine): void {
  if (process.connected) process.send!(message)
}

async function run({ run, request, wantsCheckpoints }: Extract<ToEngine, { kind: 'scan' }>): Promise<void> {
  const abort = new AbortController()
  running.set(run, abort)
  let events: ScanEvent[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (events.length > 0) tell({ kind: 'events', run, events })
    events = []
  }
  const onEvent = (event: ScanEvent) => {
    events.push(event)
    timer ??= setTimeout(flush, EVENTS_EVERY)
  }
  const onCheckpoint = wantsCheckpoints
    ? (checkpoint: Extract<FromEngine, { kind: 'checkpoint' }>['checkpoint']) =>
        tell({ kind: 'checkpoint', run, checkpoint })
    : undefined
  const ending = await endingOf(request, { signal: abort.signal, onEvent, onCheckpoint })
  running.delete(run)
  flush()
  tell({ kind: 'ended', run, ending })
}

async function endingOf(
  { feeds, ...options }: EngineRequest,
  watch: Pick<Parameters<typeof scan>[0], 'signal' | 'onCheckpoint'> & { onEvent: (event: ScanEvent) => void },
): Promise<EngineEnding> {
  const detectedAt = new Map<string, Date>()
  try {
    const result = await scan({
      ...options,
      ...watch,
      knowledge: openKnowledge(feeds),
      onEvent(event) {
        if (event.type === 'finding') detectedAt.set(event.finding.fingerprint, new Date())
        watch.onEvent(event)
      },
    })
    return { kind: 'done', result, detectedAt }
  } catch (error) {
    const { message, stack = message } = error as Error
    return error instanceof ScanError
      ? { kind: 'refused', code: error.code, message }
      : { kind: 'broken', message, stack }
  }
}
