// A process of run.ts: runs test files one after the other, as they are named to it, and tells how each came out.
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import type { Result } from './run.ts'

process.on('message', async (file: string) => {
  const result: Result = { success: false, counts: {}, took: 0, output: '' }
  // A file is over when nothing is left to wait for, and whoever started this process is waited for otherwise.
  process.channel!.unref()
  const stream = run({ files: [file], isolation: 'none', cwd: join(import.meta.dirname, '..') })
  stream.on('test:summary', ({ counts, success, duration_ms }) => {
    Object.assign(result, { counts, success, took: duration_ms })
  })
  for await (const text of stream.compose(spec)) result.output += text
  process.channel!.ref()
  process.send!(result)
})
process.on('disconnect', () => process.exit())
