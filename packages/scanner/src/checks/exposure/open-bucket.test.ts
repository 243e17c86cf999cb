import { testCheck } from '../../../test/check-table.ts'
import { exposures } from '../../../test/exposures.ts'
import check from './open-bucket.ts'

testCheck(check, {
  fires: [
    {
      name: 'Amazon S3',
      evidence: exposures({
        '/': {
          type: 'application/xml',
          body: '<?xml version="1.0"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>shop</Name><Contents><Key>backup.sql</Key></Contents></ListBucketResult>',
        },
      }),
      outcome: 'listed',
    },
    {
      name: 'Azure',
      evidence: exposures({
        '/': {
          type: 'application/xml',
          body: '<EnumerationResults ContainerName="x"><Blobs><Blob><Name>a.txt</Name></Blob></Blobs></EnumerationResults>',
        },
      }),
      outcome: 'listed',
    },
  ],
  silent: [
    {
      name: 'an ordinary page',
      evidence: exposures({ '/': { type: 'text/html', body: '<html><title>Home</title>' } }),
      verdict: 'pass',
    },
    {
      name: 'access denied',
      evidence: exposures({
        '/': { status: 403, type: 'application/xml', body: '<Error><Code>AccessDenied</Code></Error>' },
      }),
      verdict: 'pass',
    },
    {
      name: 'an empty bucket',
      evidence: exposures({
        '/': { type: 'application/xml', body: '<ListBucketResult><Name>shop</Name></ListBucketResult>' },
      }),
      verdict: 'pass',
    },
  ],
})
