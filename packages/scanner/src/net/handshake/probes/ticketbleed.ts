import { randomBytes } from 'node:crypto'
import type { Dialer } from '../dialer.ts'
import type { Flaw } from '../evidence.ts'
import { chose } from '../suites.ts'
import type { Established } from './sessions.ts'

const SHORT = 16 // bytes of our id; the flaw answers as if all were 32
const FULL = 32
const TIMES = 2

/** CVE-2016-9244: a server that takes a ticket repeats our session id; a bleeding one fills a short id up with its memory. */
export async function probeTicketbleed(dialer: Dialer, established: Established | null): Promise<Flaw> {
  const ticket = established?.completed.ticket
  if (!established || !ticket || ticket.length === 0) return 'safe'
  for (let time = 0; time < TIMES; time += 1) {
    const session_id = randomBytes(SHORT)
    const offer = { ...established.offer, session_id, ticket }
    const answer = await dialer.use((line) => dialer.greetResuming(line, offer))
    const echoed = chose(answer, offer) ? answer.hello!.session_id : null
    if (echoed?.length !== FULL || !echoed.subarray(0, SHORT).equals(session_id)) return 'safe'
  }
  return 'vulnerable'
}
