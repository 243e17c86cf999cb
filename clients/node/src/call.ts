import { LastHashError } from './errors.ts'
import type { Answer } from './request.ts'

/** What a method gives: a promise of the answer's content, with ways to the answer itself. */
export class Call<T> extends Promise<T> {
  // What `then` gives is a plain promise.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  readonly #answer: Promise<Answer>
  #raw = false

  /** `send` is called once whoever made the call has had time to say that the body is to be left alone. */
  constructor(send: (raw: boolean) => Promise<Answer>, read: (answer: Answer) => T) {
    let settle: [(value: T) => void, (reason: unknown) => void] = [() => {}, () => {}]
    super((resolve, reject) => {
      settle = [resolve, reject]
    })
    this.#answer = Promise.resolve().then(() => send(this.#raw))
    this.#answer.then((answer) => (this.#raw ? (undefined as T) : read(answer))).then(...settle)
  }

  /** The answer with its body still to be read. Errors are thrown as ever. Call it at once, before anything is awaited. */
  async asResponse(): Promise<Response> {
    this.#raw = true
    this.catch(() => {})
    return (await this.#answer).response
  }

  /** The content and, for its status and headers, the answer whose body has been read. */
  async withResponse(): Promise<{ data: T; response: Response }> {
    const data = await this
    return { data, response: (await this.#answer).response }
  }
}

/** A page of a list. To iterate over it goes on over all pages after it. */
export class Page<T> implements AsyncIterable<T> {
  readonly data: T[]
  readonly has_more: boolean
  readonly next_cursor: string | null
  readonly #after: (cursor: string) => Promise<Page<T>>

  constructor(data: T[], cursor: string | null, after: (cursor: string) => Promise<Page<T>>) {
    this.data = data
    this.has_more = cursor !== null
    this.next_cursor = cursor
    this.#after = after
  }

  /** The page after this one; null after the last. */
  async nextPage(): Promise<Page<T> | null> {
    if (this.next_cursor === null) return null
    const next = await this.#after(this.next_cursor)
    if (next.next_cursor === this.next_cursor)
      throw new LastHashError('The list does not go on: the cursor is the same.')
    return next
  }

  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    for (let page: Page<T> | null = this; page; page = await page.nextPage()) yield page
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page.data
  }
}

/** A list: `await` gives its first page, `for await` everything on all pages, one page at a time. */
export class PageCall<T> extends Call<Page<T>> implements AsyncIterable<T> {
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    yield* (await this).pages()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    yield* await this
  }
}
