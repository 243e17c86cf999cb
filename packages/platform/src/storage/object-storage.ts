import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { S3mini } from 's3mini'
import { Agent, fetch } from 'undici'
import type { S3Settings } from '../config.ts'
import { newId } from '../identifier.ts'
import { StartError } from '../start-error.ts'
import { StorageUnavailable } from './blob-store.ts'
import { explain, isMistaken } from './storage-errors.ts'

const CONNECT_TIMEOUT = 5_000 // milliseconds
const PART = 8 * 1024 * 1024 // bytes; S3 takes parts of 5 MiB or more, and 10,000 of them

/** S3-compatible storage of the operator's settings. Its client is loaded when it is first needed. */
export class ObjectStorage {
  readonly #settings: S3Settings
  readonly #agent: Agent
  #client: Promise<S3mini> | undefined

  constructor(settings: S3Settings) {
    this.#settings = settings
    const { patience } = settings
    // It is the operator's own address: a private one is as good as any.
    this.#agent = new Agent({ connect: { timeout: CONNECT_TIMEOUT }, headersTimeout: patience, bodyTimeout: patience })
  }

  /** Writes, reads and removes an object. Throws `StartError` where the settings are at fault, `StorageUnavailable` where the storage is. */
  async check(): Promise<void> {
    const object = `${this.#settings.prefix}check-${newId('req')}`
    try {
      await this.#ask(async (client) => {
        await client.putObject(object, 'LastHash looks whether it may write here.', 'text/plain')
        await client.deleteObject(object)
      })
    } catch (error) {
      const { cause, message } = error as Error
      throw isMistaken(cause) ? new StartError(message) : error
    }
  }

  /** A name for an object of this file: under its organisation's prefix, and given only once. */
  newName({ organization_id, key }: { organization_id: string; key: string }): string {
    return `${this.#settings.prefix}${organization_id}/${key}/${randomBytes(12).toString('hex')}`
  }

  /** Writes all of it; small ones at once, large ones in parts. */
  async put(object: string, content: AsyncIterable<Buffer>, size: number, contentType: string): Promise<void> {
    await this.#ask(async (client) => {
      if (size <= PART) {
        const all: Buffer[] = []
        for await (const bytes of content) all.push(bytes)
        await client.putObject(object, Buffer.concat(all), contentType)
      } else {
        await client.putAnyObject(object, Readable.toWeb(Readable.from(content)) as never, contentType)
      }
      const written = await client.getContentLength(object)
      // Also where the file went while it was read.
      if (written !== size) throw new Error(`it kept ${written} of ${size} bytes`)
    })
  }

  /** The object's bytes from `from` on. Throws `StorageUnavailable`, also while it is read. */
  async *get(object: string, from = 0): AsyncGenerator<Buffer> {
    const answer = await this.#ask((client) => client.getObjectResponse(object))
    if (!answer?.body)
      throw new StorageUnavailable(
        `The S3 storage at ${this.#settings.endpoint} has no object ${object} in the bucket ${this.#settings.bucket}.`,
      )
    let skip = from
    try {
      for await (const piece of Readable.fromWeb(answer.body as ReadableStream)) {
        const bytes = piece as Buffer
        if (skip < bytes.length) yield bytes.subarray(skip)
        skip = Math.max(0, skip - bytes.length)
      }
    } catch (error) {
      throw this.#failure(error)
    }
  }

  /** Removes it, if it is there; with `parts`, also what was written of it and never finished. */
  async remove(object: string, { parts = false } = {}): Promise<void> {
    await this.#ask(async (client) => {
      await client.deleteObject(object)
      if (!parts) return
      const found = await client.listMultipartUploads('/', object)
      const uploads = 'listMultipartUploadsResult' in found ? uploadsOf(found.listMultipartUploadsResult) : []
      for (const { key, uploadId } of uploads) if (key === object) await client.abortMultipartUpload(key, uploadId)
    })
  }

  async close(): Promise<void> {
    await this.#agent.destroy()
  }

  async #ask<T>(work: (client: S3mini) => Promise<T>): Promise<T> {
    this.#client ??= this.#open()
    try {
      return await work(await this.#client)
    } catch (error) {
      throw this.#failure(error)
    }
  }

  #failure(cause: unknown): Error {
    if (cause instanceof StorageUnavailable) return cause
    return new StorageUnavailable(explain(cause, this.#settings), { cause })
  }

  async #open(): Promise<S3mini> {
    const { S3mini } = await import('s3mini')
    const { endpoint, bucket, pathStyle, region, accessKeyId, secretAccessKey } = this.#settings
    const url = new URL(endpoint)
    if (pathStyle) url.pathname = `/${bucket}`
    else url.hostname = `${bucket}.${url.hostname}`
    // A redirect would lead signed requests elsewhere: it is an answer like any other, that of a wrong region as a rule.
    const send = (input: string, init: object) => fetch(input, { ...init, redirect: 'manual', dispatcher: this.#agent })
    return new S3mini({
      endpoint: url.href,
      region,
      accessKeyId,
      secretAccessKey,
      minPartSize: PART,
      fetch: send as unknown as typeof globalThis.fetch,
    })
  }
}

/** The library gives what XML gives: one or many, under whichever case. */
function uploadsOf(result: object): { key: string; uploadId: string }[] {
  const { upload = [] } = result as { upload?: { key: string; uploadId: string }[] | { key: string; uploadId: string } }
  return Array.isArray(upload) ? upload : [upload]
}
