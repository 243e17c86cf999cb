import { defineCheck, fail, pass, skip } from '../../check.ts'
import { parseProducts } from '../../derive/products.ts'
import { headerValue } from '../../net/exchange.ts'

/** Servers whose own manuals forbid them in production: Flask, Django, Rails' old one, Python's http.server. */
const DEVELOPMENT = new Set(['werkzeug', 'wsgiserver', 'webrick', 'simplehttp', 'basehttp'])

export default defineCheck({
  id: 'headers/development-server',
  question: 'Is the site served by a server made for the public?',
  needs: ['page'],
  cwe: 489,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://flask.palletsprojects.com/en/stable/deploying/',
    'https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver',
    'https://docs.python.org/3/library/http.server.html',
  ],
  outcomes: {
    development: {
      severity: 'low',
      title: 'The site is served by a development server',
      why: 'Its makers warn against using it in public: it is not hardened, is easily overloaded, and often comes with a debugger that runs code.',
      fix: 'Put a production server in its place, such as gunicorn, uvicorn or puma behind nginx or Caddy.',
      settings: {
        django: 'gunicorn project.wsgi',
        rails: 'bundle exec puma -e production',
        nginx: 'location / { proxy_pass http://127.0.0.1:8000; }',
      },
    },
  },
  run({ page }) {
    const raw = headerValue(page.headers, 'server')
    if (raw === undefined) return skip('no Server header is sent')
    const found = parseProducts(raw).some(({ name }) => DEVELOPMENT.has(name.toLowerCase()))
    return found ? fail('development', page.url, raw) : pass(raw)
  },
})
