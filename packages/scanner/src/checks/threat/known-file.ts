import { defineCheck, fail, verdictOf } from '../../check.ts'

export default defineCheck({
  id: 'threat/known-file',
  question: 'Is no page and no script a file that is known as malware, by its hash?',
  needs: ['listed_files'],
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  references: ['https://urlhaus.abuse.ch/', 'https://cwe.mitre.org/data/definitions/506.html'],
  outcomes: {
    served: {
      severity: 'critical',
      confidence: 'confirmed',
      title: 'The website serves a file that is known as malware',
      why: 'Byte for byte the same file was collected where malware is handed out. Somebody put it here, and can do so again.',
      fix: 'Take the site off the net, find out how the file came in, set the site up anew from a clean copy, and change all passwords and keys.',
      particular: {
        why: 'Byte for byte the same file was collected where malware is handed out ({threat}; {feed} of {date}). Somebody put it here, and can do so again.',
      },
    },
  },
  run({ listed_files }) {
    return verdictOf(
      listed_files.map(({ url, exchange, sha256, threat, feed }) =>
        fail('served', { url, exchange }, `SHA-256 ${sha256}`, {
          values: { threat, feed: feed.name, date: feed.date.slice(0, 10) },
        }),
      ),
    )
  },
})
