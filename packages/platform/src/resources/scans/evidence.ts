import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Finding } from '@lasthash/scanner'
import type { BlobStore } from '../../storage/blob-store.ts'

type Proof = Finding['proof']

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

/** Of what a scan's evidence is kept in a file: the proof of each vulnerability that it saw, by its id. */
export type Proofs = Record<string, Proof>

export const EVIDENCE_PREFIX = 'evidence/'
export const EVIDENCE_TYPE = 'application/gzip'

export function evidenceKey(scanId: string): string {
  return `${EVIDENCE_PREFIX}${scanId}.json.gz`
}

export function packProofs(proofs: Proofs): Promise<Buffer> {
  return pack(JSON.stringify(proofs))
}

/** Null: the scan has no such file. Throws `StorageUnavailable`. */
export async function readProofs(blobs: BlobStore, organizationId: string, scanId: string): Promise<Proofs | null> {
  const file = await blobs.get(organizationId, evidenceKey(scanId))
  return file && (JSON.parse((await unpack(await buffer(file.stream))).toString('utf8')) as Proofs)
}

const NOT_KEPT: Proof = { request: null, response: null, payload: null, control: null, curl: null, observed: null }

/**
 * What a scan saw, with the proofs that have gone into its file; the file is asked for only where one has. Throws
 * `StorageUnavailable`.
 */
export async function withProofs<D extends { proof: Proof }, R extends { id: string; detail: D }>(
  blobs: BlobStore,
  organizationId: string,
  scanId: string,
  rows: R[],
): Promise<R[]> {
  if (rows.every(({ detail }) => detail.proof)) return rows
  const proofs = (await readProofs(blobs, organizationId, scanId)) ?? {}
  return rows.map((row) =>
    row.detail.proof ? row : { ...row, detail: { ...row.detail, proof: proofs[row.id] ?? NOT_KEPT } },
  )
}

/** As PostgreSQL writes it: inside of a string the quotes would be escaped. */
const PROOF_KEY = '"proof": {'

/**
 * The same for findings that are still JSON text, as many at a time as their reader likes: each scan's file is read once. The
 * function that it gives throws `StorageUnavailable`.
 */
export function textsWithProofs(blobs: BlobStore, organizationId: string) {
  const files = new Map<string, Promise<Proofs | null>>()
  return async <R extends { id: string; detail: string }>(scanId: string, rows: R[]): Promise<R[]> => {
    if (rows.every(({ detail }) => detail.includes(PROOF_KEY))) return rows
    const file = files.get(scanId) ?? readProofs(blobs, organizationId, scanId)
    files.set(scanId, file)
    const proofs = (await file) ?? {}
    return rows.map((row) =>
      row.detail.includes(PROOF_KEY)
        ? row
        : { ...row, detail: `${row.detail.slice(0, -1)}, "proof": ${JSON.stringify(proofs[row.id] ?? NOT_KEPT)}}` },
    )
  }
}
