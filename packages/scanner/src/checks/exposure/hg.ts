import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

/** What a Mercurial repository may require, one a line (mercurial/requirements). */
const REQUIREMENTS =
  /^(?:(?:revlogv1|revlogv2|store|fncache|dotencode|generaldelta|sparserevlog|largefiles|lfs|share-safe|treemanifest|shared|relshared|persistent-nodemap|dirstate-v2|exp-[\w-]{1,40}|revlog-compression-\w{1,20})\r?\n?){1,20}$/

const PROOFS: readonly Proof<'credentials' | 'repository'>[] = [
  { outcome: 'repository', paths: /\/\.hg\/requires$/, proof: REQUIREMENTS },
  { outcome: 'credentials', paths: /\/\.hg\/hgrc$/, proof: pathWithPassword },
  {
    outcome: 'repository',
    paths: /\/\.hg\/hgrc$/,
    proof: [/^\[(?:paths|ui|hooks|extensions)\]/m, /^\w[\w.-]{0,50}\s*=\s*\S/m],
  },
]

export default defineCheck({
  id: 'exposure/hg',
  question: 'Is the Mercurial repository kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 527,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/527.html'],
  outcomes: {
    repository: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The Mercurial repository can be downloaded',
      why: 'From the files under /.hg/ the whole source and its history can be put together again, with every password that was ever committed.',
      fix: 'Deploy by hg archive, and refuse paths that begin with a dot.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
      },
    },
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'The Mercurial configuration shows a password',
      why: 'The address of the remote repository holds a user name and a password. Whoever reads it can fetch, and often change, the source.',
      fix: 'Change the password at once, then deploy by hg archive and refuse paths that begin with a dot.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** The remote with its password left out. */
function pathWithPassword(config: string): string | null {
  if (!/^\[(?:paths|auth|ui)\]/m.test(config)) return null
  const remote = /^\s*[\w.-]{1,60}\s*=\s*(https?:\/\/)[^:@/\s]{0,100}:[^@/\s]{4,300}@(\S{1,200})/m.exec(config)
  return remote ? `${remote[1]}…@${remote[2]}` : null
}
