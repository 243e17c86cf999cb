import { defineCheck, fail, pass } from '../../check.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'transport/https',
  question: 'Is the site served over HTTPS?',
  needs: ['page', 'target'],
  cwe: 319,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94, 157],
  references: ['https://www.rfc-editor.org/rfc/rfc9110#section-4.2.2', 'https://https.cio.gov/everything/'],
  outcomes: {
    missing: {
      severity: 'high',
      cvss: vectors.interception,
      title: 'The site is served without encryption',
      why: 'Everyone on the way between visitor and site can read what is sent, passwords and sessions included, and can change every page and script.',
      fix: 'Get a certificate (free ones renew themselves), serve the site over HTTPS, and redirect plain HTTP to it.',
      settings: {
        nginx: 'listen 443 ssl; ssl_certificate /path/fullchain.pem; ssl_certificate_key /path/privkey.pem;',
        apache: 'SSLEngine on\nSSLCertificateFile /path/fullchain.pem\nSSLCertificateKeyFile /path/privkey.pem',
        iis: 'Site, Bindings, Add: https, port 443, the certificate',
        caddy: 'Name the site by its host, without http://: Caddy gets the certificate and redirects by itself.',
        cloudflare: 'SSL/TLS, Overview: Full (strict). SSL/TLS, Edge Certificates: Always Use HTTPS.',
      },
    },
  },
  run({ page, target }) {
    // An https address that leads to a plain page is a redirect's fault: transport/downgrade tells it.
    if (page.secure || target.scheme === 'https') return pass(page.url)
    return fail('missing', page.url)
  },
})
