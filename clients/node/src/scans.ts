import { LastHashError, ScanFailedError, ScanTimeoutError } from './errors.ts'
import type { RequestOptions } from './request.ts'
import { GeneratedScans } from './resources.ts'
import type { ScanEvent } from './stream.ts'
import type { CreateScanParams, Scan } from './types.ts'

const FIRST_LOOK = 0.5 // seconds; doubled after each
const LONGEST_LOOK = 5 // seconds

export interface WaitOptions extends RequestOptions {
  /** Told of everything that the scan does, as it does it. */
  onProgress?: (event: ScanEvent) => void
  /** Seconds that the scan may take, queue included: 3,600. It is not canceled after that. */
  patience?: number
}

export class Scans extends GeneratedScans {
  /**
   * Begins a scan and gives it once it is done. Throws `ScanFailedError` when it fails or is canceled, and `ScanTimeoutError`
   * when it takes longer than `patience`.
   */
  async createAndWait(params: CreateScanParams, options: WaitOptions = {}): Promise<Scan> {
    const { onProgress, patience, ...request } = options
    const scan = await this.create(params, request)
    return await this.wait(scan, { ...request, idempotencyKey: undefined, onProgress, patience })
  }

  /** As `createAndWait`, for a scan that has begun: the scan or its id. */
  async wait(scan: Scan | string, options: WaitOptions = {}): Promise<Scan> {
    const { onProgress, patience = 3600, ...request } = options
    const id = typeof scan === 'string' ? scan : scan.id
    let present = typeof scan === 'string' ? await this.get(id, request) : scan
    if (onProgress && !hasEnded(present)) present = await this.#follow(id, onProgress, present, request, patience)
    let waited = 0
    for (let pause = FIRST_LOOK; !hasEnded(present); pause = Math.min(2 * pause, LONGEST_LOOK)) {
      if (waited + pause > patience) throw new ScanTimeoutError(present, patience)
      await this.transport.clock.sleep(pause, request.signal)
      waited += pause
      present = await this.get(id, request)
    }
    if (present.status !== 'done') throw new ScanFailedError(present)
    return present
  }

  async #follow(
    id: string,
    tell: (event: ScanEvent) => void,
    present: Scan,
    options: RequestOptions,
    patience: number,
  ): Promise<Scan> {
    const controller = new AbortController()
    const stop = () => controller.abort(options.signal?.reason)
    options.signal?.addEventListener('abort', stop, { once: true })
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      controller.abort()
    }, patience * 1000)
    try {
      for await (const event of this.watch(id, { ...options, signal: controller.signal })) {
        tell(event)
        if (event.event.startsWith('scan.')) present = event.data
      }
      return present
    } catch (error) {
      if (isLate) throw new ScanTimeoutError(present, patience)
      throw error
    } finally {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', stop)
    }
  }
}

function hasEnded({ status }: Scan): boolean {
  if (!status) throw new LastHashError('The service gave a scan without a status.')
  return status !== 'queued' && status !== 'running'
}
