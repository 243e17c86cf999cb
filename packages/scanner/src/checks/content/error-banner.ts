import { defineCheck, fail, pass, skip } from '../../check.ts'

/** What servers write under their own error pages. */
const BANNERS: readonly RegExp[] = [
  /<address>(Apache\/[\d.]+[^<]{0,200})<\/address>/i,
  /<center>((?:nginx|openresty|tengine)\/[\d.]+[^<]{0,40})<\/center>/i,
  /<h3>(Apache Tomcat(?:\/| \(TomEE\)\/)?[\d.]+[^<]{0,40})<\/h3>/i,
  /<hr\/?>(?:<i><small>|<a href="[^"]{0,80}">)?Powered by (Jetty:\/\/ ?[\d.v]+[^<]{0,40})/i,
  /<h3>(JBoss ?Web\/[\d.]+[^<]{0,40})<\/h3>/i,
  /Version Information:<\/b>(?:&nbsp;|\s)*(Microsoft \.NET Framework Version:[\d.]+[^<]{0,100})/i,
  /(lighttpd\/[\d.]+)<\/|<p>(Caddy\/[\d.]+)/i,
  /<address>(WEBrick\/[\d.]+[^<]{0,100})/i,
  /(GlassFish Server[^<]{0,40}[\d.]+)<\/h3>/i,
]

export default defineCheck({
  id: 'content/error-banner',
  question: 'Do error pages keep the server’s version to themselves?',
  needs: ['not_found'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/497.html'],
  outcomes: {
    version: {
      severity: 'info',
      title: 'An error page tells the server’s version',
      why: 'It saves attackers the trouble of finding out which flaws fit.',
      fix: 'Switch the signature off, or serve an error page of your own.',
      settings: {
        apache: 'ServerSignature Off\nServerTokens Prod',
        nginx: 'server_tokens off;',
        iis: '<httpRuntime enableVersionHeader="false" /> and <customErrors mode="RemoteOnly" />',
      },
    },
  },
  run({ not_found }) {
    if (not_found.response.body === '') return skip('the answer for a missing address is empty')
    for (const banner of BANNERS) {
      const seen = banner.exec(not_found.response.body)
      if (seen)
        return fail(
          'version',
          not_found,
          seen.slice(1).find((group) => group !== undefined),
        )
    }
    return pass()
  },
})
