import assert from 'node:assert/strict'
import { test } from 'node:test'
import { softwareEvidence } from '../../test/software.ts'

/**
 * What real installations sent on their start pages: Drupal 7.105 and Joomla 3.11.13 as their repositories have them, on PHP
 * 8.2 and MariaDB, each freshly set up by its own installer or SQL. Only what tells the software is kept of it.
 */
const DRUPAL = {
  headers: { 'X-Generator': 'Drupal 7 (http://drupal.org)', 'X-Powered-By': 'PHP/8.2.36' },
  body: `<head><meta name="Generator" content="Drupal 7 (http://drupal.org)" />
<script src="/misc/jquery.js?v=1.4.4"></script>
<script src="/misc/jquery.once.js?v=1.2"></script>
<script src="/misc/drupal.js?tp2jnl"></script>
<script src="/misc/form-single-submit.js?v=7.105"></script></head>
<script>jQuery.extend(Drupal.settings, {"basePath":"\\/"});</script>`,
}
const JOOMLA = {
  headers: { 'X-Powered-By': 'PHP/8.2.36' },
  body: `<head><meta name="generator" content="Joomla! - Open Source Content Management" />
<script type="application/json" class="joomla-script-options new">{"system.paths":{"root":"","base":""}}</script>
<script src="/media/jui/js/jquery.min.js?476245dae975404c7ce984efb1b89ba0"></script>
<script src="/media/system/js/caption.js?476245dae975404c7ce984efb1b89ba0"></script></head>`,
}
const told = (options: typeof DRUPAL | typeof JOOMLA, key: string) => {
  const { software, known } = softwareEvidence(options)
  const one = software.find((candidate) => candidate.key === key)!
  return { version: one.version, precision: one.precision, flaws: known.find((of) => of.key === key)?.flaws ?? [] }
}

test('Drupal 7 is told with its release, by its own scripts, and nothing that was mended before is claimed', () => {
  assert.deepEqual(told(DRUPAL, 'drupal'), { version: '7.105', precision: 'exact', flaws: [] })
})

test('where only the line is told, no flaw of its first release is claimed', () => {
  for (const line of ['7', '8', '9', '10', '11']) {
    const page = {
      ...DRUPAL,
      headers: { ...DRUPAL.headers, 'X-Generator': `Drupal ${line} (https://www.drupal.org)` },
      body: '',
    }
    const { version, precision, flaws } = told(page, 'drupal')
    assert.deepEqual({ version, precision, flaws }, { version: line, precision: 'range', flaws: [] })
  }
})

test('Joomla 3 is told without a version, which it does not send', () => {
  assert.deepEqual(told(JOOMLA, 'joomla'), { version: null, precision: null, flaws: [] })
})
