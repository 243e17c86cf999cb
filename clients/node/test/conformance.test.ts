import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startVectorServer, type VectorServer, vectors } from '../../conformance/server.ts'
import { runVector } from './run-vectors.ts'

let server: VectorServer

before(async () => {
  server = await startVectorServer()
})
after(() => server.close())

for (const [index, vector] of vectors().entries()) {
  test(vector.name, async () => {
    const outcome = await runVector(vector, `${server.address}/v/${index}`)
    const answer = await fetch(`${server.address}/outcome/${index}`, { method: 'POST', body: JSON.stringify(outcome) })
    assert.deepEqual(((await answer.json()) as { differences: string[] }).differences, [])
  })
}
