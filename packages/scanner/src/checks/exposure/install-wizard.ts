import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const WIZARD_PATHS = /\/(?:install(?:er|ation)?|setup|core)?\/?(?:install\.php|index\.php)?$/
/** Title, and the form of a step: a finished installation shows neither. */
const WIZARDS: readonly [product: string, ...proof: RegExp[]][] = [
  ['PrestaShop', /<title>PrestaShop Installation Assistant<\/title>/, /id="(?:mainForm|leftpannel)"/],
  ['Magento', /<title>(?:Magento (?:Installation|Setup)|Setup Tool)[^<]{0,60}<\/title>/, /setup\//i],
  ['MediaWiki', /<title>MediaWiki [\d.]{1,20} installation<\/title>/, /config-section|mw-config/],
  ['Nextcloud', /<input type="hidden" name="install" value="true">/, /name="adminlogin"/],
  ['TYPO3', /<title>Installing TYPO3 CMS<\/title>/, /t3js-body|typo3-installer/],
  [
    'phpBB',
    /<title>[^<]{0,60}Install(?:ation)?[^<]{0,60}phpBB|<title>phpBB[^<]{0,60}Install/i,
    /install\/app\.php|id="install_install"/,
  ],
  ['Moodle', /<title>Installation - Moodle[^<]{0,60}<\/title>/, /name="lang"/],
  [
    'Matomo',
    /<title>(?:Matomo|Piwik)[^<]{0,60}(?:Installation|Setup)<\/title>/,
    /id="installation|class="installation/,
  ],
  ['OpenCart', /<title>(?:License|Pre-Installation|Installation)[^<]{0,40}<\/title>/, /OpenCart/],
  ['osTicket', /<title>osTicket Installer<\/title>/, /id="install"|name="s"/],
  [
    'Gitea',
    /<title>Installation - [^<]{0,100}<\/title>/,
    /<form class="ui form" action="\/" method="post">[\s\S]{0,400}?db_type/,
  ],
  // any other: it calls itself an installation, and asks for the database to install into
  [
    'another application',
    /<title>[^<]{0,100}\b(?:install(?:er|ation)?|setup wizard|web installer)\b[^<]{0,100}<\/title>/i,
    /<input[^>]{0,300}\bname=["'](?:[\w-]{0,30}\[)?(?:db|database|mysql|sql)[_-]?(?:host|server|name|user|username|pass|password|prefix)?\]?["']/i,
  ],
]

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
  ...WIZARDS.map(([, ...proof]): Proof<'open'> => ({ outcome: 'open', paths: WIZARD_PATHS, form: 'html', proof })),
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
      cvss: vectors.control,
      title: 'The installation of the application is open',
      why: 'Anyone may finish it: with a database of their own they become administrator and run code on the server.',
      fix: 'Finish the installation, or delete its files.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
