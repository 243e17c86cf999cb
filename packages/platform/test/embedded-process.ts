// Holds the embedded PostgreSQL of a data folder in a process of its own, to be killed: `node embedded-process.ts <folder>`.
import { startEmbedded } from '../src/db/embedded.ts'

const { url } = await startEmbedded(process.argv[2]!, { fsync: false })
process.stdout.write(`${url}\n`)
setInterval(() => {}, 60_000)
