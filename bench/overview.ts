/**
 * `GET /v1/overview` of an organisation that has half of all websites and vulnerabilities: of all its websites, of those with a
 * common tag, of those with a rare one, and unchanged (304). The aim: medians under 200 ms.
 *
 *   node bench/overview.ts [--websites 100000] [--vulnerabilities 10000000] [--requests 21] [--keep FOLDER]
 */
import type { AddressInfo } from 'node:net'
import { buildApp } from '../packages/platform/src/app.ts'
import { openEstate } from './seed/open-estate.ts'

const AIM = 200 // milliseconds

const { estate, context, requests, close } = await openEstate()
const app = await buildApp(context)
let failed = false
try {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/v1/overview`
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(base + query, { headers: { authorization: `Bearer ${estate.key}`, ...headers } })
    const text = await answer.text()
    if (!answer.ok && answer.status !== 304) throw new Error(`${answer.status} ${text}`)
    return { etag: answer.headers.get('etag')!, websites: text === '' ? null : JSON.parse(text).websites.total }
  }
  for (const [what, query, unchanged] of [
    ['all websites', '', false],
    ['all websites, unchanged', '', true],
    ['a year', `?from=${new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10)}`, false],
    ['a common tag', '?tags=shop', false],
    ['a rare tag', '?tags=rare', false],
    ['two tags', '?tags=shop,rare', false],
    ['a group', '?groups=grp_usual', false],
    ['a rare group', '?groups=grp_rare', false],
    ['a tag and a group', '?tags=shop&groups=grp_usual', false],
    ['one website', '?website_ids=ws_00000000000000000000000002', false],
  ] as const) {
    const { etag, websites } = await ask(query)
    const headers: Record<string, string> = unchanged ? { 'if-none-match': etag } : {}
    const times: number[] = []
    for (let n = 0; n < requests; n++) {
      const from = performance.now()
      await ask(query, headers)
      times.push(performance.now() - from)
    }
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
    if (median > AIM) failed = true
    console.log(
      `${what} (${websites}): ${median.toFixed(0)} ms (median; aim ${AIM})${median > AIM ? '  <- misses' : ''}`,
    )
  }
} finally {
  await app.close()
  await close()
}
process.exit(failed ? 1 : 0)
