import { defineCheck, fail, verdictOf } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'

const OUTCOMES = {
  version: 'version',
  extension: 'unknown',
  grease: 'unknown',
  groups: 'unknown',
  length: 'length',
} as const

export default defineCheck({
  id: 'tls/intolerance',
  question: 'Does the server pass over what it does not know in a hello?',
  needs: ['handshakes'],
  cwe: 573,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc8701',
    'https://www.rfc-editor.org/rfc/rfc5246#appendix-E.1',
    'https://www.rfc-editor.org/rfc/rfc7685',
  ],
  outcomes: {
    version: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server fails when a newer version of TLS is offered',
      why: 'It should answer with the newest that it knows. Browsers that offer the next version will not get through to it.',
      fix: 'Update the TLS library, or whatever stands before it.',
    },
    unknown: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server fails at extensions, suites or groups that it does not know',
      why: 'Browsers send reserved values so that servers learn to pass over them (GREASE). Some connections fail already, and the next extension will break the rest.',
      fix: 'Update the TLS library, or whatever stands before it.',
    },
    length: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server fails at long hellos',
      why: 'Hellos with post-quantum keys are longer than one packet. Browsers that send them do not get through, or lose time on a second try.',
      fix: 'Update the TLS library, or the firewall or load balancer before it.',
    },
  },
  run({ handshakes }) {
    const { intolerances } = handshakes
    const outcomes = new Set(intolerances.map((one) => OUTCOMES[one]))
    const seen = intolerances.join(', ')
    return verdictOf([...outcomes].map((outcome) => fail(outcome, tlsUrl(handshakes), seen)))
  },
})
