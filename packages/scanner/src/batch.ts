/**
 * Does together what is asked for in the same turn of the event loop: `work` gets all of it, and gives an answer for each.
 * Where beginning costs as much as several of the answers do, as a time limit does, that halves the cost under load and
 * delays nothing when there is none.
 */
export class Batch<T, R> {
  readonly #work: (items: readonly T[]) => readonly R[]
  #waiting: { item: T; resolve: (answer: R) => void; reject: (reason: unknown) => void }[] = []

  constructor(work: (items: readonly T[]) => readonly R[]) {
    this.#work = work
  }

  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      // Immediates run when all sockets that have something to read have been read.
      if (this.#waiting.length === 0) setImmediate(() => this.#run())
      this.#waiting.push({ item, resolve, reject })
    })
  }

  #run(): void {
    const taken = this.#waiting
    this.#waiting = []
    try {
      const answers = this.#work(taken.map(({ item }) => item))
      for (const [place, { resolve }] of taken.entries()) resolve(answers[place]!)
    } catch (error) {
      for (const { reject } of taken) reject(error)
    }
  }
}
