import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { keyOf, newSecret, secretFault, signature, standardForm } from './sign.ts'

const BODY = '{"id":"evt_1","type":"scan.completed"}'
const now = () => Math.floor(Date.now() / 1000)

test('the official library verifies what we sign, with a secret made by us', () => {
  const secret = newSecret()
  const timestamp = now()
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature([secret], 'evt_1', timestamp, BODY),
  }
  assert.deepEqual(new Webhook(secret).verify(BODY, headers), JSON.parse(BODY))
})

test("the official library verifies with the whsec_ form of a caller's own secret", () => {
  for (const secret of ['your_webhook_secret', 'schlüssel-mit-ümlaut', '12345678']) {
    const timestamp = now()
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature([secret], 'evt_1', timestamp, BODY),
    }
    assert.deepEqual(new Webhook(standardForm(secret)).verify(BODY, headers), JSON.parse(BODY))
  }
})

test('during rotation either secret verifies; another one, another body or an old time does not', () => {
  const [before, after] = [newSecret(), newSecret()]
  const timestamp = now()
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature([before, after], 'evt_1', timestamp, BODY),
  }
  for (const secret of [before, after]) assert.ok(new Webhook(secret).verify(BODY, headers))
  assert.throws(() => new Webhook(newSecret()).verify(BODY, headers))
  assert.throws(() => new Webhook(before).verify(`${BODY} `, headers))
  const old = timestamp - 3600
  assert.throws(() =>
    new Webhook(before).verify(BODY, {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(old),
      'webhook-signature': signature([before], 'evt_1', old, BODY),
    }),
  )
})

test('secrets: their bytes, and what is refused', () => {
  assert.equal(keyOf('your_webhook_secret').toString(), 'your_webhook_secret')
  assert.deepEqual(keyOf(standardForm('your_webhook_secret')), Buffer.from('your_webhook_secret'))
  for (const good of ['12345678', 'x'.repeat(256), newSecret(), standardForm('12345678')])
    assert.equal(secretFault(good), null)
  for (const bad of ['1234567', 'x'.repeat(257), 'whsec_', 'whsec_not base64!'])
    assert.match(secretFault(bad)!, /secret/)
})
