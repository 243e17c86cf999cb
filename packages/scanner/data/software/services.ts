import type { Technology } from './technology.ts'

type Signs = Partial<Technology>
const cdn = (key: string, name: string, site: string, signs: Signs): Technology => ({
  key,
  name,
  category: 'cdn',
  site,
  ...signs,
})
const waf = (key: string, name: string, site: string, signs: Signs): Technology => ({
  key,
  name,
  category: 'waf',
  site,
  ...signs,
})
const host = (key: string, name: string, site: string, signs: Signs): Technology => ({
  key,
  name,
  category: 'hosting',
  site,
  ...signs,
})
const analytics = (key: string, name: string, site: string, ...scripts: RegExp[]): Technology => ({
  key,
  name,
  category: 'analytics',
  site,
  scripts,
})

/** Networks, walls, hosts and trackers: they have no version, but tell who is between the visitor and the site. */
export const SERVICES: readonly Technology[] = [
  cdn('cloudflare', 'Cloudflare', 'https://www.cloudflare.com/', {
    headers: { server: /^cloudflare$/i, 'cf-ray': true },
    cookies: [/^__cf_bm$/, /^cf_clearance$/, /^__cfduid$/],
  }),
  cdn('cloudfront', 'Amazon CloudFront', 'https://aws.amazon.com/cloudfront/', {
    headers: { via: /\(CloudFront\)/, 'x-amz-cf-id': true },
  }),
  cdn('fastly', 'Fastly', 'https://www.fastly.com/', {
    headers: { 'x-fastly-request-id': true, 'x-served-by': /^cache-[a-z]{3,}[\w-]*\d/ },
  }),
  cdn('akamai', 'Akamai', 'https://www.akamai.com/', {
    headers: { server: /^AkamaiGHost/, 'x-akamai-transformed': true, 'akamai-grn': true },
    cookies: [/^ak_bmsc$/, /^bm_sz$/],
  }),
  cdn('bunny', 'bunny.net', 'https://bunny.net/', { headers: { server: /^BunnyCDN/, 'cdn-pullzone': true } }),
  cdn('keycdn', 'KeyCDN', 'https://www.keycdn.com/', { headers: { server: /^keycdn-engine/ } }),
  cdn('azure-front-door', 'Azure Front Door', 'https://azure.microsoft.com/products/frontdoor', {
    headers: { 'x-azure-ref': true },
  }),
  cdn('google-frontend', 'Google Cloud CDN', 'https://cloud.google.com/cdn', {
    headers: { via: /^1\.1 google$/, server: /^Google Frontend$/ },
  }),
  cdn('gcore', 'Gcore', 'https://gcore.com/', { headers: { 'x-id-fe': true } }),
  cdn('cdn77', 'CDN77', 'https://www.cdn77.com/', { headers: { server: /^CDN77/ } }),
  cdn('alibaba-cdn', 'Alibaba Cloud CDN', 'https://www.alibabacloud.com/product/content-delivery-network', {
    headers: { server: /^Tengine$/, eagleid: true },
  }),
  cdn('jsdelivr', 'jsDelivr', 'https://www.jsdelivr.com/', { scripts: [/\/\/cdn\.jsdelivr\.net\//] }),
  cdn('unpkg', 'UNPKG', 'https://unpkg.com/', { scripts: [/\/\/unpkg\.com\//] }),
  cdn('cdnjs', 'cdnjs', 'https://cdnjs.com/', { scripts: [/\/\/cdnjs\.cloudflare\.com\//] }),
  cdn('google-hosted', 'Google Hosted Libraries', 'https://developers.google.com/speed/libraries', {
    scripts: [/\/\/ajax\.googleapis\.com\/ajax\/libs\//],
  }),
  waf('sucuri', 'Sucuri', 'https://sucuri.net/', { headers: { server: /^Sucuri/, 'x-sucuri-id': true } }),
  waf('imperva', 'Imperva', 'https://www.imperva.com/', {
    headers: { 'x-iinfo': true, 'x-cdn': /^(?:Incapsula|Imperva)$/ },
    cookies: [/^incap_ses_/, /^visid_incap_/],
  }),
  waf('aws-waf', 'AWS WAF', 'https://aws.amazon.com/waf/', {
    headers: { 'x-amzn-waf-action': true },
    cookies: [/^aws-waf-token$/],
  }),
  waf('f5-bigip', 'F5 BIG-IP', 'https://www.f5.com/', {
    headers: { server: /^BIG-?IP$/i },
    cookies: [/^BIGipServer/, /^TS[0-9a-f]{8,}$/],
  }),
  waf('citrix-netscaler', 'NetScaler', 'https://www.netscaler.com/', {
    headers: { via: /NS-CACHE/, cneonction: true },
    cookies: [/^NSC_/, /^citrix_ns_id/],
  }),
  waf('barracuda', 'Barracuda WAF', 'https://www.barracuda.com/', { cookies: [/^barra_counter_session$/] }),
  waf('fortiweb', 'FortiWeb', 'https://www.fortinet.com/', { cookies: [/^FORTIWAFSID$/, /^cookiesession1$/] }),
  waf('wordfence', 'Wordfence', 'https://www.wordfence.com/', { cookies: [/^wfvt_/, /^wfwaf-authcookie/] }),
  waf('datadome', 'DataDome', 'https://datadome.co/', { headers: { 'x-datadome': true }, cookies: [/^datadome$/] }),
  waf('perimeterx', 'HUMAN', 'https://www.humansecurity.com/', { cookies: [/^_px(?:hd|3|vid)$/] }),
  host('vercel', 'Vercel', 'https://vercel.com/', { headers: { server: /^Vercel$/i, 'x-vercel-id': true } }),
  host('netlify', 'Netlify', 'https://www.netlify.com/', { headers: { server: /^Netlify/i, 'x-nf-request-id': true } }),
  host('heroku', 'Heroku', 'https://www.heroku.com/', {
    headers: { via: /\bvegur\b|heroku-router/, 'heroku-request-id': true },
  }),
  host('render', 'Render', 'https://render.com/', { headers: { 'rndr-id': true, 'x-render-origin-server': true } }),
  host('fly', 'Fly.io', 'https://fly.io/', { headers: { server: /^Fly\//, 'fly-request-id': true } }),
  host('railway', 'Railway', 'https://railway.com/', { headers: { server: /^railway/i } }),
  host('github-pages', 'GitHub Pages', 'https://pages.github.com/', {
    headers: { server: /^GitHub\.com$/, 'x-github-request-id': true },
  }),
  host('gitlab-pages', 'GitLab Pages', 'https://docs.gitlab.com/user/project/pages/', {
    headers: { 'gitlab-lb': true },
  }),
  host('aws-s3', 'Amazon S3', 'https://aws.amazon.com/s3/', {
    headers: { server: /^AmazonS3$/, 'x-amz-bucket-region': true },
  }),
  host('aws-elb', 'AWS Elastic Load Balancing', 'https://aws.amazon.com/elasticloadbalancing/', {
    headers: { server: /^awselb\/(\d[\d.]*)/ },
    cookies: [/^AWSALB(?:CORS|TG)?$/, /^AWSELB$/],
  }),
  host('aws-api-gateway', 'Amazon API Gateway', 'https://aws.amazon.com/api-gateway/', {
    headers: { 'x-amz-apigw-id': true },
  }),
  host('azure-app-service', 'Azure App Service', 'https://azure.microsoft.com/products/app-service', {
    cookies: [/^ARRAffinity(?:SameSite)?$/],
  }),
  host('google-cloud-storage', 'Google Cloud Storage', 'https://cloud.google.com/storage', {
    headers: { 'x-goog-storage-class': true, server: /^UploadServer$/ },
  }),
  host('firebase-hosting', 'Firebase Hosting', 'https://firebase.google.com/products/hosting', {
    scripts: [/\/__\/firebase\/(\d+\.\d+\.\d+)\//],
  }),
  host('wp-engine', 'WP Engine', 'https://wpengine.com/', {
    headers: { 'x-powered-by': /^WP Engine$/, 'wpe-backend': true },
  }),
  host('kinsta', 'Kinsta', 'https://kinsta.com/', { headers: { 'x-kinsta-cache': true } }),
  host('pantheon', 'Pantheon', 'https://pantheon.io/', { headers: { 'x-pantheon-styx-hostname': true } }),
  host('acquia', 'Acquia', 'https://www.acquia.com/', { headers: { 'x-ah-environment': true } }),
  host('wordpress-com', 'WordPress.com', 'https://wordpress.com/', {
    headers: { 'x-hacker': /wordpress|automattic/i, 'host-header': /^WordPress\.com$/ },
  }),
  analytics(
    'google-analytics',
    'Google Analytics',
    'https://marketingplatform.google.com/about/analytics/',
    /\/\/www\.google-analytics\.com\/(?:analytics|ga)\.js/,
    /\/\/www\.googletagmanager\.com\/gtag\/js/,
  ),
  analytics(
    'google-tag-manager',
    'Google Tag Manager',
    'https://tagmanager.google.com/',
    /\/\/www\.googletagmanager\.com\/gtm\.js/,
  ),
  analytics(
    'facebook-pixel',
    'Meta Pixel',
    'https://www.facebook.com/business/tools/meta-pixel',
    /\/\/connect\.facebook\.net\/[^/]+\/fbevents\.js/,
  ),
  analytics('hotjar', 'Hotjar', 'https://www.hotjar.com/', /\/\/static\.hotjar\.com\//),
  analytics('segment', 'Segment', 'https://segment.com/', /\/\/cdn\.segment\.com\/analytics\.js/),
  analytics('mixpanel', 'Mixpanel', 'https://mixpanel.com/', /\/\/cdn\.mxpnl\.com\//),
  analytics('amplitude', 'Amplitude', 'https://amplitude.com/', /\/\/cdn\.amplitude\.com\//),
  analytics('plausible', 'Plausible', 'https://plausible.io/', /\/\/plausible\.io\/js\//),
  analytics('clarity', 'Microsoft Clarity', 'https://clarity.microsoft.com/', /\/\/www\.clarity\.ms\/tag\//),
  analytics(
    'cloudflare-insights',
    'Cloudflare Web Analytics',
    'https://www.cloudflare.com/web-analytics/',
    /\/\/static\.cloudflareinsights\.com\//,
  ),
  analytics('newrelic', 'New Relic', 'https://newrelic.com/', /\/\/js-agent\.newrelic\.com\//),
  analytics('sentry', 'Sentry', 'https://sentry.io/', /\/\/(?:browser|js)\.sentry-cdn\.com\/(?:(\d+\.\d+\.\d+)\/)?/),
  analytics('intercom', 'Intercom', 'https://www.intercom.com/', /\/\/widget\.intercom\.io\//),
  analytics('zendesk', 'Zendesk', 'https://www.zendesk.com/', /\/\/static\.zdassets\.com\//),
  analytics('hubspot', 'HubSpot', 'https://www.hubspot.com/', /\/\/js\.hs-scripts\.com\//, /\/\/js\.hsforms\.net\//),
  analytics('stripe', 'Stripe', 'https://stripe.com/', /\/\/js\.stripe\.com\/v\d/),
  analytics('paypal', 'PayPal', 'https://www.paypal.com/', /\/\/www\.paypal(?:objects)?\.com\/(?:sdk|api)\//),
  analytics('recaptcha', 'reCAPTCHA', 'https://www.google.com/recaptcha/about/', /\/recaptcha\/(?:api|enterprise)\.js/),
  analytics('hcaptcha', 'hCaptcha', 'https://www.hcaptcha.com/', /\/\/(?:js\.)?hcaptcha\.com\/1\/api\.js/),
  analytics(
    'turnstile',
    'Cloudflare Turnstile',
    'https://www.cloudflare.com/products/turnstile/',
    /\/\/challenges\.cloudflare\.com\/turnstile\//,
  ),
  analytics('onetrust', 'OneTrust', 'https://www.onetrust.com/', /\/\/cdn\.cookielaw\.org\//),
  analytics('cookiebot', 'Cookiebot', 'https://www.cookiebot.com/', /\/\/consent\.cookiebot\.com\//),
  analytics('usercentrics', 'Usercentrics', 'https://usercentrics.com/', /\/\/app\.usercentrics\.eu\//),
]
