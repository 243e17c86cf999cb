import type { FastifyInstance } from 'fastify'
import type { Gate } from '../http/credentials.ts'
import { requireOwnOrigin } from '../http/session.ts'
import { Throttle } from '../people/throttle.ts'
import { serveAccount } from './account.ts'
import { serveInvitations } from './invitations.ts'
import { serveLogin } from './login.ts'
import { setBrand } from './page.ts'
import { servePasswords } from './passwords.ts'
import { serveSetup } from './setup.ts'
import { serveTwoFactor } from './two-factor.ts'

const FORM_LIMIT = 8_192 // bytes

/** The pages by which people come in and look after their account: no script, forms that go nowhere but here. */
export function servePeople(app: FastifyInstance, gate: Gate): void {
  app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    pages.addHook('preHandler', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      setBrand(reply, await gate.context.brands.ofHost(request.headers.host))
      if (request.method === 'POST') requireOwnOrigin(request, gate.context)
    })
    const all = { ...gate, throttle: new Throttle(gate.context) }
    for (const serve of [serveLogin, serveTwoFactor, servePasswords, serveSetup, serveInvitations, serveAccount])
      serve(pages, all)
  })
}
