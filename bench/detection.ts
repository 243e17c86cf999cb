/**
 * The same targets, scanned by us and by the tools that people use today: what each found that the other did not, how
 * long it took, how many requests it cost. A rival that is not installed is named and passed over.
 *
 *   node bench/detection.ts [--target NAME] [--rival NAME]
 */
import { parseArgs } from 'node:util'
import { compare, scanOurselves } from './detection/compare.ts'
import { RIVALS } from './detection/rivals.ts'
import { TARGETS } from './detection/targets.ts'

const { values } = parseArgs({ options: { target: { type: 'string' }, rival: { type: 'string' } } })
const chosen = <T extends { name: string }>(all: readonly T[], name: string | undefined) =>
  name === undefined ? all : all.filter((one) => one.name === name)

let unexplained = 0
for (const { name, start } of chosen(TARGETS, values.target)) {
  const target = await start()
  try {
    const ours = await scanOurselves(target)
    console.log(
      `\n${name}: score ${ours.score}, ${ours.findings.length} findings, ${ours.requests} requests, ${ours.seconds.toFixed(1)} s`,
    )
    for (const rival of chosen(RIVALS, values.rival)) {
      if (!rival.installed()) {
        console.log(`  ${rival.name}: not installed here`)
        continue
      }
      const before = target.requests()
      const began = performance.now()
      const found = await rival.run(target)
      const seconds = (performance.now() - began) / 1000
      const { missed, lines } = compare(rival, found, ours.findings)
      unexplained += missed
      const ratio = seconds / ours.seconds
      console.log(
        `  ${rival.name}: ${found.length} findings, ${target.requests() - before} requests, ${seconds.toFixed(1)} s (${ratio.toFixed(1)} times ours)`,
      )
      for (const line of lines) console.log(`    ${line}`)
    }
  } finally {
    await target.close()
  }
}
console.log(`\n${unexplained} findings of rivals without a counterpart or a reason`)
process.exit(unexplained > 0 ? 1 : 0)
