import type { ScanEvent } from '@lasthash/scanner'
import { visible, visibleLine } from '@lasthash/scanner/report/escape'

const EVERY = 100 // milliseconds between two drawings
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const CLEAR_LINE = '\r\x1b[2K'

/** One line on stderr that tells what goes on: redrawn in place on a terminal, written once where nobody watches. */
export class Progress {
  readonly #quiet: boolean
  readonly #live: boolean
  #timer: NodeJS.Timeout | undefined
  #started = 0
  #frame = 0
  #details = ''
  #checks = ''
  #requests = 0
  #findings = 0

  constructor({ quiet }: { quiet: boolean }) {
    this.#quiet = quiet
    this.#live = !quiet && process.stderr.isTTY === true
  }

  /** `what` opens the line, as in `Scanning https://example.com (quick)`. */
  start(what: string): void {
    if (this.#quiet) return
    if (!this.#live) {
      this.tell(what)
      return
    }
    this.#started = Date.now()
    this.#timer = setInterval(() => this.#draw(what), EVERY)
    this.#timer.unref()
  }

  /** What the engine tells while it works. */
  take(event: ScanEvent): void {
    if (event.type === 'finding') this.#findings++
    if (event.type === 'check') this.#checks = `${event.done} of ${event.total} checks, `
    this.#count()
  }

  /** One more request was answered. */
  request(): void {
    this.#requests++
    this.#count()
  }

  #count(): void {
    const [requests, findings] = [amount(this.#requests, 'request'), amount(this.#findings, 'finding')]
    this.#details = `${this.#checks}${requests}, ${findings}`
  }

  /** What a server tells of a scan. */
  status(details: string): void {
    this.#details = details
  }

  /** Takes the live line away. */
  stop(): void {
    if (!this.#timer) return
    clearInterval(this.#timer)
    this.#timer = undefined
    process.stderr.write(CLEAR_LINE)
  }

  /** A message that stays, unless nothing is to be said. */
  tell(message: string): void {
    if (!this.#quiet) process.stderr.write(`${visible(message)}\n`)
  }

  #draw(what: string): void {
    const frame = FRAMES[this.#frame++ % FRAMES.length]
    const seconds = ((Date.now() - this.#started) / 1000).toFixed(1)
    const line = `${frame} ${seconds} s  ${visibleLine(this.#details || what)}`
    process.stderr.write(CLEAR_LINE + line.slice(0, (process.stderr.columns || 80) - 1))
  }
}

function amount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
