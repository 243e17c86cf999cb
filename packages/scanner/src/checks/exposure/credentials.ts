import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'credentials'>[] = [
  {
    outcome: 'credentials',
    paths: /\/\.aws\/credentials$/,
    proof: (body) =>
      /^\[[\w .-]+\]/m.test(body) ? named(body, /^\s*aws_secret_access_key\s*=\s*[A-Za-z0-9/+]{30,}/m) : null,
  },
  {
    outcome: 'credentials',
    paths: /\/\.git-credentials$/,
    proof: (body) => named(body, /^https?:\/\/[^:@\s]{1,200}:[^@\s]{4,300}@\S/m),
  },
  {
    outcome: 'credentials',
    paths: /\/\.netrc$/,
    proof: (body) => named(body, /^\s*(?:machine\s+\S+|default)\s+login\s+\S+\s+password\s+\S{4,}/m),
  },
  {
    outcome: 'credentials',
    paths: /\/\.docker\/config\.json$/,
    proof: (body) => named(body, /"auth"\s*:\s*"[A-Za-z0-9+/=]{8,}"/),
  },
  {
    outcome: 'credentials',
    paths: /\/\.npmrc$/,
    proof: (body) => named(body, /^\s*(?:\/\/[^\s=]{1,200}:)?_(?:authToken|auth|password)\s*=\s*"?(?!\$\{)[^\s"]{8,}/m),
  },
  {
    outcome: 'credentials',
    paths: /\/\.pgpass$/,
    proof: (body) => named(body, /^[^:\s#]{1,200}:(?:\d+|\*):[^:\s]{1,100}:[^:\s]{1,100}:\S{4,}$/m),
  },
  {
    outcome: 'credentials',
    paths: /\/\.dockercfg$/,
    proof: (body) => named(body, /"auth"\s*:\s*"[A-Za-z0-9+/=]{8,}"/),
  },
  {
    outcome: 'credentials',
    paths: /\/\.yarnrc\.yml$/,
    proof: (body) => named(body, /^\s*npm(?:AuthToken|AuthIdent):\s*["']?(?!\$\{)[^\s"']{8,}/m),
  },
  {
    outcome: 'credentials',
    paths: /\/\.pypirc$/,
    proof: (body) => (/^\[[\w-]+\]/m.test(body) ? named(body, /^\s*password\s*[=:]\s*[^\s$<]{4,}/m) : null),
  },
  {
    outcome: 'credentials',
    paths: /\/\.s3cfg$/,
    proof: (body) => (/^\[default\]/m.test(body) ? named(body, /^\s*secret_key\s*=\s*[A-Za-z0-9/+]{20,}/m) : null),
  },
  {
    outcome: 'credentials',
    paths: /\/auth\.json$/,
    proof: (body) =>
      /"(?:http-basic|github-oauth|gitlab-token|bearer)"\s*:\s*\{\s*"[^"]{3,200}"\s*:\s*(?:"[^"\s]{8,}"|\{[^}]{0,300}"password"\s*:\s*"[^"\s]{4,}")/.test(
        body,
      )
        ? named(body, /http-basic|github-oauth|gitlab-token|bearer/)
        : null,
  },
  {
    outcome: 'credentials',
    paths: /\/(?:credentials|service-?account\w*|firebase-adminsdk)\.json$/i,
    proof: (body) =>
      /"private_key"\s*:\s*"-----BEGIN PRIVATE KEY-----\\n[A-Za-z0-9+/]{40}/.test(body)
        ? named(body, /service_account/)
        : null,
  },
  {
    outcome: 'credentials',
    paths: /\/(?:client_secret|credentials)\.json$/,
    proof: (body) =>
      /^\s*\{\s*"(?:web|installed)"\s*:/.test(body) ? named(body, /client_secret(?="\s*:\s*"[\w-]{20,}")/) : null,
  },
  {
    outcome: 'credentials',
    paths: /\/\.my\.cnf$/,
    proof: (body) =>
      /^\[(?:client|mysql\w*)\]/m.test(body) ? named(body, /^\s*password\s*=\s*["']?[^\s"']{4,}/m) : null,
  },
]

export default defineCheck({
  id: 'exposure/credentials',
  question: 'Are files with log-ins to other services kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 522,
  owasp_2021: ['A05:2021', 'A07:2021'],
  owasp_2025: ['A02:2025', 'A07:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/522.html'],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'A log-in to another service can be downloaded',
      why: 'The file belongs into the home folder of an administrator. It opens another service, such as a cloud account, a package registry or a database, to whoever reads it.',
      fix: 'Revoke the key or password at once, look through the log of the service, and do not serve a home folder.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** The name before the value, which itself is never quoted. */
function named(body: string, pattern: RegExp): string | null {
  const match = pattern.exec(body)
  return match ? match[0].trim().split(/[\s=:]+/)[0]! : null
}
