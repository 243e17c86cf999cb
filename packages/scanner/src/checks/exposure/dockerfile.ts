import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const DOCKERFILE = /\/Dockerfile$/
const FROM = /^FROM (?:--\S+ )?[\w.$/:@{}-]{1,200}/m

const PROOFS: readonly Proof<'credentials' | 'steps'>[] = [
  { outcome: 'credentials', paths: DOCKERFILE, proof: (body) => (isDockerfile(body) ? quoteCredentials(body) : null) },
  { outcome: 'steps', paths: DOCKERFILE, proof: (body) => (isDockerfile(body) ? FROM.exec(body)![0] : null) },
]

export default defineCheck({
  id: 'exposure/dockerfile',
  question: 'Are Dockerfiles kept from visitors?',
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
      title: 'Secrets in a Dockerfile can be downloaded',
      why: 'The file sets passwords or keys for the image that serves the site.',
      fix: 'Change the secrets, give them to the container when it runs, and keep the file out of the image.',
    },
    steps: {
      severity: 'low',
      title: 'A Dockerfile can be downloaded',
      why: 'The file shows how the server is built, with versions and paths, which makes an attack quicker.',
      fix: 'List the Dockerfile in .dockerignore, so that it does not come into the image.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

function isDockerfile(body: string): boolean {
  return FROM.test(body) && /^(?:RUN|COPY|ADD|CMD|ENTRYPOINT|ENV|WORKDIR|EXPOSE|USER|ARG)\s+\S/m.test(body)
}
