import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { jsonMembers, type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const SETTINGS = /\/appsettings(?:\.\w+)?\.json$/

const PROOFS: readonly Proof<'credentials' | 'settings'>[] = [
  { outcome: 'credentials', paths: SETTINGS, proof: (body) => (isSettings(body) ? quoteCredentials(body) : null) },
  {
    outcome: 'settings',
    paths: SETTINGS,
    proof: (body) => (isSettings(body) ? Object.keys(jsonMembers(body)!).join(' ') : null),
  },
]

export default defineCheck({
  id: 'exposure/appsettings',
  question: 'Are the settings of ASP.NET Core kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/538.html',
    'https://learn.microsoft.com/aspnet/core/fundamentals/configuration/',
  ],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Secrets in appsettings.json can be downloaded',
      why: 'The file holds connection strings with passwords or keys of other services.',
      fix: 'Change every secret in the file, and keep it out of the folder that is served.',
    },
    settings: {
      severity: 'low',
      cvss: vectors.details,
      title: 'appsettings.json can be downloaded',
      why: 'The file shows how the application is set up, and whatever secret is added to it tomorrow. A Blazor application in the browser serves its own on purpose, without secrets.',
      fix: 'Keep the file out of the folder that is served, unless it belongs to a Blazor application.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** Members that only the settings of ASP.NET Core have. */
function isSettings(body: string): boolean {
  const members = jsonMembers(body)
  return (
    members !== null &&
    ['ConnectionStrings', 'Logging', 'AllowedHosts', 'Serilog', 'Kestrel'].some((name) => name in members)
  )
}
