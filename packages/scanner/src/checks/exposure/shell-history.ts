import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const HISTORY = /\/\.(?:bash|zsh|mysql|psql)_history$/
/** As typed in a shell (zsh puts the time before it), or in the client of a database. */
const COMMAND =
  /^(?:: \d+:\d+;)?(?:sudo\s+)?(?:ls|ll|cd|pwd|exit|cat|vim?|nano|rm|cp|mv|mkdir|chmod|chown|apt(?:-get)?|yum|dnf|systemctl|service|git|docker|ssh|scp|rsync|mysql|psql|php|composer|npm|node|python3?|pip3?|tail|grep|ps|top|df|du|find|curl|wget|tar|unzip|history|clear|export|crontab|reboot)(?:\s+[-./~$"'\w]|\s*$)|^(?:select|insert|update|delete|create|alter|drop|grant|show|use|set)(?:\s|\\040)+[\w*`"'(].*;$|^\\[a-z+]{1,4}(?:\s|$)/i
const LEAST = 3 // commands, and most of the lines

const PROOFS: readonly Proof<'credentials' | 'commands'>[] = [
  { outcome: 'credentials', paths: HISTORY, proof: (body) => (isHistory(body) ? quoteCredentials(body) : null) },
  {
    outcome: 'commands',
    paths: HISTORY,
    proof: (body) =>
      isHistory(body)
        ? body
            .split('\n')
            .find((line) => COMMAND.test(line))!
            .slice(0, 60)
        : null,
  },
]

export default defineCheck({
  id: 'exposure/shell-history',
  question: 'Is the history of commands kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 552,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/552.html'],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Passwords typed on the server can be downloaded',
      why: 'The history of commands holds passwords or keys that somebody typed in the open.',
      fix: 'Change the secrets, delete the file, and do not serve a home folder.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
      },
    },
    commands: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'Commands typed on the server can be downloaded',
      why: 'The history shows what was installed and edited, names of other machines, and at times passwords.',
      fix: 'Delete the file, and do not serve a home folder.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

function isHistory(body: string): boolean {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^(?:#\d+|_HiStOrY_V2_)$/.test(line))
  const commands = lines.filter((line) => COMMAND.test(line)).length
  return commands >= LEAST && commands * 2 >= lines.length
}
