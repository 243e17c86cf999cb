import { defineCheck, fail, verdictOf } from '../../check.ts'
import { jsonMembers, type Proof, proven } from '../../derive/found_files.ts'

const PROOFS: readonly Proof<'versions' | 'names'>[] = [
  {
    outcome: 'versions',
    paths: /\/composer\.lock$/,
    proof: [/^\s*\{[\s\S]{0,1000}?"content-hash"\s*:/, /"packages"\s*:\s*\[/],
  },
  {
    outcome: 'versions',
    paths: /\/vendor\/composer\/installed\.json$/,
    proof: /^\s*[[{][\s\S]{0,3000}?"version_normalized"\s*:\s*"[^"]+"/,
  },
  { outcome: 'versions', paths: /\/package-lock\.json$/, proof: [/"lockfileVersion"\s*:\s*\d/, /^\s*\{/] },
  { outcome: 'versions', paths: /\/yarn\.lock$/, proof: /^# yarn lockfile v1|^__metadata:\n\s+version: \d/m },
  { outcome: 'versions', paths: /\/Gemfile\.lock$/, proof: [/^(?:GEM|PATH|GIT)\n\s+remote: /m, /^\s+specs:/m] },
  {
    outcome: 'versions',
    paths: /\/pnpm-lock\.yaml$/,
    proof: [/^lockfileVersion: /m, /^(?:packages|importers|dependencies):/m],
  },
  { outcome: 'versions', paths: /\/Pipfile\.lock$/, proof: [/"_meta"\s*:\s*\{/, /"pipfile-spec"\s*:\s*\d/] },
  { outcome: 'versions', paths: /\/poetry\.lock$/, proof: [/^\[\[package\]\]/m, /^content-hash = "[0-9a-f]{64}"/m] },
  { outcome: 'names', paths: /\/Gemfile$/, proof: [/^source ["']https?:/m, /^\s*gem ["'][\w-]+["']/m] },
  {
    outcome: 'versions',
    paths: /\/requirements\.txt$/,
    proof: /^[A-Za-z0-9][\w.-]{0,80}(?:\[[\w,-]+\])?\s*==\s*\d[\w.]*\s*(?:$|#|;)/m,
  },
  {
    outcome: 'names',
    paths: /\/composer\.json$/,
    proof: (body) => memberOf(body, ['require', 'require-dev', 'autoload']),
  },
  {
    outcome: 'names',
    paths: /\/package\.json$/,
    proof: (body) => memberOf(body, ['dependencies', 'devDependencies', 'scripts']),
  },
]

export default defineCheck({
  id: 'exposure/manifests',
  question: 'Are lists of packages kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],
  distinct: ['path'],
  outcomes: {
    versions: {
      severity: 'low',
      title: 'A list of packages with exact versions can be downloaded',
      why: 'The list shows which packages the site is built from, and so which known flaws it has. An attacker need not try them out.',
      fix: 'Keep the file out of the folder that is served.',
    },
    names: {
      severity: 'info',
      title: 'A list of packages can be downloaded',
      why: 'The list shows which packages the site is built from.',
      fix: 'Keep the file out of the folder that is served.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** The first of the members that is an object, as package manifests have them. */
function memberOf(body: string, names: readonly string[]): string | null {
  const members = jsonMembers(body) ?? {}
  return names.find((name) => typeof members[name] === 'object' && members[name] !== null) ?? null
}
