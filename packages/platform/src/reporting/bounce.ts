/** What a report of delivery says (RFC 3464 section 2.3). */
export interface Bounce {
  /** Of RFC 3463, such as 5.1.1. */
  status: string
  /** In the words of the server that refused it; else its status. */
  said: string
}

const LONGEST = 500 // characters of what is kept of a server's words

/** That a mail was not delivered, and will not be; null for every other report, and for what is none. */
export function readBounce(message: string): Bounce | null {
  // Lines that begin with a blank continue the one before (RFC 5322 section 2.2.3).
  const text = message.replaceAll(/\r?\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.+?)[ \\t]*\\r?$`, 'im').exec(text)?.[1]
  const [action, status] = [field('Action'), field('Status')]
  if (action?.toLowerCase() !== 'failed' || !status || !/^5\.\d{1,3}\.\d{1,3}/.test(status)) return null
  const words = field('Diagnostic-Code')?.replace(/^[\w-]+;\s*/, '')
  return { status: /^[\d.]+/.exec(status)![0], said: (words ?? status).slice(0, LONGEST) }
}
