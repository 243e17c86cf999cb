// A worker in a process of its own, to be killed: `node worker-process.ts <database URL> <slots>`.
import { openDatabase } from '../src/db/client.ts'
import { ScanWorker } from '../src/jobs/scan-worker.ts'
import { openContext } from './test-context.ts'

const [url = '', slots = '10'] = process.argv.slice(2)
const options = { slots: Number(slots), beatMs: 500, checkpointMs: 500 }
const worker = new ScanWorker(await openContext(openDatabase({ url })), options)
await worker.start()
process.stdout.write('working\n')
