#!/usr/bin/env bash
# The four public examples of the API against `npm start` and a small site of its own, every field checked.
# Needs Node.js and curl. Starts everything, stops everything, leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
chmod 755 "$work" # as root, PostgreSQL runs as another user, and its data would otherwise have to lie elsewhere
cleanup() {
  status=$?
  kill "${server:-}" "${site:-}" 2>/dev/null || true
  wait 2>/dev/null || true
  if [ $status -ne 0 ]; then
    echo "--- the webhooks heard:"; cut -c 1-400 "$work/hooks.jsonl" || true
    echo "--- the server said:"; tail -n 40 "$work/server.log"
  fi
  rm -rf "$work"
  exit $status
}
trap cleanup EXIT

PATH="$PWD/node_modules/.bin:$PATH" # the pinned Node.js, as npm has it
free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
api_port=$(free_port)
export LASTHASH_API_KEY=a-key-of-more-than-twenty-characters
export LASTHASH_ALLOW_PRIVATE_TARGETS=1 LASTHASH_DATA_DIR="$work/data" PORT="$api_port"
base="http://127.0.0.1:$api_port"

# A small site with faults, which is also the webhook's endpoint: it keeps what it is sent. Once the file "hacked" is there,
# its page mines coins, and its passwords lie open.
cat >"$work/site.mjs" <<'JS'
import { createServer } from 'node:http'
import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
const [folder] = process.argv.slice(2)
createServer((request, response) => {
  if (request.url === '/hook') {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      appendFileSync(`${folder}/hooks.jsonl`, `${JSON.stringify({ headers: request.headers, body })}\n`)
      response.end('ok')
    })
    return
  }
  const hacked = existsSync(`${folder}/hacked`)
  if (hacked && request.url === '/.env') return response.end('APP_ENV=production\nDB_HOST=10.0.0.5\nDB_PASSWORD=correct-horse-battery\n')
  response.writeHead(request.url === '/' ? 200 : 404, {
    'Content-Type': 'text/html; charset=utf-8',
    Server: 'nginx/1.18.0',
    'Set-Cookie': 'PHPSESSID=6d2f0e3b8c1a49d7b5e60f12; path=/',
  })
  const miner = `<script>var miner = new CoinHive.Anonymous('a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6'); miner.start()</script>`
  response.end(`<!doctype html><title>Small site</title><p>Hello${hacked ? miner : ''}`)
}).listen(0, '127.0.0.1', function () {
  writeFileSync(`${folder}/site.port`, String(this.address().port))
})
JS
node "$work/site.mjs" "$work" &
site=$!
npm start >"$work/server.log" 2>&1 &
server=$!

wait_for() { # what, seconds, command…
  local what=$1 deadline=$((SECONDS + $2)); shift 2
  until "$@" >/dev/null 2>&1; do
    if [ $SECONDS -ge $deadline ]; then echo "FAILED: $what did not happen in time"; exit 1; fi
    sleep 0.1
  done
}
check() { # what, then a JavaScript expression over `it` (the JSON on standard input)
  node -e '
    const it = JSON.parse(require("fs").readFileSync(0, "utf8"))
    const wrong = []
    // Every field by its form: a pattern, a list of values, or a question.
    const has = (object, forms) => Object.entries(forms).map(([name, form]) => {
      const value = object?.[name]
      const fits = form instanceof RegExp ? typeof value === "string" && form.test(value)
        : Array.isArray(form) ? form.includes(value) : form(value)
      if (!fits) wrong.push(`${name}: ${JSON.stringify(value)}`)
      return fits
    }).every(Boolean)
    const id = (prefix) => new RegExp(`^${prefix}_[0-9a-z]{20,40}$`)
    const time = (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && Math.abs(Date.now() - Date.parse(value)) < 600_000
    const text = /^\S[^]{3,}$/
    const count = (value) => Number.isInteger(value) && value >= 0
    const severities = ["critical", "high", "medium", "low", "info"]
    const types = ["vulnerability", "misconfiguration", "exposure", "threat", "information"]
    const ok = eval(process.argv[2])
    console.log(`${ok ? "ok" : "FAILED"}: ${process.argv[1]}`)
    if (!ok) { console.log(wrong.join("\n"), JSON.stringify(it, null, 1).slice(0, 3000)); process.exit(1) }' "$1" "$2"
}
field() { node -pe 'eval(`JSON.parse(require("fs").readFileSync(0, "utf8"))${process.argv[1]}`)' "$1"; }
api() { curl -sS --fail-with-body -H "Authorization: Bearer $LASTHASH_API_KEY" -H 'Content-Type: application/json' "$@"; }

wait_for 'the small site' 10 test -s "$work/site.port"
wait_for '/readyz' 40 curl -fsS "$base/readyz"
site_url="http://127.0.0.1:$(cat "$work/site.port")"

website=$(api "$base/v1/websites" -d "{\"url\": \"$site_url\"}" | field .id)
check 'a website has its id' 'id("ws").test(it)' <<<"\"$website\""

# 4. Register a webhook, first, so that it hears of the scan.
api "$base/v1/webhooks" -d "{\"url\": \"$site_url/hook\",
  \"events\": [\"scan.completed\", \"threat.detected\", \"score.degraded\"], \"secret\": \"your_webhook_secret\"}" |
  tee "$work/webhook" |
  check 'POST /v1/webhooks' 'has(it, { id: id("wh"), url: /\/hook$/, secret: /^whsec_[A-Za-z0-9+\/]+=*$/, created_at: time })
    && it.events.join() === "scan.completed,threat.detected,score.degraded"'

# 1. Trigger a scan.
scan=$(api "$base/v1/scans" -d "{\"website_id\": \"$website\", \"scan_type\": \"full\", \"priority\": \"high\"}" | tee "$work/created" | field .id)
check 'POST /v1/scans' "has(it, { id: id('scan'), status: ['queued', 'running'], scan_type: ['full'], priority: ['high'],
  website_id: ['$website'], created_at: time })" <"$work/created"

# 2. Get the scan.
is_done() { api "$base/v1/scans/$scan" | tee "$work/scan" | grep -q '"status":"done"'; }
wait_for 'the end of the scan' 90 is_done
check 'GET /v1/scans/{id}' "has(it, { id: ['$scan'], status: ['done'], security_score: (n) => count(n) && n < 100, scan_duration: count,
    completed_at: time, started_at: time, report_url: ['$base/reports/$scan'], website_id: ['$website'] })
  && has(it.vulnerabilities, { critical: count, high: count, medium: count, low: count })
  && it.scan_duration <= (Date.parse(it.completed_at) - Date.parse(it.created_at)) / 1000 + 1" <"$work/scan"
check 'the score is the promised arithmetic' '(({ critical, high, medium, low }) => {
  const sum = Math.max(0, Math.floor(100.5 - 25 * critical - 3 * high - medium - low / 2))
  return it.security_score === (critical ? Math.min(49, sum) : high ? Math.min(89, sum) : sum)
})(it.vulnerabilities)' <"$work/scan"

# 3. Its vulnerabilities.
api "$base/v1/scans/$scan/vulnerabilities?limit=100" | tee "$work/list" |
  check 'GET /v1/scans/{id}/vulnerabilities' 'it.vulnerabilities.length > 3 && it.vulnerabilities.every((v) =>
    has(v, { id: id("vuln"), type: types, severity: severities, title: text, description: text, remediation: text,
      cve: (cve) => cve === null || /^CVE-\d{4}-\d{4,}$/.test(cve), detected_at: time, check: /^[a-z-]+\/[a-z0-9-]+$/, outcome: /^[a-z0-9_-]+$/,
      confidence: ["confirmed", "firm", "tentative"], score_impact: (n) => n >= 0, fingerprint: /^[0-9a-f]{8,}$/, status: ["open"],
      first_seen_at: time, last_seen_at: time, fixed_at: (at) => at === null, location_count: (n) => n >= 1 })
    && URL.canParse(v.locations[0].url))'
node -e 'const [scan, list] = process.argv.slice(1).map((file) => JSON.parse(require("fs").readFileSync(file)))
  const of = (severity) => list.vulnerabilities.filter((v) => v.severity === severity && v.confidence !== "tentative").length
  console.log(JSON.stringify(["critical", "high", "medium", "low"].map((severity) => [of(severity), scan.vulnerabilities[severity]])))' \
  "$work/scan" "$work/list" | check 'the counts are of the very vulnerabilities in the list' 'it.every(([listed, counted]) => listed === counted)'
check 'the faults that were planted are found' '["cookies/http-only", "headers/server-version", "transport/https"].every((id) =>
  it.vulnerabilities.some((v) => v.check === id))' <"$work/list"

# The report opens in a browser for whoever may see it, and shows a stranger the log-in.
curl -fsS -H "Authorization: Bearer $LASTHASH_API_KEY" "$base/reports/$scan" -o "$work/report"
page() { node -e 'const text = require("fs").readFileSync(process.argv[1], "utf8")
  console.log(JSON.stringify({ report: text.includes("Security report"), login: text.includes("type=\"password\"") }))' "$1"; }
page "$work/report" | check 'the report page, with a key' 'it.report && !it.login'
curl -fsS -L "$base/reports/$scan" -o "$work/login"
page "$work/login" | check 'a stranger is asked to log in' 'it.login && !it.report'

# The site is hacked; the next scan tells of it in all three events, signed so that anyone can verify them.
touch "$work/hacked"
scan=$(api "$base/v1/scans" -d "{\"website_id\": \"$website\", \"scan_type\": \"full\"}" | field .id)
wait_for 'the end of the second scan' 90 is_done
heard() { [ "$(grep -c '"webhook-id"' "$work/hooks.jsonl")" -ge 4 ]; }
wait_for 'the webhooks' 30 heard
node -e '
  const { Webhook } = require("standardwebhooks")
  const [file, secret] = process.argv.slice(1)
  const events = require("fs").readFileSync(file, "utf8").trim().split("\n").map((line) => {
    const { headers, body } = JSON.parse(line)
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`
    const expected = require("crypto").createHmac("sha256", "your_webhook_secret").update(signed).digest("base64")
    new Webhook(secret).verify(body, headers) // throws unless signed with the equal whsec_ form
    return { signed: headers["webhook-signature"] === `v1,${expected}`, same_id: headers["webhook-id"] === JSON.parse(body).id, ...JSON.parse(body) }
  })
  console.log(JSON.stringify(events))' "$work/hooks.jsonl" "$(field .secret <"$work/webhook")" >"$work/events"
check 'every webhook is signed, by both forms of the secret' 'it.every((event) =>
  event.signed && event.same_id && has(event, { id: id("evt"), type: text, created_at: time }))' <"$work/events"
check 'scan.completed carries the scan as the API gives it' "it.filter(({ type }) => type === 'scan.completed').length === 2
  && require('util').isDeepStrictEqual(it.findLast(({ type, data }) => type === 'scan.completed' && data.id === '$scan').data, $(cat "$work/scan"))" <"$work/events"
check 'threat.detected carries the threat' "it.some(({ type, data }) => type === 'threat.detected' && data.scan_id === '$scan'
  && data.website_id === '$website' && data.vulnerability.type === 'threat' && data.vulnerability.check === 'threat/cryptominer')" <"$work/events"
check 'score.degraded says from where to where, and why' "it.some(({ type, data }) => type === 'score.degraded' && data.scan_id === '$scan'
  && data.to < data.from && data.to === $(field .security_score <"$work/scan")
  && data.moved_by.includes(it.find(({ type }) => type === 'threat.detected').data.vulnerability.id))" <"$work/events"

# An address that was never ours to scan.
unset LASTHASH_ALLOW_PRIVATE_TARGETS
status=$(curl -sS -o "$work/refused" -w '%{http_code}' -H "Authorization: Bearer $LASTHASH_API_KEY" -H 'Content-Type: application/json' \
  "$base/v1/scans" -d '{"url": "http://169.254.169.254/"}')
[ "$status" = 400 ] && echo 'ok: a metadata address is refused'
check 'and says why' 'it.status === 400 && it.code && it.detail' <"$work/refused"
# To stop what npm started is to stop npm: no service and no database is left behind.
kill "$server"
wait "$server" 2>/dev/null || true
stopped() { ! curl -sS "$base/healthz" && ! grep -qs . "$work/data/postgres/postmaster.pid"; }
wait_for 'the end of the service and its database' 40 stopped
echo 'ok: stopped with npm'
echo 'All four examples work.'
