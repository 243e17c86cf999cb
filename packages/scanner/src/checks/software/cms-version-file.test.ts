import { testCheck } from '../../../test/check-table.ts'
import { cms } from '../../../test/cms.ts'
import check from './cms-version-file.ts'

const version = (name: string, path: string, body: string) => cms(name, { kind: 'version', path, body })

testCheck(check, {
  fires: [
    {
      name: 'the readme of an old WordPress',
      evidence: version('wordpress', 'readme.html', '<h1>WordPress</h1><br /> Version 4.9.8'),
      outcome: 'told',
    },
    {
      name: 'the feed',
      evidence: version('wordpress', 'feed/', '<rss><generator>https://wordpress.org/?v=6.1.1</generator>'),
      outcome: 'told',
    },
    {
      name: 'the log-in page’s style sheets',
      evidence: version(
        'wordpress',
        'wp-login.php',
        "<link href='https://site.test/wp-admin/css/login.min.css?ver=6.1.1'>",
      ),
      outcome: 'told',
    },
    {
      name: 'Joomla’s manifest',
      evidence: version('joomla', 'administrator/manifests/files/joomla.xml', '<extension><version>4.2.7</version>'),
      outcome: 'told',
      seen: '<version>4.2.7</version>',
    },
    {
      name: 'Drupal’s change log',
      evidence: version('drupal', 'CHANGELOG.txt', '\nDrupal 7.59, 2018-04-25\n----'),
      outcome: 'told',
    },
    {
      name: 'TYPO3’s composer.json',
      evidence: version('typo3', 'typo3/sysext/install/composer.json', '{"require": {"typo3/cms-core": "12.4.8"}}'),
      outcome: 'told',
    },
  ],
  silent: [
    {
      name: 'refused',
      evidence: cms('wordpress', { kind: 'version', path: 'readme.html', status: 403, body: 'Version 4.9.8' }),
      verdict: 'pass',
    },
    {
      name: 'a readme of today, which tells none',
      evidence: version('wordpress', 'readme.html', '<h1>WordPress</h1><p>Semantic Personal Publishing Platform</p>'),
      verdict: 'pass',
    },
    {
      name: 'what answers everything alike',
      evidence: cms('drupal', {
        kind: 'version',
        path: 'CHANGELOG.txt',
        status: 200,
        body: '<title>Not found</title>',
      }),
      verdict: 'pass',
    },
    {
      name: 'a feed of other software',
      evidence: version('wordpress', 'feed/', '<generator>Hugo 0.1.2</generator>'),
      verdict: 'pass',
    },
    {
      name: 'a composer.json with a range',
      evidence: version('typo3', 'typo3/sysext/install/composer.json', '{"require": {"typo3/cms-core": "^12.4"}}'),
      verdict: 'pass',
    },
    {
      name: 'a change log of the site itself',
      evidence: version('drupal', 'CHANGELOG.txt', 'Version 7.59: new footer'),
      verdict: 'pass',
    },
  ],
})
