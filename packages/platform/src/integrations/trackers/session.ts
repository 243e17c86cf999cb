import type { TrackerKind } from '../../db/schema.ts'
import { converse, type SendCall } from './send.ts'
import type { Place, Session } from './tracker.ts'
import { TRACKERS } from './trackers.ts'

const SPARE = 300_000 // milliseconds before its end in which a session is not begun with any more
const MOST_KEPT = 1_000

/** Log-ins of apps, kept as long as they are good. Each process has its own: one more costs nothing. */
export class Sessions {
  readonly #send: SendCall
  readonly #kept = new Map<string, Session>()

  constructor(send: SendCall) {
    this.#send = send
  }

  /** The place with a token to ask it by. Throws a `TrackerFault` where logging in fails. */
  async loggedIn({ id, kind }: { id: string; kind: TrackerKind }, place: Place): Promise<Place> {
    const { logIn } = TRACKERS[kind]
    if (place.settings.token !== undefined || !logIn) return place
    const { base_url, settings } = place
    const key = JSON.stringify([id, base_url, settings.app_id, settings.installation_id, settings.private_key])
    let session = this.#kept.get(key)
    if (!session || session.until.getTime() - SPARE < Date.now()) {
      session = await converse(logIn(place), this.#send)
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear()
      this.#kept.set(key, session)
    }
    return { ...place, settings: { ...settings, token: session.token } }
  }
}
