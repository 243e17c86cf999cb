import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './directory-listing.ts'

const body = (text: string, status = 200) => ({ page: page({ url: 'https://site.test/files/', status, body: text }) })

testCheck(check, {
  fires: [
    {
      name: 'Apache',
      evidence: body(
        '<html><head><title>Index of /files</title></head><body><h1>Index of /files</h1><table><tr><th><a href="?C=N;O=D">Name</a></th></tr></table>',
      ),
      outcome: 'listed',
      seen: 'Index of /files',
    },
    {
      name: 'Apache without its fancy index',
      evidence: body(
        '<title>Index of /docs</title></head><body><h1>Index of /docs</h1>\n<ul><li><a href="/"> Parent Directory</a></li>',
      ),
      outcome: 'listed',
    },
    {
      name: 'nginx',
      evidence: body(
        '<html>\r\n<head><title>Index of /files/</title></head>\r\n<body>\r\n<h1>Index of /files/</h1><hr><pre><a href="../">../</a>\r\n',
      ),
      outcome: 'listed',
    },
    {
      name: 'IIS',
      evidence: body(
        '<head><title>site.test - /files/</title></head><body><H1>site.test - /files/</H1><hr><pre><A HREF="/">[To Parent Directory]</A><br>',
      ),
      outcome: 'listed',
    },
    {
      name: 'Python',
      evidence: body(
        '<title>Directory listing for /files/</title>\n</head>\n<body>\n<h1>Directory listing for /files/</h1>\n<hr>\n<ul>',
      ),
      outcome: 'listed',
    },
    {
      name: 'Jetty',
      evidence: body('<title>Directory: /files/</title><h1 class="title">Directory: /files/</h1>'),
      outcome: 'listed',
    },
    {
      name: 'Tomcat',
      evidence: body('<title>Directory Listing For [/files/]</title><h1>Directory Listing For [/files/]</h1>'),
      outcome: 'listed',
    },
  ],
  silent: [
    {
      name: 'a page of a wiki about parent directories',
      evidence: body('<title>Parent Directory</title><h1>Parent Directory</h1><a href="/"> Parent Directory</a>'),
      verdict: 'pass',
    },
    { name: 'an ordinary page', evidence: body('<title>Files</title><h1>Files</h1>'), verdict: 'pass' },
    {
      name: 'a lesson about listings',
      evidence: body(
        '<title>Index of /: what it means</title><h1>What it means</h1><p>Index of / and Parent Directory</p>',
      ),
      verdict: 'pass',
    },
    {
      name: 'an index of a book',
      evidence: body('<title>Index of names</title><h1>Index of names</h1>'),
      verdict: 'pass',
    },
    { name: 'a heading only', evidence: body('<h1>Index of /files</h1><a href="?C=N;O=D">Name</a>'), verdict: 'pass' },
    { name: 'forbidden', evidence: body('<title>403 Forbidden</title>', 403), verdict: 'skip' },
    {
      name: 'no HTML',
      evidence: { page: page({ headers: { 'Content-Type': 'text/plain' }, body: '<title>Index of /' }) },
      verdict: 'skip',
    },
  ],
})
