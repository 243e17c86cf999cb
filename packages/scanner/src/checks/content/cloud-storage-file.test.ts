import { testCheck } from '../../../test/check-table.ts'
import { script } from '../../../test/evidence.ts'
import check from './cloud-storage-file.ts'

testCheck(check, {
  fires: [
    {
      name: 'configuration of Firebase',
      evidence: {
        script: script(
          'const c={databaseURL:"https://acme-prod-default-rtdb.europe-west1.firebasedatabase.app",storageBucket:"x"}',
        ),
      },
      outcome: 'named',
      seen: 'Firebase Realtime Database acme-prod-default-rtdb',
    },
    {
      name: 'an upload by a signature',
      evidence: {
        script: script(
          'put("https://acmefiles.blob.core.windows.net/in?sv=2023-01-03&sp=cw&sig=Zm9vYmFyYmF6Zm9vYmFyYmF6")',
        ),
      },
      outcome: 'writable_link',
    },
  ],
  silent: [
    { name: 'no cloud', evidence: { script: script('let a = 1') }, verdict: 'pass' },
    {
      name: 'a library of somebody else',
      evidence: { script: script('get("https://their-own.s3.amazonaws.com/x.json")', { third_party: true }) },
      verdict: 'pass',
    },
    {
      name: 'a template',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the script's
      evidence: { script: script('get(`https://${bucket}.s3.amazonaws.com/x.json`)') },
      verdict: 'pass',
    },
  ],
})
