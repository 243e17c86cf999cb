import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PHPMYADMIN_INSIDE = /<title>[^<]{1,200}\| phpMyAdmin [\d.]+[^<]{0,40}<\/title>/

const PROOFS: readonly Proof<'open' | 'login'>[] = [
  {
    outcome: 'open',
    paths: /\/(?:phpmyadmin|pma)\//i,
    form: 'html',
    proof: (body) => (/\bpma_username\b/.test(body) ? null : (PHPMYADMIN_INSIDE.exec(body)?.[0] ?? null)),
  },
  {
    outcome: 'login',
    paths: /\/(?:phpmyadmin|pma)\//i,
    form: 'html',
    proof: [/<title>\s*phpMyAdmin\s*<\/title>/, /name="pma_username"/],
  },
  {
    outcome: 'open',
    paths: /\/adminer(?:\.php|\/)$/,
    form: 'html',
    proof: [/<title>(?!Login)[^<]{0,200}? - Adminer<\/title>/, /\bid=["']?(?:menu|dbs)\b/],
  },
  {
    outcome: 'login',
    paths: /\/adminer(?:\.php|\/)$/,
    form: 'html',
    proof: /<title>Login - (?:[^<]{1,100} - )?Adminer<\/title>/,
  },
  {
    outcome: 'login',
    paths: /\/phppgadmin\/$/i,
    form: 'html',
    proof: [/<title>phpPgAdmin<\/title>/, /intro\.php|browser\.php/],
  },
  {
    outcome: 'open',
    paths: /\/phpliteadmin\.php$/,
    form: 'html',
    proof: [/<title>[^<]{0,100}phpLiteAdmin<\/title>/, /action=table_create|Change Database/],
  },
  {
    outcome: 'login',
    paths: /\/phpliteadmin\.php$/,
    form: 'html',
    proof: [/<title>phpLiteAdmin<\/title>/, /type=['"]password['"]/],
  },
]

export default defineCheck({
  id: 'exposure/database-console',
  question: 'Are consoles for the database kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 306,
  owasp_2021: ['A05:2021', 'A07:2021'],
  owasp_2025: ['A02:2025', 'A07:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/306.html'],
  outcomes: {
    open: {
      severity: 'critical',
      cvss: vectors.control,
      title: 'A console for the database is open',
      why: 'No log-in is asked for: anyone reads and changes all data.',
      fix: 'Take the console away from the internet at once, set a password for the database, and have users change theirs.',
    },
    login: {
      severity: 'info',
      title: 'A log-in page to the database is public',
      why: 'Passwords can be tried from everywhere, and flaws in the console can be used.',
      fix: 'Allow the console from the network of administrators only.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
