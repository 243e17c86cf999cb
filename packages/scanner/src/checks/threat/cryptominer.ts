import { MINER_FILES, MINER_HOSTS } from '../../../data/miners.ts'
import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { judgeMiners, MINER } from '../../code-flaws.ts'

export default defineCheck({
  id: 'threat/cryptominer',
  question: 'Do pages leave visitors’ machines to the visitors?',
  needs: ['page', 'html', 'inline_code'],
  ...MINER,
  run({ page, html, inline_code }) {
    const loaded = [...html.scripts, ...html.iframes].flatMap(({ url }) => (url === null ? [] : [url]))
    if (html.scripts.length === 0 && loaded.length === 0) return skip('the page has no scripts and no frames')
    const files = loaded.filter((url) => MINER_FILES.test(url) || isMinerHost(new URL(url).hostname))
    return verdictOf([
      ...files.map((url) => fail('known', page.url, url)),
      ...judgeMiners(inline_code).map(({ outcome, seen }) => fail(outcome, page.url, seen)),
    ])
  },
})

function isMinerHost(host: string): boolean {
  return MINER_HOSTS.some((known) => host === known || host.endsWith(`.${known}`))
}
