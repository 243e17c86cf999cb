import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './magento-config.ts'

testCheck(check, {
  fires: [
    {
      name: 'version 1',
      evidence: exposures({
        '/app/etc/local.xml':
          '<?xml version="1.0"?>\n<config><global><crypt><key><![CDATA[2f9a8b7c6d5e4f3a]]></key></crypt></global></config>',
      }),
      outcome: 'credentials',
      seen: '<key><![CDATA[',
    },
    {
      name: 'version 2',
      evidence: exposures({ '/app/etc/env.php.bak': "<?php\nreturn ['crypt' => ['key' => 'x'], 'db' => []];" }),
      outcome: 'credentials',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/app/etc/local.xml'], SPA), verdict: 'pass' },
    {
      name: 'another XML file',
      evidence: exposures({ '/app/etc/local.xml': '<config><global/></config>' }),
      verdict: 'pass',
    },
  ],
})
