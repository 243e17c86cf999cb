import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const GITLAB = /\/\.gitlab-ci\.yml$/
/** Each with what its own language demands of every file. */
const OTHERS: readonly [paths: RegExp, proof: readonly RegExp[]][] = [
  [/\/\.github\/workflows\/\w+\.yml$/, [/^\s+runs-on:/m, /^jobs:\s*$/m, /^(?:on|"on"|'on'|true):/m]],
  [/\/\.circleci\/config\.yml$/, [/^\s+steps:/m, /^version:\s*["']?2/m, /^jobs:/m]],
  [
    /\/\.travis\.yml$/,
    [/^(?:script|install|before_install|before_script|deploy|jobs|matrix):/m, /^(?:language|os|dist|services|sudo):/m],
  ],
  [/\/\.drone\.yml$/, [/^steps:/m, /^kind:\s*pipeline/m]],
  [/\/bitbucket-pipelines\.yml$/, [/^pipelines:\s*$/m, /^\s+-?\s*step:/m]],
  [/\/azure-pipelines\.yml$/, [/^(?:steps|stages|jobs):/m, /^(?:trigger|pool|pr):/m]],
  [/\/buildspec\.yml$/, [/^phases:\s*$/m, /^version:\s*0\.\d/m]],
  [/\/Jenkinsfile$/, [/\bstage\s*\(?\s*['"]/, /^\s*(?:pipeline|node)\b[^\n]{0,80}\{/m]],
]

const PROOFS: readonly Proof<'credentials' | 'steps'>[] = [
  { outcome: 'credentials', paths: GITLAB, proof: (body) => (isPipeline(body) ? quoteCredentials(body) : null) },
  { outcome: 'steps', paths: GITLAB, proof: (body) => (isPipeline(body) ? 'script:' : null) },
  ...OTHERS.flatMap(([paths, proof]): Proof<'credentials' | 'steps'>[] => [
    {
      outcome: 'credentials',
      paths,
      proof: (body) => (proof.every((pattern) => pattern.test(body)) ? quoteCredentials(body) : null),
    },
    { outcome: 'steps', paths, proof },
  ]),
]

export default defineCheck({
  id: 'exposure/ci-config',
  question: 'Is the description of the build kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],
  outcomes: {
    credentials: {
      severity: 'high',
      cvss: vectors.credentials,
      title: 'Secrets in the description of the build can be downloaded',
      why: 'The file sets passwords or keys with which the site is built or deployed.',
      fix: 'Change the secrets, keep them in the settings of the build server, and deploy without the file.',
    },
    steps: {
      severity: 'low',
      title: 'The description of the build can be downloaded',
      why: 'The file shows how and from where the site is deployed, with inner names and paths.',
      fix: 'Deploy without the file, and refuse paths that begin with a dot.',
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

/** A job with its script, or templates that bring both. */
function isPipeline(body: string): boolean {
  return (
    /^[\w. :-]{1,100}:[^\S\n]*\n(?:[^\S\n]+[^\n]*\n){0,60}?[^\S\n]+script:/m.test(body) ||
    /^include:[^\S\n]*\n\s*-\s*(?:project|template|local):/m.test(body)
  )
}
