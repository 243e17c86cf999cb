// The official Standard Webhooks library for Python. Those for PHP and Ruby are in registries of their own, which the tests do
// not ask; they do the same arithmetic.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { newSecret, signature, standardForm } from './sign.ts'

const HOME = process.env.LASTHASH_TEST_PYTHON ?? join(import.meta.dirname, '../../../../.python')
const PYTHON = join(HOME, 'bin/python')
const skip =
  process.env.LASTHASH_TEST_ALL === '1' || existsSync(PYTHON)
    ? false
    : 'needs Python with test/requirements.txt: .ci/run'

const VERIFY = `
import json, sys
from standardwebhooks import Webhook, WebhookVerificationError
for case in json.load(sys.stdin):
    try:
        print(json.dumps(Webhook(case["secret"]).verify(case["body"], case["headers"])))
    except WebhookVerificationError as error:
        print("refused")
`

interface Case {
  what: string
  secret: string
  /** What we sign with. */
  secrets: string[]
  /** Seconds from now. */
  age?: number
  body?: string
  received?: string
  refused?: true
}

const BODY = JSON.stringify({ id: 'evt_1', type: 'scan.completed', data: { title: 'schön – <script>' } })
const [OURS, OLD] = [newSecret(), newSecret()]
const own = (secret: string): Case => ({
  what: `the whsec_ form of “${secret}”`,
  secret: standardForm(secret),
  secrets: [secret],
})
const CASES: Case[] = [
  { what: 'a secret made by us', secret: OURS, secrets: [OURS] },
  ...['your_webhook_secret', 'schlüssel-mit-ümlaut', '12345678', 'x'.repeat(256)].map(own),
  { what: 'the new secret during rotation', secret: OURS, secrets: [OURS, OLD] },
  { what: 'the old secret during rotation', secret: OLD, secrets: [OURS, OLD] },
  { what: 'another secret', secret: newSecret(), secrets: [OURS, OLD], refused: true },
  {
    what: 'a body that was changed',
    secret: OURS,
    secrets: [OURS],
    received: BODY.replace('evt_1', 'evt_2'),
    refused: true,
  },
  { what: 'an hour ago', secret: OURS, secrets: [OURS], age: -3_600, refused: true },
]

test('the official library for Python verifies what we sign, and refuses what it has to', { skip }, () => {
  const input = CASES.map(({ secret, secrets, age = 0, body = BODY, received = body }) => {
    const timestamp = Math.floor(Date.now() / 1_000) + age
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature(secrets, 'evt_1', timestamp, body),
    }
    return { secret, body: received, headers }
  })
  const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', VERIFY], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
  const answers = stdout.trimEnd().split('\n')
  assert.equal(answers.length, CASES.length)
  for (const [index, { what, refused }] of CASES.entries()) {
    if (refused) assert.equal(answers[index], 'refused', what)
    else assert.deepEqual(JSON.parse(answers[index]!), JSON.parse(BODY), what)
  }
})
