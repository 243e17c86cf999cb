import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { placeOf, stored } from '../../derive/cookies.ts'
import { serializedKind } from '../../derive/serialized.ts'

export default defineCheck({
  id: 'cookies/serialized-object',
  question: 'Are cookies free of serialised objects?',
  needs: ['cookies'],
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
      title: 'A cookie holds a serialised object',
      why: 'The visitor can change it. If the server unpacks it without a signature, crafted objects can run code there.',
      fix: 'Keep the data on the server, or send plain JSON with a signature.',
    },
  },
  run({ cookies }) {
    const kept = stored(cookies)
    if (kept.length === 0) return skip('the page sets no cookie')
    return verdictOf(
      kept.filter(({ value }) => serializedKind(value) !== null).map((one) => fail('found', placeOf(one), one.raw)),
    )
  },
})
