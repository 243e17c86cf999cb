import type { Outcome } from './check.ts'
import type { StorageReference } from './derive/cloud-storage.ts'
import { vectors } from './vectors.ts'

/** Asked of pages and of script files alike. Stores are other hosts: they are named, and never asked for anything. */
export const CLOUD_STORAGE = {
  type: 'information',
  cwe: 732,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
    'https://firebase.google.com/docs/rules/basics',
  ],
  outcomes: {
    named: {
      severity: 'info',
      title: 'Storage at a cloud provider is named',
      why: 'Whoever reads the page knows the name of the bucket, account or database, and can ask it for its list of files or for its data. Whether it answers is up to its own rights. It is another host, so it was not asked.',
      fix: 'Make sure that strangers may read single files only: no listing, no writing, no open database rules. To have it looked at, scan its address as a website of yours.',
    },
    writable_link: {
      type: 'vulnerability',
      severity: 'high',
      cvss: vectors.data,
      title: 'A signed link to cloud storage allows more than reading',
      why: 'The signature stands in the page, and lets everybody who has it write, delete or list in the storage until it runs out.',
      fix: 'Revoke the signature (change the account’s key or the stored access policy). Give links that read one file, for minutes, and let the server do the rest.',
    },
  } satisfies Record<string, Outcome>,
} as const

export function judgeStorage(
  references: readonly StorageReference[],
): { outcome: keyof typeof CLOUD_STORAGE.outcomes; parameter: string; seen: string }[] {
  return references.map(({ provider, name, grants }) => ({
    outcome: grants.length > 0 ? 'writable_link' : 'named',
    parameter: name,
    seen: [provider, name, ...(grants.length > 0 ? [`allows ${grants.join(', ')}`] : [])].join(' '),
  }))
}
