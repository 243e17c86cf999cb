import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './phishing-kit.ts'

const login = (title: string, form: string, head = '') => ({
  page: page({
    url: 'https://site.test/wp-content/ms/',
    body: `<!doctype html><html><head><title>${title}</title>${head}</head><body>${form}</body></html>`,
  }),
})
const FORM =
  '<form method="post" action="next.php"><input type="email" name="ai"><input type="password" name="pr"></form>'

testCheck(check, {
  fires: [
    {
      name: 'Microsoft, with its pictures and a kit’s file',
      evidence: login(
        'Sign in to your account',
        FORM,
        '<link rel="icon" href="https://aadcdn.msftauth.net/shared/1.0/content/images/favicon.ico">',
      ),
      outcome: 'kit',
    },
    {
      name: 'PayPal, copied, to another host',
      evidence: login(
        'Log in to your PayPal account',
        '<form method=post action="https://collect.example/p"><input type=password name=p></form>',
        '<!-- saved from url=(0030)https://www.paypal.com/signin -->',
      ),
      outcome: 'kit',
    },
    {
      name: 'a title alone',
      evidence: login('Login - Dropbox', '<form method=post action="/session"><input type=password name=p></form>'),
      outcome: 'resembles',
    },
  ],
  silent: [
    {
      name: 'the site’s own log-in',
      evidence: login(
        'Log in – Garden club',
        '<form method=post action="login.php"><input type=password name=p></form>',
      ),
      verdict: 'pass',
    },
    {
      name: 'Microsoft itself',
      evidence: {
        page: page({
          url: 'https://login.microsoftonline.com/',
          body: `<title>Sign in to your account</title>${FORM}`,
        }),
      },
      verdict: 'pass',
    },
    {
      name: 'a button for Google',
      evidence: login(
        'Sign in | Club',
        `${FORM}<a href="https://accounts.google.com/o/oauth2">Sign in with Google</a>`,
        '<img src="https://www.gstatic.com/g.png">',
      ),
      verdict: 'pass',
    },
    { name: 'a page that is called alike', evidence: login('Sign In', FORM), verdict: 'pass' },
    { name: 'no password', evidence: login('Sign in to your account', '<p>Continue with your phone'), verdict: 'skip' },
  ],
})
