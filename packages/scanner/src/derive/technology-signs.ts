import type { Page } from '../evidence.ts'
import { headerValue, headerValues } from '../net/exchange.ts'

/** What a site runs on, as far as it decides which files may lie there; `service` is a host without ordinary pages. */
export type Technology =
  | 'php'
  | 'wordpress'
  | 'joomla'
  | 'drupal'
  | 'magento'
  | 'java'
  | 'dotnet'
  | 'python'
  | 'ruby'
  | 'node'
  | 'service'

type Part = 'headers' | 'cookies' | 'body'
/** Signs in the header fields `server` and `x-*`, in the names of cookies, and in the page. */
const SIGNS: readonly [Technology, Part, RegExp][] = [
  ['php', 'headers', /\bphp\b|laravel|symfony|plesk|craft cms/i],
  ['php', 'cookies', /^(?:PHPSESSID|laravel_session|ci_session|XSRF-TOKEN|PrestaShop|fe_typo_user)/i],
  ['php', 'body', /\.php(?:[?"'/]|$)|\/wp-(?:content|includes)\/|\/(?:typo3conf|sites\/default\/files)\//],
  ['wordpress', 'body', /\/wp-(?:content|includes)\/|<meta name="generator" content="WordPress/],
  ['wordpress', 'headers', /wp-json|wordpress|wp engine/i],
  ['joomla', 'body', /<meta name="generator" content="Joomla|\/media\/(?:jui|system\/js|vendor\/joomla)/],
  [
    'drupal',
    'body',
    /<meta name="generator" content="Drupal|data-drupal-|\/sites\/(?:default|all)\/(?:files|modules)\//i,
  ],
  ['drupal', 'headers', /drupal/i],
  ['magento', 'body', /\/static\/version\d+\/|Mage\.Cookies|data-mage-init|\/skin\/frontend\//],
  ['magento', 'headers', /magento/i],
  ['java', 'headers', /tomcat|jetty|wildfly|jboss|weblogic|websphere|glassfish|servlet|coyote|spring|undertow/i],
  ['java', 'cookies', /^JSESSIONID/i],
  ['java', 'body', /Whitelabel Error Page|\.jsp(?:[?"';]|$)|;jsessionid=|\.do["?]|javax\.faces/i],
  ['dotnet', 'headers', /asp\.net|microsoft-iis|kestrel/i],
  ['dotnet', 'cookies', /^(?:ASP\.NET_|\.AspNetCore|ASPSESSIONID|\.ASPX)/i],
  ['dotnet', 'body', /__VIEWSTATE|\.aspx?["?]|_blazor|blazor\.(?:server|web)\.js/],
  ['python', 'headers', /gunicorn|uvicorn|werkzeug|wsgiserver|python|tornado|hypercorn|daphne/i],
  ['python', 'cookies', /^(?:csrftoken|sessionid|django_language)$/i],
  ['python', 'body', /csrfmiddlewaretoken|\/static\/admin\/|__debug__/],
  ['ruby', 'headers', /passenger|puma|unicorn|webrick|thin \d|rack|x-runtime/i],
  ['ruby', 'cookies', /^_[a-z0-9_]{2,40}_session$/i],
  [
    'ruby',
    'body',
    /<meta name="csrf-param" content="authenticity_token"|data-turbolinks|\/assets\/application-[0-9a-f]{32,}/,
  ],
  ['node', 'headers', /express|next\.js|nuxt|koa|node\.js|hapi/i],
  ['node', 'cookies', /^(?:connect\.sid|koa\.sess|next-auth)/i],
  ['node', 'body', /\/_next\/static\/|\/_nuxt\/|__NEXT_DATA__|ghost\//],
]
const LANGUAGES: readonly Technology[] = ['php', 'java', 'dotnet', 'python', 'ruby', 'node']
/** Words in the title of a page that is itself the face of some inner service. */
const SERVICE_TITLE =
  /<title>[^<]{0,100}\b(?:grafana|prometheus|kibana|elastic|jenkins|consul|nomad|vault|airflow|jupyter|rabbitmq|hadoop|yarn|spark|flink|solr|jaeger|zipkin|alertmanager|netdata|traefik|supervisor|mailhog|redis|mongo|couchdb|influx\w*|selenium|portainer|kubernetes|docker|registry|index of)\b/i
const LEAST_PAGE = 300 // characters; what is shorter is a greeting, a status or an error

/**
 * What the start page tells of the software behind it. A site that shows no language may run on any, so all languages are
 * given then; a CMS shows itself in its pages.
 */
export function technologySigns({ headers, body, status }: Pick<Page, 'headers' | 'body' | 'status'>): Set<Technology> {
  const seen: Record<Part, string[]> = {
    headers: headers
      .filter(([name]) => /^(?:server|via|link|x-.*)$/i.test(name))
      .map(([name, value]) => `${name}: ${value}`),
    cookies: headerValues(headers, 'set-cookie').map((cookie) => cookie.split('=')[0]!.trim()),
    body: [body],
  }
  const found = new Set<Technology>()
  for (const [technology, part, pattern] of SIGNS)
    if (seen[part].some((text) => pattern.test(text))) found.add(technology)
  for (const cms of ['wordpress', 'joomla', 'drupal', 'magento'] as const) if (found.has(cms)) found.add('php')
  if (!LANGUAGES.some((language) => found.has(language))) for (const language of LANGUAGES) found.add(language)
  const isPage = /html/i.test(headerValue(headers, 'content-type') ?? '') && body.length >= LEAST_PAGE && status < 400
  if (!isPage || SERVICE_TITLE.test(body)) found.add('service')
  return found
}
