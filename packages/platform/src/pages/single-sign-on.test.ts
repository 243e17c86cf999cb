// Log-in through a real OpenID provider.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type OpenIdProvider, startOpenIdProvider } from '../../test/openid.ts'
import { cookiesOf, makePerson } from '../../test/people.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, openContext, type TestContext } from '../../test/test-context.ts'
import { makeDefaultOrganization } from '../bootstrap.ts'
import type { Context } from '../context.ts'

let world: TestContext
let provider: OpenIdProvider
let context: Context
let api: TestApi

before(async () => {
  provider = await startOpenIdProvider(() => `${api.base}/login/callback/oidc`)
  world = await createTestContext()
  context = await openContext(world.context.database, {
    LASTHASH_OIDC_ISSUER: provider.issuer,
    LASTHASH_OIDC_CLIENT_ID: provider.clientId,
    LASTHASH_OIDC_CLIENT_SECRET: provider.clientSecret,
  })
  api = await startApi(context)
  context.config.publicUrl = api.base
})
after(async () => {
  await api.close()
  await context.queue.stop()
  await world.close()
  await provider.close()
})

const visit = (path: string, cookie = '') =>
  fetch(new URL(path, api.base), { redirect: 'manual', headers: cookie ? { cookie } : {} })

/** As far as the way back: what the provider answers, and the cookies that the log-in began with. */
async function begin(as: string, next = '/account') {
  const start = await visit(`/login/oidc?next=${encodeURIComponent(next)}`)
  assert.equal(start.status, 303, await start.text())
  const back = await provider.logIn(start.headers.get('location')!, as)
  return { back, cookie: cookiesOf(start.headers) }
}

async function logIn(as: string, next?: string) {
  const { back, cookie } = await begin(as, next)
  const answer = await visit(back, cookie)
  return { location: answer.headers.get('location')!, cookie: cookiesOf(answer.headers) }
}

const meAs = async (cookie: string) => {
  const answer = await visit('/v1/users/me', cookie)
  return { status: answer.status, body: (await answer.json()) as Json }
}

test('the log-in page leads to the provider, with PKCE, state and nonce', async () => {
  const page = await (await visit('/login')).text()
  assert.match(page, /href="\/login\/oidc\?next=/)
  const start = await visit('/login/oidc')
  const to = new URL(start.headers.get('location')!)
  assert.equal(to.origin, provider.issuer)
  const { client_id, redirect_uri, code_challenge_method, response_type, scope } = Object.fromEntries(to.searchParams)
  assert.deepEqual(
    [client_id, redirect_uri, code_challenge_method, response_type],
    [provider.clientId, `${api.base}/login/callback/oidc`, 'S256', 'code'],
  )
  assert.deepEqual(scope!.split(' ').sort(), ['email', 'openid', 'profile'])
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok(to.searchParams.get(name)!.length >= 20, name)
})

test('a newcomer gets an account and belongs to nothing, until invited', async () => {
  provider.people.set('ada', { email: 'ada@example.com', email_verified: true, name: 'Ada' })
  const { location, cookie } = await logIn('ada', '/account')
  assert.equal(location, '/account')
  const account = await (await visit('/account', cookie)).text()
  assert.ok(account.includes('Ada') && account.includes('You belong to none'))
  assert.deepEqual((await meAs(cookie)).body.code, 'no_organization')
  const stored = await context.database.system.selectFrom('auth_accounts').selectAll().execute()
  assert.deepEqual(
    stored.map(({ provider_id, access_token, refresh_token, id_token }) => [
      ...[provider_id, access_token, refresh_token, id_token],
    ]),
    [['oidc', null, null, null]],
  )

  const organization = await world.organization('pro')
  const hash = context.secrets.hashApiKey(organization.key)
  const keys = context.database.system.updateTable('api_keys').set({ hash })
  await keys.where('organization_id', '=', organization.id).execute()
  const body = { email: 'ada@example.com', role: 'analyst' }
  const { accept_url } = await api.ask(organization.key, 'POST', '/v1/invitations', body)
  const again = await logIn('ada', new URL(accept_url).pathname)
  assert.equal(again.location, new URL(accept_url).pathname)
  const joined = await fetch(api.base + again.location, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: again.cookie, origin: api.base },
    body: new URLSearchParams(),
  })
  assert.equal(joined.headers.get('location'), '/account?done=joined')
  assert.deepEqual((await meAs(again.cookie)).body.role, 'analyst')
})

test('an account of the same address is the same person, when both sides have confirmed the address', async () => {
  const { id: organizationId } = await world.organization('pro')
  const person = await makePerson(context, { organizationId, email: 'same@example.com', role: 'admin' })
  provider.people.set('same', { email: 'same@example.com', email_verified: true, name: 'Same' })
  const { cookie } = await logIn('same')
  assert.equal((await meAs(cookie)).body.id, person.id)
})

const takeovers: [string, boolean, boolean][] = [
  ['the provider has not confirmed', false, true],
  ['was not confirmed here', true, false],
]
for (const [index, [what, there, here]] of takeovers.entries()) {
  test(`nobody comes into an account by an address that ${what}`, async () => {
    const email = `victim-${index}@example.com`
    const { id } = await makePerson(context, { email })
    await context.database.system.updateTable('auth_users').set({ email_verified: here }).where('id', '=', id).execute()
    provider.people.set(email, { email, email_verified: there, name: 'Mallory' })
    const { location, cookie } = await logIn(email)
    assert.match(location, /^\/login\?next=.*error=account_not_linked/)
    assert.ok(!cookie.includes('session_token'))
    assert.match(await (await visit(location)).text(), /There is an account with this address here already/)
  })
}

test('an answer that was not asked for, or by another browser, or twice, opens nothing', async () => {
  provider.people.set('eve', { email: 'eve@example.com', email_verified: true, name: 'Eve' })
  const { back, cookie } = await begin('eve')
  const forged = new URL(back)
  forged.searchParams.set('state', 'x'.repeat(32))
  const tries: [string, string][] = [
    [back, ''],
    [forged.href, cookie],
    [`${api.base}/login/callback/oidc?code=x`, cookie],
    [`${api.base}/login/callback/oidc?error=access_denied`, cookie],
  ]
  for (const [url, cookies] of tries) {
    const answer = await visit(url, cookies)
    assert.match(answer.headers.get('location')!, /^\/login/, url)
    assert.ok(!cookiesOf(answer.headers).includes('session_token'), url)
  }
  const fresh = await begin('eve')
  assert.equal((await visit(fresh.back, fresh.cookie)).headers.get('location'), '/account')
  assert.match((await visit(fresh.back, fresh.cookie)).headers.get('location')!, /^\/login/)
})

test('with a role in the settings newcomers belong to the default organisation, and others stay what they are', async () => {
  const organization = await makeDefaultOrganization(context)
  context.config.oidc!.role = 'viewer'
  try {
    provider.people.set('new', { email: 'new@example.com', email_verified: true, name: 'New' })
    const { body } = await meAs((await logIn('new')).cookie)
    assert.deepEqual([body.email, body.role], ['new@example.com', 'viewer'])
    const { rows } = await context.database.systemPool.query(
      'SELECT organization_id FROM memberships WHERE user_id = $1',
      [body.id],
    )
    assert.deepEqual(rows, [{ organization_id: organization }])
    assert.equal((await meAs((await logIn('same')).cookie)).body.role, 'admin')
  } finally {
    context.config.oidc!.role = undefined
  }
})
