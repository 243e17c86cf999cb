import { type KeyObject, sign } from 'node:crypto'
import { kidOf } from './keys.ts'
import { chain, type Manifest, type NewEntry } from './manifest.ts'
import { writeTar } from './tar.ts'

export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'signature.json'
/** Stands before the manifest in what is signed, so that no other text of ours that is signed one day passes for one. */
const PURPOSE = 'lasthash-bundle-v1\n'

export interface Signature {
  algorithm: 'Ed25519'
  kid: string
  /** The public key, base64url: for a reader who has it from elsewhere to compare. */
  x: string
  /** Of the manifest's bytes, base64url. */
  signature: string
}

export interface Sealing {
  id: string
  created_at: string
  issuer: string
  subject: Record<string, unknown>
  entries: readonly NewEntry[]
}

/** A bundle's bytes: a tar file of the manifest, its signature, and the entries in order. */
export function sealBundle(
  { entries, ...about }: Sealing,
  { x, privateKey }: { x: string; privateKey: KeyObject },
): { bytes: Buffer; manifest: Manifest } {
  const chained = chain(entries)
  const manifest: Manifest = {
    format: 'lasthash-bundle',
    version: 1,
    ...about,
    kid: kidOf(x),
    entries: chained,
    head: chained.at(-1)?.hash ?? '',
  }
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  const signature = signatureText({
    algorithm: 'Ed25519',
    kid: manifest.kid,
    x,
    signature: sign(null, signedBytes(text), privateKey).toString('base64url'),
  })
  const files = [
    { path: MANIFEST, bytes: text },
    { path: SIGNATURE, bytes: Buffer.from(signature) },
    ...entries.map(({ path, bytes }) => ({ path, bytes })),
  ]
  return { bytes: writeTar(files), manifest }
}

export function signedBytes(manifest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(PURPOSE), manifest])
}

/** There is one way to write it: what is written otherwise was changed. */
export function signatureText({ algorithm, kid, x, signature }: Signature): string {
  return `${JSON.stringify({ algorithm, kid, x, signature }, null, 2)}\n`
}
