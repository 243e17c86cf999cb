import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/client.ts'
import { jsonb } from '../db/jsonb.ts'
import { retiredAt } from '../db/partitions.ts'
import type { Schema } from '../db/schema.ts'
import {
  EVIDENCE_PREFIX,
  EVIDENCE_TYPE,
  evidenceKey,
  type Proofs,
  packProofs,
  readProofs,
} from '../resources/scans/evidence.ts'
import type { BlobStore } from '../storage/blob-store.ts'

const BATCH = 50 // scans asked for at once
const MARKED = 5_000 // scans marked by one statement

interface DueScan {
  id: string
  organization_id: string
  kept_days: number | null
  completed_at: Date | null
}

/** Marks the scans that were done before there was S3-compatible storage. */
export async function markEvidence({ system }: Database): Promise<void> {
  for (let last = ''; ; ) {
    const { rows } = await sql<{ last: string | null }>`
      WITH next AS (SELECT id FROM scans WHERE id > ${last} ORDER BY id LIMIT ${MARKED}), marked AS (
        UPDATE scans SET evidence_due = true FROM next WHERE scans.id = next.id AND status = 'done' AND NOT evidence_due
          AND critical + high + medium + low + info > 0 AND NOT EXISTS (SELECT FROM blobs WHERE blobs.scan_id = scans.id)
      ) SELECT max(id) AS last FROM next`.execute(system)
    const reached = rows[0]?.last
    if (!reached) return
    last = reached
  }
}

/**
 * Writes the evidence of scans that are done into a file each, which goes to the storage as any file does. What a living
 * vulnerability was last seen as stays in the database too, for lists show it; the rest is taken out of there once it is in the
 * file, in one transaction with the mark. Whatever is killed in between, a proof is in one place at least.
 */
export async function packEvidence(database: Database, blobs: BlobStore, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    // In the order of time: so that what an earlier scan saw last is known when a later one is packed.
    const due: DueScan[] = await database.system
      .selectFrom('scans')
      .select(['id', 'organization_id', 'kept_days', 'completed_at'])
      .where('evidence_due', '=', true)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const scan of due) {
      if (signal?.aborted) return
      await packOne(database, blobs, scan)
    }
    if (due.length < BATCH) return
  }
}

async function packOne({ system }: Database, blobs: BlobStore, scan: DueScan): Promise<void> {
  const { rows } = await sql<{ id: string; proof: Proofs[string] }>`
    SELECT vulnerability_id AS id, detail -> 'proof' AS proof FROM scan_findings WHERE scan_id = ${scan.id} AND detail ? 'proof'
  `.execute(system)
  if (rows.length > 0) {
    // Where an earlier try got as far as taking some out, they are in its file.
    const before = (await readProofs(blobs, scan.organization_id, scan.id)) ?? {}
    const proofs = { ...before, ...Object.fromEntries(rows.map(({ id, proof }) => [id, proof])) }
    const expiresAt = scan.kept_days ? retiredAt(scan.kept_days, scan.completed_at ?? new Date()) : undefined
    await blobs.put(scan.organization_id, evidenceKey(scan.id), await packProofs(proofs), EVIDENCE_TYPE, {
      scanId: scan.id,
      ...(expiresAt && { expiresAt }),
    })
  }
  await system.transaction().execute(async (trx) => {
    await takeOut(trx, scan.id)
    await trx.updateTable('scans').set({ evidence_due: false }).where('id', '=', scan.id).execute()
  })
}

/** Takes out the proofs that are in a file and that no list shows: of this scan, and of those that it has superseded. */
async function takeOut(trx: Kysely<Schema>, scanId: string): Promise<void> {
  await sql`
    WITH seen AS (
      SELECT f.vulnerability_id, v.last_scan_id FROM scan_findings f JOIN vulnerabilities v ON v.id = f.vulnerability_id
      WHERE f.scan_id = ${scanId}
    ), past AS (
      SELECT vulnerability_id, ${scanId} AS scan_id FROM seen WHERE last_scan_id <> ${scanId}
      UNION ALL
      SELECT seen.vulnerability_id, earlier.scan_id FROM seen, LATERAL (
        SELECT f.scan_id FROM scan_findings f WHERE f.vulnerability_id = seen.vulnerability_id AND f.scan_id < ${scanId}
        ORDER BY f.scan_id DESC LIMIT 1) AS earlier
      -- A look that began earlier may have ended later.
      WHERE earlier.scan_id <> seen.last_scan_id
        AND EXISTS (SELECT FROM scans s WHERE s.id = earlier.scan_id AND NOT s.evidence_due)
        AND EXISTS (SELECT FROM blobs b WHERE b.scan_id = earlier.scan_id)
    )
    UPDATE scan_findings f SET detail = f.detail - 'proof' FROM past
    WHERE f.scan_id = past.scan_id AND f.vulnerability_id = past.vulnerability_id AND f.detail ? 'proof'
  `.execute(trx)
}

/** Takes the evidence of scans back into the database, and removes the files. Throws `StorageUnavailable`. */
export async function unpackEvidence({ system }: Database, blobs: BlobStore, signal?: AbortSignal): Promise<void> {
  await system.updateTable('scans').set({ evidence_due: false }).where('evidence_due', '=', true).execute()
  while (!signal?.aborted) {
    const packed = await system
      .selectFrom('blobs')
      .select(['organization_id', 'scan_id', 'key'])
      .where('scan_id', 'is not', null)
      .where('key', 'like', `${EVIDENCE_PREFIX}%`)
      .where('size', 'is not', null)
      .limit(BATCH)
      .execute()
    if (packed.length === 0) return
    for (const { organization_id, scan_id, key } of packed) {
      if (signal?.aborted) return
      const proofs = await readProofs(blobs, organization_id, scan_id!)
      const rows = Object.entries(proofs ?? {}).map(([id, proof]) => ({ id, proof }))
      await system.transaction().execute(async (trx) => {
        await sql`
          UPDATE scan_findings f SET detail = f.detail || jsonb_build_object('proof', given.proof)
          FROM jsonb_to_recordset(${jsonb(rows)}::jsonb) AS given (id text, proof jsonb)
          WHERE f.scan_id = ${scan_id} AND f.vulnerability_id = given.id AND NOT f.detail ? 'proof'
        `.execute(trx)
        await blobs.remove(organization_id, key, trx)
      })
    }
  }
}
