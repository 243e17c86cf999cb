import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const SFTP = /\/(?:(?:\.vscode\/sftp|sftp-config|\.remote-sync)\.json|\.ftpconfig)$/

const PROOFS: readonly Proof<'credentials' | 'server' | 'workspace'>[] = [
  { outcome: 'credentials', paths: SFTP, proof: (body) => (isSftp(body) ? quoteCredentials(body) : null) },
  { outcome: 'server', paths: SFTP, proof: (body) => (isSftp(body) ? '"host"' : null) },
  {
    outcome: 'workspace',
    paths: /\/\.idea\/workspace\.xml$/,
    proof: /<project version="\d+">[\s\S]{0,2000}?<component name="/,
  },
  { outcome: 'workspace', paths: /\/\.idea\/modules\.xml$/, proof: [/<module fileurl="/, /<project version="\d+">/] },
  {
    outcome: 'server',
    paths: /\/\.idea\/(?:WebServers|deployment)\.xml$/,
    proof: [/<(?:webServer|paths name=|fileTransfer|component name="PublishConfigData")/, /<(?:application|project)\b/],
  },
  {
    outcome: 'credentials',
    paths: /\/(?:FileZilla|sitemanager)\.xml$/,
    proof: [/<Pass(?: encoding="base64")?>(?=[^<]{4,})/, /<FileZilla3?\b/, /<Host>[^<]+<\/Host>/],
  },
  {
    outcome: 'workspace',
    paths: /\/\.vscode\/settings\.json$/,
    proof:
      /^\s*\{[\s\S]{0,4000}?"(?:editor|files|workbench|search|python|php|eslint|typescript|git|terminal)\.[\w.]{2,60}"\s*:/,
  },
]

export default defineCheck({
  id: 'exposure/editor-config',
  question: 'Are the settings of developers’ editors kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'The password with which the site is uploaded can be downloaded',
      why: 'An editor’s settings for uploading hold address, user and password. Whoever reads them replaces the site.',
      fix: 'Change the password, delete the file from the server, and leave it out of uploads.',
    },
    server: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The address to which the site is uploaded can be read',
      why: 'An editor’s settings for uploading name the server, the user and the path.',
      fix: 'Delete the file from the server, and leave it out of uploads.',
    },
    workspace: {
      severity: 'low',
      title: 'The workspace of a JetBrains editor can be downloaded',
      why: 'The file lists files, paths and servers known to a developer.',
      fix: 'Delete the folder .idea from the server, and leave it out of uploads.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** The files may have comments and commas that JSON does not allow. */
function isSftp(body: string): boolean {
  return (
    /^\s*[[{]/.test(body) &&
    /"(?:host|hostname)"\s*:\s*"[^"]/.test(body) &&
    /"(?:remote_?path|remote|target)"\s*:/i.test(body)
  )
}
