export { KEY_ID, kidOf, makeKey, type NewKey, type PublishedKey, privateKeyOf, publicKeyOf } from './keys.ts'
export type { Manifest, ManifestEntry, NewEntry } from './manifest.ts'
export { type Sealing, sealBundle } from './seal.ts'
export { examine, type Fault, judge, type Verdict, verifyBundle, type Wholeness } from './verify.ts'
