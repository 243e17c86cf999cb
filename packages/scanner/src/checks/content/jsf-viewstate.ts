import { gunzipSync } from 'node:zlib'
import { defineCheck, fail, pass, skip } from '../../check.ts'
import { vectors } from '../../vectors.ts'

const JAVA = Buffer.from('aced0005', 'hex') // Java Object Serialization, section 6.4.2
const GZIP = Buffer.from('1f8b', 'hex')
const MOST = 1_000_000 // bytes, unpacked

export default defineCheck({
  id: 'content/jsf-viewstate',
  question: 'Is the state of Java Server Faces kept from the visitor’s hands?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 502,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  capec: [586],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html'],
  distinct: ['path'],
  outcomes: {
    plain: {
      severity: 'high',
      cvss: vectors.control,
      title: 'The state of a Faces page is a plain Java object',
      why: 'It is neither encrypted nor signed. The server unpacks what visitors send back, so a crafted object can run code on it.',
      fix: 'Keep the state on the server (jakarta.faces.STATE_SAVING_METHOD=server), or update Mojarra or MyFaces to a version that encrypts it, with a secret of your own.',
    },
  },
  run({ page, html }) {
    const value = html.inputs.find(
      ({ name }) => name === 'javax.faces.ViewState' || name === 'jakarta.faces.ViewState',
    )?.value
    if (!value) return skip('the page has no state of Faces')
    // ids of a state that stays on the server: two numbers, or a random text
    const bytes = Buffer.from(value, 'base64')
    return holdsObject(bytes) ? fail('plain', page.url, value.slice(0, 60)) : pass(value.slice(0, 60))
  },
})

function holdsObject(bytes: Buffer): boolean {
  if (bytes.subarray(0, JAVA.length).equals(JAVA)) return true
  if (!bytes.subarray(0, GZIP.length).equals(GZIP)) return false
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST }).subarray(0, JAVA.length).equals(JAVA)
  } catch {
    return false
  }
}
