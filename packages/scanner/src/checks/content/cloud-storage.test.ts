import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './cloud-storage.ts'

const of = (body: string) => ({ page: page({ body }) })
const SAS = 'sv=2022-11-02&amp;ss=b&amp;srt=sco&amp;se=2030-01-01&amp;sig=Zm9vYmFyYmF6Zm9vYmFyYmF6'

testCheck(check, {
  fires: [
    {
      name: 'S3 by host',
      evidence: of('<img src="https://shop-images.s3.eu-central-1.amazonaws.com/a.jpg">'),
      outcome: 'named',
      seen: 'Amazon S3 shop-images',
    },
    {
      name: 'S3 by path',
      evidence: of('<script>var u = "https:\\/\\/s3.amazonaws.com\\/acme.backups\\/x"</script>'),
      outcome: 'named',
      seen: 'Amazon S3 acme.backups',
    },
    {
      name: 'Google, Azure and Firebase on one page',
      evidence: of(
        'https://storage.googleapis.com/acme-files/a.pdf https://acmefiles.blob.core.windows.net/c/a.pdf "https://acme-prod.firebaseio.com"',
      ),
      outcome: ['named', 'named', 'named'],
    },
    {
      name: 'a signature that may write and list',
      evidence: of(`<a href="https://acmefiles.blob.core.windows.net/c?sp=racwdl&amp;${SAS}">upload</a>`),
      outcome: 'writable_link',
      seen: 'Azure Blob Storage acmefiles allows write, delete, list',
    },
  ],
  silent: [
    { name: 'no cloud', evidence: of('<p>Our storage is in the cellar.</p>'), verdict: 'pass' },
    {
      name: 'other services of the same providers',
      evidence: of(
        'https://fonts.googleapis.com/css https://cognito-idp.eu-west-1.amazonaws.com/ https://login.windows.net/',
      ),
      verdict: 'pass',
    },
    {
      name: 'a provider in words',
      evidence: of('<p>Files live at storage.googleapis.com or s3.amazonaws.com.</p>'),
      verdict: 'pass',
    },
    {
      name: 'a host that only ends alike',
      evidence: of('https://shop.s3.amazonaws.com.evil.example/a https://x.firebaseio.com.evil.example/'),
      verdict: 'pass',
    },
    {
      name: 'a provider without a bucket',
      evidence: of('<a href="https://s3.amazonaws.com/">S3</a>'),
      verdict: 'pass',
    },
  ],
})
