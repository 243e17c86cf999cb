import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'

/** Two marks of each page that software shows until its owner puts something there. */
const PAGES: readonly [software: string, ...marks: RegExp[]][] = [
  ['nginx', /<title>Welcome to nginx!<\/title>/, /Thank you for using nginx/],
  ['Apache', /<title>Apache2 (?:Debian|Ubuntu) Default Page: It works<\/title>/, /It works!/],
  ['Apache', /^<html><body><h1>It works!<\/h1><\/body><\/html>\s*$/, /It works!/],
  [
    'Apache',
    /<title>(?:Test Page for the (?:Apache )?HTTP Server|HTTP Server Test Page)[^<]{0,80}<\/title>/i,
    /Apache|HTTP Server/,
  ],
  [
    'IIS',
    /<title>(?:IIS Windows(?: Server)?|Microsoft Internet Information Services \d|IIS7)<\/title>/,
    /iisstart|go\.microsoft\.com|IIS/,
  ],
  ['Tomcat', /<title>Apache Tomcat\/[\d.]{1,20}<\/title>/, /you've successfully installed Tomcat/],
  ['Caddy', /<title>Caddy works!<\/title>/, /Caddy/],
  ['OpenResty', /<title>Welcome to OpenResty!<\/title>/, /OpenResty/],
  ['LiteSpeed', /<title>(?:Congratulations \| OpenLiteSpeed|LiteSpeed[^<]{0,40})<\/title>/, /LiteSpeed/],
  ['JBoss', /<title>Welcome to (?:JBoss|WildFly)[^<]{0,40}<\/title>/, /(?:JBoss|WildFly)/],
  ['Jetty', /<title>(?:Welcome to Jetty-?\d*|Powered By Jetty)<\/title>/, /Jetty/],
  ['Laravel', /<title>Laravel<\/title>/, /laravel\.com\/docs[\s\S]{0,20000}?laracasts\.com/],
  ['Django', /<title>The install worked successfully! Congratulations!<\/title>/, /DEBUG=True|Django/],
  ['Rails', /<title>(?:Ruby on Rails[^<]{0,20}|Welcome Aboard)<\/title>/, /(?:Yay! You|Rails version:)/],
  ['XAMPP', /<title>Welcome to XAMPP<\/title>/, /XAMPP/],
  ['cPanel', /<title>Default Web(?:site| Site) Page<\/title>/i, /cPanel|SORRY!/],
  ['Plesk', /<title>(?:Domain Default page|Web Server's Default Page)<\/title>/i, /Plesk/i],
  ['Next.js', /<title>Create Next App<\/title>/, /_next\/static/],
]

const PROOFS: readonly Proof<'unconfigured'>[] = PAGES.map(([, ...marks]) => ({
  outcome: 'unconfigured',
  paths: /^\/$/,
  form: 'any',
  proof: marks,
}))

export default defineCheck({
  id: 'exposure/default-page',
  question: 'Has the server a page of its owner?',
  needs: ['found_files'],
  type: 'information',
  cwe: 1188,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/1188.html'],

  outcomes: {
    unconfigured: {
      severity: 'info',
      title: 'The server shows the page that it was installed with',
      why: 'Nobody has set this host up, or its pages were lost. It tells software and version, and whoever looks for forgotten servers finds it.',
      fix: 'Put a page of your own there, or refuse requests for hosts that have none.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
