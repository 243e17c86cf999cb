import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import type { Page } from '../../evidence.ts'
import { builtinKnowledge } from '../../feeds/builtin.ts'
import { type ListedFile, ListedFiles } from '../../listed-files.ts'
import check from './known-file.ts'

const feed = { name: 'urlhaus-payloads', date: '2026-01-15T12:00:00Z' }
const { url, exchange } = page({ body: 'x' })
const one: ListedFile = { url, exchange, sha256: 'ab'.repeat(32), threat: 'Mozi', feed }

testCheck(check, {
  fires: [{ name: 'a script', evidence: { listed_files: [one] }, outcome: 'served', seen: `SHA-256 ${one.sha256}` }],
  silent: [
    { name: 'nothing that is listed', evidence: { listed_files: [] }, verdict: 'pass' },
    { name: 'no feed at all', evidence: { listed_files: [] as const }, verdict: 'pass' },
  ],
})

const BAD = 'var miner = 1 // é'
const knowledge = {
  ...builtinKnowledge(),
  file: (sha256: string) =>
    sha256 === createHash('sha256').update(BAD).digest('hex') ? { threat: 'Mozi', feed } : null,
}
const seen = (body: string, truncated = false): Page => {
  const made = page({ body })
  return { ...made, exchange: { ...made.exchange, response: { ...made.exchange.response, body, truncated } } }
}

for (const [name, pages, found] of [
  ['the file itself', [seen(BAD)], 1],
  ['the same file under two addresses', [seen(BAD), seen(BAD)], 1],
  ['one byte more', [seen(`${BAD} `)], 0],
  ['cut off', [seen(BAD, true)], 0],
  ['bytes that are no text', [seen(`${BAD}\uFFFD`)], 0],
  ['nothing', [seen('')], 0],
] as const) {
  test(`files by their hash: ${name}`, () => {
    const listed = new ListedFiles(knowledge)
    for (const value of pages) listed.see(() => ({ ok: true, value }), 'page')
    assert.equal(listed.found.length, found)
  })
}
