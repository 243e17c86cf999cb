import type { Dialer } from '../dialer.ts'
import { readSsl2ServerHello, ssl2ClientHello } from '../ssl2.ts'
import { WireError } from '../wire.ts'

/** Greets in SSL 2.0; null when the answer is not a SERVER-HELLO of it. */
export function probeSsl2(dialer: Dialer): Promise<{ kinds: string[] } | null> {
  return dialer.use(async (line) => {
    line.send(ssl2ClientHello())
    const deadline = dialer.deadline()
    let bytes: Buffer = Buffer.alloc(0)
    try {
      for (;;) {
        const chunk = await line.read(deadline)
        if (typeof chunk === 'string') return null
        bytes = Buffer.concat([bytes, chunk])
        const hello = readSsl2ServerHello(bytes)
        if (hello) return { kinds: hello.kinds }
      }
    } catch (error) {
      if (error instanceof WireError) return null
      throw error
    }
  })
}
