import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './dom-xss.ts'

const code = (script: string) => ({ page: page({ body: `<!doctype html><div id=a></div><script>${script}</script>` }) })

testCheck(check, {
  fires: [
    {
      name: 'hash to innerHTML',
      evidence: code(`document.getElementById('a').innerHTML = location.hash.slice(1)`),
      outcome: 'html',
    },
    {
      name: 'a parameter through variables and a function',
      evidence: code(`function param(n) { return new URLSearchParams(window.location.search).get(n) }
        var name = param('name'); document.querySelector('#a').innerHTML = '<b>' + name + '</b>'`),
      outcome: 'html',
    },
    {
      name: 'document.write of the address',
      evidence: code(`document.write('<a href="' + document.URL + '">here</a>')`),
      outcome: 'html',
    },
    {
      name: 'the hash as a jQuery selector',
      evidence: code(`$(window).on('hashchange', function () { $(location.hash).show() })`),
      outcome: 'html',
    },
    {
      name: 'jQuery html()',
      evidence: code(`$('#a').html(decodeURIComponent(location.search.split('q=')[1]))`),
      outcome: 'html',
    },
    {
      name: 'referrer',
      evidence: code('document.getElementById("a").insertAdjacentHTML("beforeend", document.referrer)'),
      outcome: 'html',
    },
    { name: 'eval of the hash', evidence: code(`eval(location.hash.substring(1))`), outcome: 'code' },
    { name: 'a timer with a text', evidence: code(`var t = window.name; setTimeout(t, 10)`), outcome: 'code' },
    {
      name: 'a script named by the link',
      evidence: code(
        `var s = document.createElement('script'); s.src = new URL(location.href).searchParams.get('plugin'); document.head.append(s)`,
      ),
      outcome: 'script_address',
    },
    {
      name: 'a redirect',
      evidence: code(`var to = new URLSearchParams(location.search).get('next'); if (to) location.href = to`),
      outcome: 'navigation',
    },
    {
      name: 'in a handler',
      evidence: {
        page: page({ body: `<button onclick="document.body.innerHTML = unescape(location.hash)">x</button>` }),
      },
      outcome: 'html',
    },
  ],
  silent: [
    {
      name: 'written as text',
      evidence: code(`document.getElementById('a').textContent = location.hash.slice(1)`),
      verdict: 'pass',
    },
    {
      name: 'sanitised',
      evidence: code(`document.getElementById('a').innerHTML = DOMPurify.sanitize(location.hash.slice(1))`),
      verdict: 'pass',
    },
    {
      name: 'encoded',
      evidence: code(`document.getElementById('a').innerHTML = encodeURIComponent(location.hash)`),
      verdict: 'pass',
    },
    {
      name: 'a number',
      evidence: code(`document.getElementById('a').innerHTML = parseInt(location.hash.slice(1), 10)`),
      verdict: 'pass',
    },
    {
      name: 'a comparison',
      evidence: code(`document.getElementById('a').innerHTML = location.hash === '#x' ? '<b>x</b>' : ''`),
      verdict: 'pass',
    },
    {
      name: 'the host',
      evidence: code(`document.write('<script src="//' + location.hostname + '/a.js"></scr' + 'ipt>')`),
      verdict: 'pass',
    },
    {
      name: 'to HTTPS',
      evidence: code(`if (location.protocol !== 'https:') location.replace(location.href.replace('http:', 'https:'))`),
      verdict: 'pass',
    },
    {
      name: 'a path with a parameter',
      evidence: code(`location.href = '/search?q=' + new URLSearchParams(location.search).get('q')`),
      verdict: 'pass',
    },
    {
      name: 'a fixed text',
      evidence: code(`document.getElementById('a').innerHTML = '<b>' + 'hello' + '</b>'`),
      verdict: 'pass',
    },
    {
      name: 'another variable of that name',
      evidence: code(`function f(location) { document.body.innerHTML = location.hash } f({ hash: 'x' })`),
      verdict: 'pass',
    },
    {
      name: 'a worker’s message',
      evidence: code(
        `var w = new Worker('/w.js'); w.addEventListener('message', function (e) { document.body.innerHTML = e.data })`,
      ),
      verdict: 'pass',
    },
    { name: 'no code', evidence: { page: page({ body: '<p>x' }) }, verdict: 'skip' },
  ],
})
