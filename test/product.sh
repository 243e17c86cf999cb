#!/usr/bin/env bash
# The four public examples of the API against `npm start` and a small site of its own, every field checked.
# Needs Node.js and curl. Starts everything, stops everything, leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
cleanup() {
  status=$?
  kill "${server:-}" "${site:-}" 2>/dev/null || true
  wait 2>/dev/null || true
  if [ $status -ne 0 ]; then echo "--- the server said:"; tail -n 40 "$work/server.log"; fi
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

# A small site with faults, which is also the webhook's endpoint: it keeps what it is sent.
cat >"$work/site.mjs" <<'JS'
import { createServer } from 'node:http'
import { appendFileSync, writeFileSync } from 'node:fs'
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
  response.writeHead(request.url === '/' ? 200 : 404, {
    'Content-Type': 'text/html; charset=utf-8',
    Server: 'nginx/1.18.0',
    'Set-Cookie': 'PHPSESSID=6d2f0e3b8c1a49d7b5e60f12; path=/',
  })
  response.end('<!doctype html><title>Small site</title><p>Hello')
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
    const keys = (object, ...names) => names.every((name) => name in object)
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
    const ok = eval(process.argv[2])
    console.log(`${ok ? "ok" : "FAILED"}: ${process.argv[1]}`)
    if (!ok) { console.log(JSON.stringify(it, null, 1).slice(0, 3000)); process.exit(1) }' "$1" "$2"
}
field() { node -pe 'eval(`JSON.parse(require("fs").readFileSync(0, "utf8"))${process.argv[1]}`)' "$1"; }
api() { curl -sS --fail-with-body -H "Authorization: Bearer $LASTHASH_API_KEY" -H 'Content-Type: application/json' "$@"; }

wait_for 'the small site' 10 test -s "$work/site.port"
wait_for '/readyz' 40 curl -fsS "$base/readyz"
site_url="http://127.0.0.1:$(cat "$work/site.port")"

website=$(api "$base/v1/websites" -d "{\"url\": \"$site_url\"}" | field .id)
check 'a website has its id' 'it.startsWith("ws_")' <<<"\"$website\""

# 4. Register a webhook, first, so that it hears of the scan.
api "$base/v1/webhooks" -d "{\"url\": \"$site_url/hook\",
  \"events\": [\"scan.completed\", \"threat.detected\", \"score.degraded\"], \"secret\": \"your_webhook_secret\"}" |
  check 'POST /v1/webhooks' 'it.id.startsWith("wh_") && it.events.length === 3 && it.secret.startsWith("whsec_")'

# 1. Trigger a scan.
scan=$(api "$base/v1/scans" -d "{\"website_id\": \"$website\", \"scan_type\": \"full\", \"priority\": \"high\"}" | tee "$work/created" | field .id)
check 'POST /v1/scans' 'it.id.startsWith("scan_") && it.scan_type === "full" && it.priority === "high" && it.website_id.startsWith("ws_")' <"$work/created"

# 2. Get the scan.
is_done() { api "$base/v1/scans/$scan" | tee "$work/scan" | grep -q '"status":"done"'; }
wait_for 'the end of the scan' 60 is_done
check 'GET /v1/scans/{id}' 'it.id.startsWith("scan_") && it.status === "done"
  && Number.isInteger(it.security_score) && it.security_score >= 0 && it.security_score < 100
  && ["critical", "high", "medium", "low"].every((s) => Number.isInteger(it.vulnerabilities[s]))
  && Number.isInteger(it.scan_duration) && time.test(it.completed_at) && it.report_url.endsWith(`/reports/${it.id}`)' <"$work/scan"
check 'the score is the promised arithmetic' '(({ critical, high, medium, low }) => {
  const sum = Math.max(0, Math.floor(100.5 - 25 * critical - 3 * high - medium - low / 2))
  return it.security_score === (critical ? Math.min(49, sum) : high ? Math.min(89, sum) : sum)
})(it.vulnerabilities)' <"$work/scan"

# 3. Its vulnerabilities.
api "$base/v1/scans/$scan/vulnerabilities?limit=100" | tee "$work/list" |
  check 'GET /v1/scans/{id}/vulnerabilities' 'it.vulnerabilities.length > 3 && it.vulnerabilities.every((v) =>
    v.id.startsWith("vuln_") && ["vulnerability", "misconfiguration", "exposure", "threat", "information"].includes(v.type)
    && ["critical", "high", "medium", "low", "info"].includes(v.severity) && v.title && v.description && v.remediation
    && (v.cve === null || v.cve.startsWith("CVE-")) && time.test(v.detected_at) && v.check && v.outcome && v.locations[0].url)'
check 'the faults that were planted are found' '["cookies/http-only", "headers/server-version", "transport/https"].every((id) =>
  it.vulnerabilities.some((v) => v.check === id))' <"$work/list"

# The report opens in a browser for whoever may see it, and shows a stranger the log-in.
curl -fsS -H "Authorization: Bearer $LASTHASH_API_KEY" "$base/reports/$scan" | grep -q '<html' && echo 'ok: the report page'
[ "$(curl -sS -o "$work/login" -w '%{http_code}' -L "$base/reports/$scan")" = 200 ] && grep -q 'type="password"' "$work/login" && echo 'ok: a stranger is asked to log in'

# The webhook heard of it, signed so that anyone can verify it.
wait_for 'the webhook' 20 grep -q 'scan.completed' "$work/hooks.jsonl"
head -n 1 "$work/hooks.jsonl" | check 'the webhook is signed and carries the scan' '(() => {
  const { headers, body } = it
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`
  const expected = require("crypto").createHmac("sha256", "your_webhook_secret").update(signed).digest("base64")
  const event = JSON.parse(body)
  return headers["webhook-signature"] === `v1,${expected}` && event.type === "scan.completed" && event.data.status === "done"
})()'

# An address that was never ours to scan.
unset LASTHASH_ALLOW_PRIVATE_TARGETS
status=$(curl -sS -o "$work/refused" -w '%{http_code}' -H "Authorization: Bearer $LASTHASH_API_KEY" -H 'Content-Type: application/json' \
  "$base/v1/scans" -d '{"url": "http://169.254.169.254/"}')
[ "$status" = 400 ] && echo 'ok: a metadata address is refused'
check 'and says why' 'it.status === 400 && it.code && it.detail' <"$work/refused"
echo 'All four examples work.'
