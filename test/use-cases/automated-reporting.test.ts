// docs/automated-reporting.md, run from `npm start` to the mail with the PDF in a mail server.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { type MailServer, startMailServer } from '../../packages/platform/test/alerting.ts'
import { type Running, runStart, stopAll } from '../../packages/platform/test/run-start.ts'
import { startSite, type TargetSite } from '../../packages/platform/test/target-site.ts'

const SCRIPT = join(import.meta.dirname, 'automated-reporting.ts')
const KEY = 'a-key-of-the-reporting-use-case'
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'lasthash-reporting-'))
// As root, PostgreSQL runs as another user, who has to get in.
chmodSync(folder, 0o755)

let smtp: MailServer
let site: TargetSite
before(async () => {
  smtp = await startMailServer()
  site = await startSite()
})
after(async () => {
  await stopAll()
  await site.close()
  await smtp.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (): Running =>
  runStart({
    ...{ LASTHASH_API_KEY: KEY, LASTHASH_DATA_DIR: join(folder, 'data'), LASTHASH_ALLOW_PRIVATE_TARGETS: '1' },
    ...{ LASTHASH_SMTP_URL: smtp.url, LASTHASH_MAIL_FROM: 'LastHash <reports@example.com>' },
  })

test('from the start of the server to the mail with the PDF', async () => {
  const server = start()
  const base = await server.ready()
  const env = { ...process.env, LASTHASH_BASE_URL: base, LASTHASH_API_KEY: KEY }
  const { stdout } = await run(process.execPath, [SCRIPT, site.url, 'board@example.com'], {
    ...{ cwd: folder, env, timeout: 300_000 },
  })
  assert.match(stdout, /technical\.pdf, \d+ bytes\n {3}for whoever has the link, until \S+: 200\n/)
  assert.match(stdout, /board@example\.com: sent, 250/)
  assert.equal(readFileSync(join(folder, 'technical.pdf')).toString('latin1', 0, 5), '%PDF-')
  assert.equal(JSON.parse(readFileSync(join(folder, 'technical.sarif'), 'utf8')).version, '2.1.0')
  assert.equal(smtp.received.length, 1)
  const [mail] = smtp.received
  assert.equal(mail!.subject, 'LastHash: Executive report')
  const [file] = mail!.attachments
  assert.deepEqual([file!.contentType, file!.content.toString('latin1', 0, 5)], ['application/pdf', '%PDF-'])

  assert.equal((await server.stop()).code, 0)
})
