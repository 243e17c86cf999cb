import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { answered } from '../../derive/cms_software.ts'

/** The form with which strangers register, by CMS; where they may not, there is another page, or none. */
const FORMS: Readonly<Record<string, RegExp>> = {
  wordpress: /<form[^>]{1,200}\bid="registerform"/,
  joomla: /<form[^>]{1,300}\bid="member-registration"/,
  drupal: /<form[^>]{1,300}\b(?:id|class)="user-register(?:-form)?\b/,
}

export default defineCheck({
  id: 'software/cms-registration',
  question: 'Do only those have an account in the content management who should?',
  needs: ['cms_probes'],
  type: 'information',
  cwe: 284,
  owasp_2021: ['A01:2021'],
  owasp_2025: ['A01:2025'],
  references: ['https://wordpress.org/documentation/article/settings-general-screen/'],
  outcomes: {
    open: {
      severity: 'info',
      title: 'Strangers can register in the content management',
      why: 'Many flaws of plugins need nothing but an account of the lowest rank, which anyone can make here.',
      fix: 'Switch registration off where the site does not live by it, and give new accounts the lowest rank.',
      settings: { wordpress: 'Settings, General: untick "Anyone can register".' },
    },
  },
  run({ cms_probes }) {
    if (cms_probes.seen.length === 0) return skip('no content management was recognised')
    const fails = answered(cms_probes).flatMap(({ cms, kind, exchange }): Fail<'open'>[] => {
      const seen = kind === 'registration' ? FORMS[cms]?.exec(exchange.response.body) : null
      return seen ? [fail('open', exchange, seen[0])] : []
    })
    return verdictOf(fails)
  },
})
