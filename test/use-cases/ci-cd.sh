#!/usr/bin/env bash
# The use case “CI/CD pipeline”, from end to end against `npm start`: a deployment is scanned, a regression makes the build red, its fix
# makes it green again, the server's policy has a say, and a target that is not there is no failed gate. Needs Node.js and curl.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
chmod 755 "$work" # as root, PostgreSQL runs as another user
cleanup() {
  status=$?
  kill "${server:-}" "${production:-}" "${preview:-}" 2>/dev/null || true
  wait 2>/dev/null || true
  if [ $status -ne 0 ]; then tail -n 30 "$work"/*.log; fi
  rm -rf "$work"
  exit $status
}
trap cleanup EXIT

PATH="$PWD/node_modules/.bin:$PATH"
free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
step() { printf '\n== %s\n' "$*"; }
expect() { # exit code, command…
  local wanted=$1 got=0; shift
  "$@" || got=$?
  if [ "$got" -ne "$wanted" ]; then echo "FAILED: exit code $got instead of $wanted: $*"; exit 1; fi
  echo "ok: exit code $got"
}
contains() { grep -q -- "$2" "$1" || { echo "FAILED: $1 does not say: $2"; cat "$1"; exit 1; }; echo "ok: $2"; }

api_port=$(free_port) production_port=$(free_port) preview_port=$(free_port)
base="http://127.0.0.1:$api_port"
key=a-key-of-more-than-twenty-characters
LASTHASH_API_KEY=$key LASTHASH_ALLOW_PRIVATE_TARGETS=1 LASTHASH_DATA_DIR="$work/data" PORT=$api_port npm start >"$work/server.log" 2>&1 &
server=$!
export LASTHASH_CONFIG="$work/config.json" LASTHASH_DATA_DIR="$work/data"

cat >"$work/shop.cjs" <<'JS'
const [port, cookie] = process.argv.slice(2)
require('http').createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (cookie) response.setHeader('Set-Cookie', 'session=8f2c1d0e9b7a6c5d4e3f; Path=/')
  response.writeHead(request.url === '/' ? 200 : 404).end('<!doctype html><title>Shop</title><p>Welcome.')
}).listen(Number(port), '127.0.0.1')
JS
node "$work/shop.cjs" "$production_port" & production=$!
node "$work/shop.cjs" "$preview_port" cookie & preview=$!
production_url="http://127.0.0.1:$production_port" preview_url="http://127.0.0.1:$preview_port"
scan() { lasthash scan "$@" --type quick --quiet; }

step 'Production is scanned, with no server'
expect 0 scan "$production_url" --allow-private --wait-for-url "$production_url" --fail-on critical --json -o "$work/production.json"

step 'A preview brings a bad cookie: the build is red, and every result is there'
expect 1 scan "$preview_url" --allow-private --baseline "$work/production.json" --format markdown -o "$work/summary.md" \
  --report sarif="$work/result.sarif" --report junit="$work/junit.xml" --report gitlab="$work/gl-dast-report.json"
contains "$work/summary.md" 'gate failed'
contains "$work/summary.md" '### New'
contains "$work/junit.xml" '<failure'
contains "$work/result.sarif" 'cookies/'
contains "$work/gl-dast-report.json" '"type": "dast"'

step 'It is mended, and deployed while the pipeline waits: green'
kill "$preview"; wait "$preview" 2>/dev/null || true
(sleep 2; exec node "$work/shop.cjs" "$preview_port") & preview=$!
expect 0 scan "$preview_url" --allow-private --wait-for-url "$preview_url" --wait-timeout 60 --baseline "$work/production.json" -o "$work/text"

step 'What is not there is no failed gate'
kill "$preview"; wait "$preview" 2>/dev/null || true
expect 2 scan "$preview_url" --allow-private --retries 1 --fail-on low
expect 2 scan "$preview_url" --allow-private --wait-for-url "$preview_url" --wait-timeout 2

step 'The server’s policy decides'
for _ in $(seq 600); do curl -fsS "$base/readyz" >/dev/null 2>&1 && break; sleep 0.2; done
echo "$key" | lasthash login --server "$base" --key-stdin --quiet
policy() {
  curl -sS --fail-with-body -H "Authorization: Bearer $key" -H 'Content-Type: application/json' "$base/v1/policies" -d "$1" |
    node -pe 'JSON.parse(require("fs").readFileSync(0, "utf8")).id'
}
strict=$(policy '{"name": "Nothing at all", "fail_when": {"severity": "low"}}')
expect 1 scan "$production_url" --profile default --policy "$strict" -o "$work/policy"
lasthash scans list --website "$production_url" --json >"$work/scans.json"
contains "$work/scans.json" '"passed": false'

kill "$server"
wait "$server" 2>/dev/null || true
printf '\nThe use case works.\n'
