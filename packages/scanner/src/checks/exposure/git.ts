import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { binaryKind } from '../../derive/magic.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'credentials' | 'repository'>[] = [
  { outcome: 'credentials', paths: /\/\.git\/config$/, proof: remoteWithPassword },
  { outcome: 'repository', paths: /\/\.git\/config$/, proof: /^\s*\[core\]/m },
  { outcome: 'repository', paths: /\/\.git\/HEAD$/, proof: /^(?:ref: refs\/\S{1,200}|[0-9a-f]{40}|[0-9a-f]{64})\s*$/ },
  {
    outcome: 'repository',
    paths: /\/\.git\/index$/,
    form: 'any',
    proof: (body) => (binaryKind(body) === 'git-index' ? 'DIRC' : null),
  },
  {
    outcome: 'repository',
    paths: /\/\.git\/logs\/HEAD$/,
    proof: /^[0-9a-f]{40} [0-9a-f]{40} [^\n]{1,300} <[^>\n]{0,200}> \d{1,12} [+-]\d{4}/,
  },
]

export default defineCheck({
  id: 'exposure/git',
  question: 'Is the Git repository kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 527,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/527.html', 'https://git-scm.com/docs/gitrepository-layout'],
  outcomes: {
    repository: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The Git repository can be downloaded',
      why: 'From the files under /.git/ the whole source and its history can be put together again, with every password that was ever committed.',
      fix: 'Deploy without the .git folder, refuse paths that begin with a dot, and change the secrets that the history holds.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
        iis: '<requestFiltering><hiddenSegments><add segment=".git" /></hiddenSegments></requestFiltering>',
      },
    },
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'The Git configuration shows a password',
      why: 'The address of the remote repository holds a user name and a password or token. Whoever reads it can fetch, and often change, the source.',
      fix: 'Revoke the token at once, then deploy without the .git folder and refuse paths that begin with a dot.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** The remote with its password left out. */
function remoteWithPassword(config: string): string | null {
  if (!/^\s*\[(?:core|remote "[^"]{1,100}")\]/m.test(config)) return null
  const remote =
    /^\s*(?:push)?url\s*=\s*(https?:\/\/)(?:[^:@/\s]{0,100}:[^@/\s]{4,300}|[A-Za-z0-9_-]{20,300})@(\S{1,200})/m.exec(
      config,
    )
  return remote ? `${remote[1]}…@${remote[2]}` : null
}
