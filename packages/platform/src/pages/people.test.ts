// The pages by which people come in: first account, log-in, second step, forgotten password, sessions.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { type MailServer, startMailServer } from '../../test/alerting.ts'
import { cookiesOf, makePerson, PASSWORD, type TestPerson } from '../../test/people.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { makeDefaultOrganization } from '../bootstrap.ts'
import { needsOwner } from '../people/membership.ts'

const NEW = 'another long password'

let world: TestContext
let api: TestApi
let mail: MailServer
let defaultOrganization: string
let person: TestPerson

before(async () => {
  mail = await startMailServer()
  world = await createTestContext({
    LASTHASH_SMTP_URL: mail.url,
    LASTHASH_MAIL_FROM: 'LastHash <lasthash@example.com>',
    TRUSTED_PROXIES: '127.0.0.1',
  })
  api = await startApi(world.context)
  world.context.config.publicUrl = api.base
  defaultOrganization = await makeDefaultOrganization(world.context)
})
beforeEach(async () => {
  person = await makePerson(world.context, { organizationId: (await world.organization('pro')).id })
  from = `198.51.100.${++addresses}`
})
after(async () => {
  await api.close()
  await world.close()
  await mail.close()
})

let addresses = 0
let from = ''

interface Seen {
  status: number
  location: string | null
  cookie: string
  text: string
}

async function visit(method: 'GET' | 'POST', path: string, form?: Record<string, string>, cookie = ''): Promise<Seen> {
  const answer = await fetch(api.base + path, {
    method,
    redirect: 'manual',
    headers: {
      'x-forwarded-for': from,
      ...(method === 'POST' ? { origin: api.base } : {}),
      ...(cookie ? { cookie } : {}),
    },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  })
  const { status, headers } = answer
  return { status, location: headers.get('location'), cookie: cookiesOf(headers), text: await answer.text() }
}
const logIn = (email: string, password = PASSWORD) => visit('POST', '/login', { email, password, next: '/login' })
const isIn = async (cookie: string) => (await visit('GET', '/account', undefined, cookie)).status === 200
const operationsOf = async ({ id }: Pick<TestPerson, 'id'>) => {
  const rows = await world.context.database.system
    .selectFrom('audit_log')
    .select(['operation', 'address'])
    .where('actor', '=', id)
    .orderBy('sequence')
    .execute()
  return rows.map(({ operation, address }) => `${operation} ${address}`)
}

/** RFC 6238 with the defaults of authenticator apps. */
function codeOf(secret: string, at = Date.now()): string {
  const bits = [...secret]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const value = hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff
  return String(value % 1_000_000).padStart(6, '0')
}

test('the first account is made by the link that the start prints, once', async () => {
  const token = world.context.secrets.derive('setup')
  assert.equal(await needsOwner(world.context), true)
  assert.equal((await visit('GET', '/setup')).status, 403)
  assert.equal((await visit('GET', `/setup?token=${token.slice(0, -1)}x`)).status, 403)
  assert.equal((await visit('GET', `/setup?token=${token}`)).status, 200)
  const form = { token, name: 'Owner', email: 'Owner@Example.com', new_password: NEW }
  assert.equal((await visit('POST', '/setup', { ...form, token: 'x' })).status, 403)
  for (const wrong of [{ new_password: 'short' }, { name: ' ' }, { email: 'no address' }]) {
    const { status, text } = await visit('POST', '/setup', { ...form, ...wrong })
    assert.deepEqual([status, /role="alert"/.test(text)], [400, true], JSON.stringify(wrong))
  }
  const made = await visit('POST', '/setup', form)
  assert.deepEqual([made.status, made.location], [303, '/account?done=setup'])
  assert.equal(await needsOwner(world.context), false)
  const headers = { cookie: made.cookie }
  const me: Json = await (await fetch(`${api.base}/v1/users/me`, { headers })).json()
  assert.deepEqual([me.email, me.role], ['owner@example.com', 'owner'])
  const organizations: Json = await (await fetch(`${api.base}/v1/organizations`, { headers })).json()
  assert.equal(organizations.data.at(-1).id, defaultOrganization)
  for (const [method, body] of [['GET', undefined] as const, ['POST', { ...form, email: 'b@example.com' }] as const])
    assert.equal((await visit(method, `/setup?token=${token}`, body)).status, 410)
})

test('address and password let in, and are told apart by nothing when they are wrong', async () => {
  const right = await logIn(person.email.toUpperCase())
  assert.deepEqual([right.status, right.location, await isIn(right.cookie)], [303, '/account', true])
  assert.match(right.cookie, /^lasthash\.session_token=/)
  const wrong = [await logIn(person.email, 'wrong'), await logIn('nobody@example.com'), await logIn('nothing', '')]
  for (const { status, cookie, text } of wrong) {
    assert.deepEqual([status, cookie], [401, ''])
    assert.match(text, /The address or the password is wrong/)
  }
  const next = await visit('POST', '/login', { email: person.email, password: PASSWORD, next: '//evil.test' })
  assert.equal(next.location, '/account')
  assert.deepEqual(await operationsOf(person), [`logIn ${from}`, `logIn ${from}`])
  const out = await visit('POST', '/logout', {}, right.cookie)
  assert.deepEqual([out.status, await isIn(right.cookie)], [303, false], 'the cookie is worth nothing any more')
})

test('after ten wrong passwords the account waits, wherever they come from; others do not', async () => {
  for (let n = 0; n < 10; n++) {
    from = `203.0.113.${n}`
    assert.equal((await logIn(person.email, 'wrong')).status, 401)
  }
  const late = await logIn(person.email)
  assert.deepEqual([late.status, late.cookie], [429, ''])
  assert.match(late.text, /Too many failed log-ins. Try again in 15 minutes/)
  const other = await makePerson(world.context)
  assert.equal((await logIn(other.email)).status, 303)
})

test('after fifty failures an address waits, and a right password is none', async () => {
  for (let batch = 0; batch < 10; batch++) {
    const tries = await Promise.all(Array.from({ length: 5 }, (_, n) => logIn(`nobody-${batch}-${n}@example.com`)))
    assert.deepEqual([...new Set(tries.map(({ status }) => status))], [401])
  }
  assert.equal((await logIn(person.email)).status, 429)
  from = '198.51.100.250'
  for (let n = 0; n < 12; n++) assert.equal((await logIn(person.email)).status, 303, 'right ones do not add up')
})

test('the second step: set up with a code, asked for at the log-in, passed by a backup code once, switched off', async () => {
  const wrong = await visit('POST', '/account/two-factor', { password: 'wrong' }, person.cookie)
  assert.equal(wrong.location, '/account?fault=password')
  const page = await visit('POST', '/account/two-factor', { password: PASSWORD }, person.cookie)
  const secret = /<code>((?:[A-Z2-7]{4} ?)+[A-Z2-7]*)<\/code>/.exec(page.text)![1]!.replaceAll(' ', '')
  const backup = [...page.text.matchAll(/<li><code>([^<]+)</g)].map(([, code]) => code!)
  assert.equal(backup.length, 10)
  assert.match(page.text, /<svg class="qr"/)
  assert.equal((await logIn(person.email)).location, '/account', 'not before it is confirmed')
  const refused = await visit('POST', '/account/two-factor/confirm', { code: '000000' }, person.cookie)
  assert.equal(refused.status, 400)
  const confirmed = await visit('POST', '/account/two-factor/confirm', { code: codeOf(secret) }, person.cookie)
  assert.equal(confirmed.location, '/account?done=two-factor')
  const session = confirmed.cookie || person.cookie
  assert.ok(await isIn(session))

  const begin = async () => {
    const first = await logIn(person.email)
    assert.match(first.location!, /^\/login\/code\?next=/)
    assert.equal(await isIn(first.cookie), false, 'the password alone opens nothing')
    return (code: string) => visit('POST', '/login/code', { code, next: '/reports/x' }, first.cookie)
  }
  const step = await begin()
  assert.equal((await step('000000')).status, 401)
  const passed = await step(codeOf(secret))
  assert.deepEqual([passed.location, await isIn(passed.cookie)], ['/reports/x', true])
  const written = await (await begin())(backup[0]!)
  assert.equal(await isIn(written.cookie), true)
  assert.equal((await (await begin())(backup[0]!)).status, 401, 'each works once')
  const off = await visit('POST', '/account/two-factor/disable', { password: PASSWORD }, written.cookie)
  assert.equal(off.location, '/account?done=two-factor-off')
  assert.equal((await logIn(person.email)).location, '/account')
  const operations = (await operationsOf(person)).map((one) => one.split(' ')[0])
  for (const operation of ['enableTwoFactor', 'disableTwoFactor']) assert.ok(operations.includes(operation), operation)
})

test('guesses at the second step end the log-in', async () => {
  const page = await visit('POST', '/account/two-factor', { password: PASSWORD }, person.cookie)
  const secret = /<code>((?:[A-Z2-7]{4} ?)+[A-Z2-7]*)<\/code>/.exec(page.text)![1]!.replaceAll(' ', '')
  await visit('POST', '/account/two-factor/confirm', { code: codeOf(secret) }, person.cookie)
  const { cookie } = await logIn(person.email)
  const right = codeOf(secret)
  let text = ''
  for (let n = 0; n < 12 && !/Too many|too long/.test(text); n++)
    ({ text } = await visit('POST', '/login/code', { code: right === '123456' ? '654321' : '123456' }, cookie))
  assert.match(text, /Too many wrong codes/)
  assert.equal((await visit('POST', '/login/code', { code: codeOf(secret) }, cookie)).status, 401)
})

test('a forgotten password is set anew by a mailed link, once, and ends every log-in', async () => {
  const before = mail.received.length
  for (const email of ['nobody@example.com', person.email]) {
    const { status, text } = await visit('POST', '/password', { email })
    assert.deepEqual([status, /If there is an account/.test(text)], [200, true], email)
  }
  await until(() => mail.received.length > before, 20_000)
  const [letter, ...rest] = mail.received.slice(before)
  assert.equal(rest.length, 0, 'nobody gets none')
  const path = /http\S+(\/password\/\S+)/.exec(letter!.text!)![1]!
  assert.match(letter!.text!, new RegExp(`^${api.base}/password/`, 'm'))
  assert.equal((await visit('GET', path)).status, 200)
  assert.equal((await visit('POST', path, { new_password: 'short' })).status, 400)
  assert.equal((await visit('POST', path, { new_password: NEW })).status, 200)
  assert.equal(await isIn(person.cookie), false)
  assert.deepEqual([(await logIn(person.email)).status, (await logIn(person.email, NEW)).status], [401, 303])
  assert.equal((await visit('POST', path, { new_password: PASSWORD })).status, 400)
})

test('the password is changed with the present one; other log-ins end, one by one as well', async () => {
  const [second, third] = [await logIn(person.email), await logIn(person.email)]
  const account = await visit('GET', '/account', undefined, person.cookie)
  const ids = [...account.text.matchAll(/name="id" value="(ses_\w+)"/g)].map(([, id]) => id!)
  assert.equal(ids.length, 2)
  const stranger = await makePerson(world.context)
  await visit('POST', '/account/sessions', { id: ids[0]! }, stranger.cookie)
  assert.ok(await isIn(third.cookie), 'nobody ends another’s')
  await visit('POST', '/account/sessions', { id: ids[0]! }, person.cookie)
  assert.deepEqual([await isIn(second.cookie), await isIn(third.cookie)], [true, false])
  const change = (password: string) =>
    visit('POST', '/account/password', { password, new_password: NEW }, person.cookie)
  assert.equal((await change('wrong')).location, '/account?fault=password')
  const changed = await change(PASSWORD)
  assert.equal(changed.location, '/account?done=password')
  assert.deepEqual([await isIn(second.cookie), await isIn(changed.cookie)], [false, true])
})

test('an invitation goes out by mail; whoever opens it has shown the address to be theirs', async () => {
  const { key } = await world.organization('pro')
  const before = mail.received.length
  const made = await api.ask(key, 'POST', '/v1/invitations', { email: 'by-mail@example.com', role: 'admin' })
  assert.deepEqual([made.accept_url, typeof made.mailed_at], [null, 'string'])
  const letter = mail.received[before]!
  const path = /http\S+(\/invitations\/\S+)/.exec(letter.text!)![1]!
  const joined = await visit('POST', path, { name: '<b>New</b>', new_password: NEW })
  assert.equal(joined.location, '/account?done=joined')
  const { data } = await api.ask(key, 'GET', '/v1/users')
  assert.deepEqual([data[0].email, data[0].email_verified, data[0].role], ['by-mail@example.com', true, 'admin'])
  const account = await visit('GET', '/account', undefined, joined.cookie)
  assert.ok(account.text.includes('&#60;b&#62;New') && !account.text.includes('<b>New'))

  const again = await api.ask(key, 'POST', '/v1/invitations', { email: person.email, role: 'viewer' })
  assert.equal(again.accept_url, null)
  const link = /http\S+(\/invitations\/\S+)/.exec(mail.received.at(-1)!.text!)![1]!
  assert.equal((await visit('POST', link, {}, joined.cookie)).status, 403, 'somebody else’s log-in')
  const taken = await visit('POST', link, { name: 'Me', new_password: NEW })
  assert.deepEqual([taken.status, /an account with this address already/.test(taken.text)], [400, true])
  assert.equal((await visit('POST', link, {}, person.cookie)).location, '/account?done=joined')

  mail.refuse(() => ({ code: 550, text: 'No such mailbox' }))
  const bounced = await api.ask(key, 'POST', '/v1/invitations', { email: 'gone@example.com', role: 'viewer' })
  mail.refuse(null)
  assert.deepEqual([bounced.mailed_at, /\/invitations\//.test(bounced.accept_url)], [null, true])
})

test('an address that nobody has shown to be theirs is confirmed by a mailed link', async () => {
  const { system } = world.context.database
  await system.updateTable('auth_users').set({ email_verified: false }).where('id', '=', person.id).execute()
  const account = () => visit('GET', '/account', undefined, person.cookie)
  assert.match((await account()).text, /\(not confirmed\)/)
  const before = mail.received.length
  const asked = await visit('POST', '/account/verification', {}, person.cookie)
  assert.equal(asked.location, '/account?done=mail')
  await until(() => mail.received.length > before, 20_000)
  const link = new URL(/http\S+\/account\/verify\S+/.exec(mail.received[before]!.text!)![0])
  const forged = await visit('GET', '/account/verify?token=x', undefined, person.cookie)
  assert.equal(forged.location, '/account?fault=link')
  assert.match((await account()).text, /\(not confirmed\)/)
  assert.equal((await visit('GET', link.pathname + link.search)).location, '/account?done=verified')
  assert.doesNotMatch((await account()).text, /not confirmed/)
})

test('guesses at the present password run out on the account page as well', async () => {
  const change = () =>
    visit('POST', '/account/password', { password: 'wrong', new_password: NEW }, person.cookie).then(
      (one) => one.location,
    )
  for (let n = 0; n < 10; n++) assert.equal(await change(), '/account?fault=password')
  assert.equal(await change(), '/account?fault=often')
})
