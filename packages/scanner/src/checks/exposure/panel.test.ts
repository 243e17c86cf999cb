import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './panel.ts'

const html = (body: string) => ({ type: 'text/html', body: `<!doctype html><html><head>${body}</html>` })
const WORDPRESS = html('<title>Log In</title><form name="loginform" id="loginform"><input name="log"></form>')
const GRAFANA = html('<title>Grafana</title><script>window.grafanaBootData = {}</script>')

testCheck(check, {
  fires: [
    { name: 'WordPress', evidence: exposures({ '/wp-login.php': WORDPRESS }), outcome: 'login', seen: 'WordPress' },
    { name: 'a panel at two places', evidence: exposures({ '/login': GRAFANA, '/': GRAFANA }), outcome: 'login' },
    {
      name: 'two panels',
      evidence: exposures({ '/admin/': html('<title>Strapi Admin</title>'), '/wp-login.php': WORDPRESS }),
      outcome: ['login', 'login'],
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/login', '/admin/'], SPA), verdict: 'pass' },
    {
      name: 'a log-in of the site’s own',
      evidence: exposures({ '/login': html('<form><input type="password" name="password"></form>') }),
      verdict: 'pass',
    },
    {
      name: 'an article about Grafana',
      evidence: exposures({ '/login': html('<title>Grafana</title><p>How to log in</p>') }),
      verdict: 'pass',
    },
    { name: 'forbidden', evidence: exposures({ '/wp-login.php': { ...WORDPRESS, status: 403 } }), verdict: 'pass' },
  ],
})
