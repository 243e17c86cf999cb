import { defineCheck, type Fail, fail, verdictOf } from '../../check.ts'
import { isForeign } from '../../derive/site.ts'
import { headerValue } from '../../net/exchange.ts'

const IMPORTS = /\bimportScripts\s*\(([^)]{1,2000})\)/g
const LITERAL = /["'`]((?:https?:)?\/\/[^"'`\s]{4,1000})["'`]/g

export default defineCheck({
  id: 'content/service-worker',
  question: 'Do service workers keep to their folder and to the site’s own code?',
  needs: ['script'],
  cwe: 829,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  references: ['https://www.w3.org/TR/service-workers/#security-considerations'],
  distinct: ['path'],
  outcomes: {
    foreign_code: {
      severity: 'low',
      title: 'A worker of the site imports code of another site',
      why: 'A service worker sees and changes every request of its pages, and stays after they are closed. Whoever has the other site has it too, and no hash pins what is imported.',
      fix: 'Serve the code yourself, or keep the worker that needs it in a folder of its own.',
    },
    widened: {
      severity: 'info',
      title: 'A script file may govern more than its folder',
      why: 'Service-Worker-Allowed lifts the limit that keeps a worker to the folder it lies in. If that folder takes uploads, an uploaded file governs the whole site.',
      fix: 'Put the worker where it belongs, and leave the header out.',
    },
  },
  run({ script }) {
    const fails: Fail<'foreign_code' | 'widened'>[] = []
    const at = { url: script.url, exchange: script.exchange }
    const foreign = [...script.body.matchAll(IMPORTS)]
      .flatMap(([, args]) => [...args!.matchAll(LITERAL)])
      .map(([, address]) => URL.parse(address!, script.url)?.href ?? null)
      .find((url) => isForeign(url, script.url))
    if (foreign && !script.third_party) fails.push(fail('foreign_code', at, foreign))
    const allowed = headerValue(script.exchange.response.headers, 'service-worker-allowed')
    const folder = new URL('.', script.url).pathname
    const widest = allowed === undefined ? null : (URL.parse(allowed, script.url)?.pathname ?? null)
    if (widest !== null && widest !== folder && folder.startsWith(widest)) fails.push(fail('widened', at, allowed!))
    return verdictOf(fails)
  },
})
