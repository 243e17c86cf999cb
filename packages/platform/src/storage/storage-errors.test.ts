import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { readConfig } from '../config.ts'
import { StartError } from '../start-error.ts'
import { StorageUnavailable } from './blob-store.ts'
import { ObjectStorage } from './object-storage.ts'

// A real server gives the usual answers (jobs/move-files.test.ts); these are those that no server can be asked for.
let answer: { status: number; body: string; headers?: Record<string, string> }
const server = createServer((request, reply) => {
  request.resume()
  reply.writeHead(answer.status, { 'content-type': 'application/xml', ...answer.headers }).end(answer.body)
})
let endpoint: string
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => server.close())

const open = (at: string) =>
  new ObjectStorage(
    readConfig({
      LASTHASH_S3_ENDPOINT: at,
      LASTHASH_S3_BUCKET: 'bucket',
      LASTHASH_S3_ACCESS_KEY_ID: 'key',
      LASTHASH_S3_SECRET_ACCESS_KEY: 'a secret that is never shown',
    }).s3!,
  )
const fault = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>x</Message></Error>`

const ANSWERS: [status: number, body: string, says: string, kind: 'mistake' | 'away'][] = [
  [
    403,
    fault('AccessDenied'),
    'does not let this key write to the bucket “bucket”: let it read, write and delete there.',
    'mistake',
  ],
  [403, '', 'refuses the key: mend LASTHASH_S3_ACCESS_KEY_ID and LASTHASH_S3_SECRET_ACCESS_KEY.', 'mistake'],
  [403, fault('RequestTimeTooSkewed'), 'finds that this machine’s clock is wrong: set it.', 'mistake'],
  [301, fault('PermanentRedirect'), 'expects another region than “us-east-1”: mend LASTHASH_S3_REGION.', 'mistake'],
  [503, fault('SlowDown'), 'answered 503 (SlowDown).', 'away'],
  [500, fault('InternalError'), 'answered 500 (InternalError).', 'away'],
  [405, '<html>nginx</html>', 'answered 405, and not as S3 storage does.', 'away'],
  [302, '', 'answered 302, and not as S3 storage does.', 'away'],
]
for (const [status, body, says, kind] of ANSWERS) {
  test(`${status} ${body}: ${kind}`, async () => {
    answer = { status, body, headers: status === 302 ? { location: 'http://127.0.0.1:1/' } : {} }
    const storage = open(endpoint)
    await assert.rejects(storage.check(), (error: Error) => {
      assert.equal(error.message, `The S3 storage at ${endpoint} ${says}`)
      assert.ok(error instanceof (kind === 'mistake' ? StartError : StorageUnavailable))
      return true
    })
    await storage.close()
  })
}

test('nothing listens: away', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`
  await new Promise((resolve) => closed.close(resolve))
  await refused(at, /^The S3 storage at http:\/\/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)\.$/)
})

test('there is no such name: away', () =>
  refused('http://storage.invalid', /cannot be reached \((ENOTFOUND|EAI_AGAIN)\)\.$/))

async function refused(at: string, says: RegExp): Promise<void> {
  const storage = open(at)
  await assert.rejects(storage.check(), (error: Error) => {
    assert.ok(error instanceof StorageUnavailable)
    assert.match(error.message, says)
    return true
  })
  await storage.close()
}
