import { defineCheck, fail, skip, verdictOf } from '../../check.ts'

export default defineCheck({
  id: 'content/sri-broken',
  question: 'Can browsers check the hashes that the page gives?',
  needs: ['page', 'html'],
  cwe: 353,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  capec: [184],
  references: ['https://www.w3.org/TR/SRI/'],
  outcomes: {
    unknown_digest: {
      severity: 'low',
      title: 'An integrity attribute holds nothing that browsers know',
      why: 'Browsers ignore the attribute, so that a changed file runs although the page seems to pin it.',
      fix: 'Write sha256-, sha384- or sha512- and the Base64 of the hash.',
    },
    no_cors: {
      severity: 'info',
      title: 'A pinned file of another origin lacks crossorigin',
      why: 'Browsers cannot read a file of another origin without CORS, so they refuse to use it at all.',
      fix: 'Add crossorigin="anonymous".',
    },
  },
  run({ page, html }) {
    const pinned = [...html.scripts, ...html.links].filter(({ integrity, url }) => integrity?.trim() && url)
    if (pinned.length === 0) return skip('the page pins no file')
    return verdictOf([
      ...pinned
        .filter(({ integrity }) => !integrity!.trim().split(/\s+/).some(isDigest))
        .map(({ integrity }) => fail('unknown_digest', page.url, integrity!)),
      ...pinned
        .filter(({ url, crossorigin }) => crossorigin === null && isOtherOrigin(url!, page.origin))
        .map(({ url }) => fail('no_cors', page.url, url!)),
    ])
  },
})

const LENGTH = { sha256: 32, sha384: 48, sha512: 64 } // bytes

/** SRI section 3.5; what follows "?" are options. */
function isDigest(token: string): boolean {
  const match = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(?:\?.*)?$/.exec(token)
  return match !== null && Buffer.from(match[2]!, 'base64').length === LENGTH[match[1] as keyof typeof LENGTH]
}

function isOtherOrigin(url: string, origin: string): boolean {
  const parsed = new URL(url)
  return /^https?:$/.test(parsed.protocol) && parsed.origin !== origin
}
