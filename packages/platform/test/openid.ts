import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { cookiesOf } from './people.ts'

export interface OpenIdProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the provider says of a person, by their name there. */
  people: Map<string, { email: string; email_verified: boolean; name: string }>
  /** Walks through the provider's own log-in and consent as a browser would; gives where it leads back to. */
  logIn(url: string, as: string): Promise<string>
  close(): Promise<void>
}

/** A certified OpenID provider on loopback, with one client that may come back to `redirectUri`. */
export async function startOpenIdProvider(redirectUri: () => string): Promise<OpenIdProvider> {
  const people: OpenIdProvider['people'] = new Map()
  const [clientId, clientSecret] = ['lasthash', 'the secret of the client']
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    findAccount: async (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['a key of this test'] },
    features: { devInteractions: { enabled: true } },
  })
  // Looked up late: where it may come back to is known only when the service listens.
  provider.Client.find = (async () =>
    new (provider.Client as never as new (metadata: object) => object)({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri()],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    })) as never
  server.on('request', provider.callback())
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    async logIn(url, as) {
      const jar = new Map<string, string>()
      let next = url
      for (let hops = 0; hops < 20; hops++) {
        if (next.startsWith(redirectUri())) return next
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const page = await fetch(next, { redirect: 'manual', headers: { cookie } })
        keep(page, jar)
        const location = page.headers.get('location')
        if (location) {
          next = new URL(location, next).href
          continue
        }
        // The form of the log-in, or of the consent.
        const html = await page.text()
        const action = /action="([^"]+)"/.exec(html)?.[1]
        const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1]
        if (!action || !prompt) throw new Error(`The provider shows ${page.status}: ${html.slice(0, 500)}`)
        const answer = await fetch(new URL(action, next), {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
          body: new URLSearchParams({ prompt, login: as, password: 'any' }),
        })
        keep(answer, jar)
        next = new URL(answer.headers.get('location')!, next).href
      }
      throw new Error(`The provider leads round and round, last to ${next}`)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function keep({ headers }: Response, jar: Map<string, string>): void {
  for (const pair of cookiesOf(headers).split('; ').filter(Boolean)) {
    const at = pair.indexOf('=')
    jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
}
