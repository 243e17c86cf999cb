import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OwnNetwork } from './own-network.ts'

const MINUTE = 60_000 // milliseconds

/** Minute by minute: which host, and whether it answered. Then: is it our own line that keeps `x` silent? */
const CASES: { name: string; noted: [minute: number, host: string, answered: boolean][]; suspect: boolean }[] = [
  { name: 'nothing is known', noted: [], suspect: false },
  { name: 'one other fails', noted: [[9, 'a', false]], suspect: false },
  {
    name: 'two others fail',
    noted: [
      [9, 'a', false],
      [9, 'b', false],
    ],
    suspect: true,
  },
  {
    name: 'the same host fails often',
    noted: [
      [8, 'a', false],
      [9, 'a', false],
      [9, 'x', false],
    ],
    suspect: false,
  },
  {
    name: 'one has answered since',
    noted: [
      [8, 'a', false],
      [8, 'b', false],
      [9, 'c', true],
    ],
    suspect: false,
  },
  {
    name: 'one has answered before',
    noted: [
      [8, 'c', true],
      [9, 'a', false],
      [9, 'b', false],
    ],
    suspect: true,
  },
  {
    name: 'one of them has come back',
    noted: [
      [8, 'a', false],
      [8, 'b', false],
      [9, 'b', true],
    ],
    suspect: false,
  },
  {
    name: 'it was long ago',
    noted: [
      [1, 'a', false],
      [2, 'b', false],
    ],
    suspect: false,
  },
]
for (const { name, noted, suspect } of CASES) {
  test(`${name}: ${suspect ? 'ours' : 'theirs'}`, () => {
    const network = new OwnNetwork()
    for (const [minute, host, answered] of noted) network.note(host, answered, minute * MINUTE)
    assert.equal(network.isSuspect('x', 10 * MINUTE), suspect)
  })
}
