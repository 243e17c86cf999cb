import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'

const PROOFS: readonly Proof<'open'>[] = [
  {
    outcome: 'open',
    paths: /\/wp-admin\/(?:install|setup-config)\.php/,
    form: 'html',
    proof: [
      /<title>WordPress &rsaquo; (?:Installation|Setup Configuration File)<\/title>/,
      /<form id="(?:setup|language-chooser)"|setup-config\.php\?step=/,
    ],
  },
  {
    outcome: 'open',
    paths: /\/installation\/index\.php/,
    form: 'html',
    proof: [/<title>Joomla[^<]{0,100}<\/title>/, /\bid="(?:installer-view|adminForm|languageForm)"/],
  },
  {
    outcome: 'open',
    paths: /\/install\.php$/,
    form: 'html',
    proof: [/<title>[^<]{1,100} \| Drupal<\/title>/, /\bid="install-[\w-]{1,60}"/],
  },
]

export default defineCheck({
  id: 'exposure/install-wizard',
  question: 'Is the installation of the application finished?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 306,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/306.html'],
  outcomes: {
    open: {
      severity: 'high',
      title: 'The installation of the application is open',
      why: 'Anyone may finish it: with a database of their own they become administrator and run code on the server.',
      fix: 'Finish the installation, or delete its files.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, exchange, seen }) => fail(outcome, exchange, seen)))
  },
})
