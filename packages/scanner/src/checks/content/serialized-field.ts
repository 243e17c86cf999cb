import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { serializedKind } from '../../derive/serialized.ts'

export default defineCheck({
  id: 'content/serialized-field',
  question: 'Are form fields and links free of serialised objects?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 502,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  capec: [586],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html'],
  distinct: ['parameter'],
  outcomes: {
    found: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'A form or link carries a serialised object',
      why: 'The visitor can change it. If the server unpacks it without a signature, crafted objects can run code there.',
      fix: 'Keep the data on the server, or send plain JSON with a signature.',
    },
  },
  run({ page, html }) {
    const own = new URL(page.url).hostname
    const parameters = html.anchors
      .flatMap(({ url }) => (url ? (URL.parse(url) ?? []) : []))
      .filter(({ hostname }) => hostname === own)
      .flatMap(({ searchParams }) => [...searchParams])
    const fields = html.inputs.map(({ name, value }) => [name ?? '', value ?? ''] as const)
    const values = [...fields, ...parameters].filter(([, value]) => value !== '')
    if (values.length === 0) return skip('the page sends nothing back')
    return verdictOf(
      values
        .filter(([, value]) => serializedKind(value) !== null)
        .map(([name, value]) => fail('found', { url: page.url, parameter: name }, value.slice(0, 200))),
    )
  },
})
