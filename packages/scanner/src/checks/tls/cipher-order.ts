import { defineCheck, fail, pass } from '../../check.ts'
import { suitesInUse } from '../../derive/accepted-suites.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { VERSIONS } from '../../net/handshake/versions.ts'

export default defineCheck({
  id: 'tls/cipher-order',
  question: 'Does the server choose the cipher?',
  needs: ['handshakes'],
  cwe: 757,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9325#section-4.2',
    'https://wiki.mozilla.org/Security/Server_Side_TLS',
  ],
  outcomes: {
    client: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server leaves the choice of a weak cipher to the client',
      why: 'It accepts weak ciphers beside strong ones, and takes what the client names first. Clients with a poor order get the weak one although both could do better.',
      fix: 'Leave the weak ciphers out, or have the server’s order decide.',
      settings: { nginx: 'ssl_prefer_server_ciphers on;', apache: 'SSLHonorCipherOrder on' },
    },
  },
  run({ handshakes }) {
    const suites = suitesInUse(handshakes)
    const careless = VERSIONS.filter((version) => {
      const own = suites.filter((suite) => suite.version === version)
      const weak = own.filter(({ traits }) => !traits.forward_secret || traits.mode !== 'AEAD')
      return handshakes.versions[version].order === 'client' && weak.length > 0 && weak.length < own.length
    })
    return careless.length > 0 ? fail('client', tlsUrl(handshakes), careless.join(', ')) : pass()
  },
})
