import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './web-shell.ts'

const body = (html: string) => ({ page: page({ body: html }) })

testCheck(check, {
  fires: [
    {
      name: 'WSO',
      evidence: body(
        '<html><head><title>site.test - WSO 2.5</title></head><body><form method=post name=mf><input type=hidden name=a><input type=hidden name=c></form>',
      ),
      outcome: 'found',
    },
    {
      name: 'WSO, locked',
      evidence: body(
        "<pre align=center><form method=post>Password: <input type=password name=pass><input type=submit value='>>'></form></pre>",
      ),
      outcome: 'found',
    },
    {
      name: 'b374k',
      evidence: body('<!doctype html><html><head><title>b374k 3.2.3</title></head><body>'),
      outcome: 'found',
    },
    {
      name: 'an uploader',
      evidence: body(
        '<form action="" method="post" enctype="multipart/form-data"><input type="file" name="file" size="50"><input name="_upl" type="submit" id="_upl" value="Upload"></form>',
      ),
      outcome: 'found',
    },
  ],
  silent: [
    {
      name: 'an article with its source',
      evidence: body(
        '<title>How c99 and WSO shells work</title><h1>c99shell</h1><pre>&lt;title&gt;site - WSO 2.5&lt;/title&gt; FilesMan</pre>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a log-in',
      evidence: body(
        '<form method=post>Password: <input type=password name=pass><input type=submit value="Log in"></form>',
      ),
      verdict: 'pass',
    },
    {
      name: 'an upload form',
      evidence: body(
        '<form enctype="multipart/form-data"><input type="file" name="photo"><input type="submit" value="Upload"></form>',
      ),
      verdict: 'pass',
    },
    { name: 'shells from the sea', evidence: body('<title>Mini shells for your aquarium</title>'), verdict: 'pass' },
    {
      name: 'no page',
      evidence: { page: page({ headers: { 'Content-Type': 'text/plain' }, body: 'FilesMan' }) },
      verdict: 'skip',
    },
  ],
})
