import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './web-shell-path.ts'

const html = (body: string) => ({ type: 'text/html', body })

testCheck(check, {
  fires: [
    {
      name: 'WSO',
      evidence: exposures({ '/wso.php': html('<title>site.test - WSO 4.2</title><form method=post name=mf>') }),
      outcome: 'found',
    },
    {
      name: 'p0wny',
      evidence: exposures({ '/shell.php': html('<!doctype html><title>p0wny@shell:~#</title>') }),
      outcome: 'found',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an upload page of the site',
      evidence: exposures({
        '/upload.php': html(
          '<title>Send us a photo</title><form enctype="multipart/form-data"><input type=file name=f></form>',
        ),
      }),
      verdict: 'pass',
    },
    { name: 'one page for everything', evidence: everywhere(['/shell.php', '/cmd.php'], SPA), verdict: 'pass' },
  ],
})
