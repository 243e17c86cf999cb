import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const START = /^\/$/
const PROOFS: readonly Proof<'listed'>[] = [
  // Amazon S3, Google Cloud Storage and their kin
  {
    outcome: 'listed',
    paths: START,
    form: 'any',
    proof: [/<ListBucketResult(?: xmlns="[^"]{1,100}")?>\s*<Name>[^<]{1,100}/, /<Contents>\s*<Key>[^<]{1,1024}/],
  },
  // Azure
  {
    outcome: 'listed',
    paths: START,
    form: 'any',
    proof: [/<EnumerationResults\b[^>]{0,300}>/, /<Blobs>\s*<Blob>\s*<Name>[^<]{1,1024}/],
  },
  // OpenStack Swift and others that speak JSON
  { outcome: 'listed', paths: START, proof: [/^\s*\{\s*"kind"\s*:\s*"storage#objects"/, /"items"\s*:\s*\[/] },
]

export default defineCheck({
  id: 'exposure/open-bucket',
  question: 'Does the storage behind the site keep the list of its files to itself?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 548,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/548.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],

  outcomes: {
    listed: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The storage lists all of its files',
      why: 'The site is a bucket that lists what is in it. Visitors see every file, also those that nothing links to: backups, exports, drafts.',
      fix: 'Take the right to list away from everyone, and serve single files, or put a web server or CDN before the bucket.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
