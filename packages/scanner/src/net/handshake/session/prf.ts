import { createHash, createHmac } from 'node:crypto'

/** P_hash (RFC 5246 section 5). */
function expand(digest: string, secret: Buffer, seed: Buffer, length: number): Buffer {
  const hmac = (data: Buffer) => createHmac(digest, secret).update(data).digest()
  const parts: Buffer[] = []
  let a = seed
  for (let have = 0; have < length; have += parts.at(-1)!.length) {
    a = hmac(a)
    parts.push(hmac(Buffer.concat([a, seed])))
  }
  return Buffer.concat(parts).subarray(0, length)
}

/** What `md5-sha1` stands for: the function of TLS 1.0 and 1.1. */
export type PrfDigest = 'md5-sha1' | 'sha256' | 'sha384'

/** The pseudo-random function of TLS 1.0 and 1.1 (RFC 2246 section 5), or of 1.2 with the suite's digest. */
export function prf(digest: PrfDigest, secret: Buffer, label: string, seed: Buffer, length: number): Buffer {
  const labelled = Buffer.concat([Buffer.from(label, 'latin1'), seed])
  if (digest !== 'md5-sha1') return expand(digest, secret, labelled, length)
  const half = Math.ceil(secret.length / 2)
  const left = expand('md5', secret.subarray(0, half), labelled, length)
  const right = expand('sha1', secret.subarray(secret.length - half), labelled, length)
  return left.map((byte, index) => byte ^ right[index]!) as Buffer
}

/** The digest of all messages so far that Finished signs. */
export function transcriptHash(digest: PrfDigest, messages: readonly Buffer[]): Buffer {
  const of = (name: string) => {
    const hash = createHash(name)
    for (const message of messages) hash.update(message)
    return hash.digest()
  }
  return digest === 'md5-sha1' ? Buffer.concat([of('md5'), of('sha1')]) : of(digest)
}
