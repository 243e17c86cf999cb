import { defineCheck, fail, verdictOf } from '../../check.ts'

export default defineCheck({
  id: 'threat/listed-address',
  question: 'Is no address that serves malware, by the feeds, part of a page?',
  needs: ['listed'],
  type: 'threat',
  cwe: 829,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  references: ['https://urlhaus.abuse.ch/', 'https://cwe.mitre.org/data/definitions/829.html'],
  distinct: ['parameter'],
  outcomes: {
    loads: {
      severity: 'critical',
      title: 'A page loads an address that serves malware',
      why: 'A public list names this very address. Every visitor’s browser fetches what it sends.',
      fix: 'Take it out, find out how it came in, and change all passwords and keys of the site: whoever put it there can do so again.',
      particular: {
        why: 'A public list names this very address ({threat}; {feed} of {date}). Every visitor’s browser fetches what it sends.',
      },
    },
    links: {
      severity: 'high',
      title: 'A page links to an address that serves malware',
      why: 'A public list names this very address. Visitors who follow the link get what it sends, and search engines warn of pages that link there.',
      fix: 'Take the link out, and find out how it came in.',
      particular: {
        why: 'A public list names this very address ({threat}; {feed} of {date}). Visitors who follow the link get what it sends, and search engines warn of pages that link there.',
      },
    },
  },
  run({ listed }) {
    return verdictOf(
      listed.map(({ url, threat, reference, page, loads, feed }) =>
        fail(loads ? 'loads' : 'links', { url: page, parameter: url }, url, {
          values: { threat, feed: feed.name, date: feed.date.slice(0, 10) },
          ...(reference && { references: [reference] }),
        }),
      ),
    )
  },
})
