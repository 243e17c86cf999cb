import { MINER_OBJECTS, MINING_POOLS } from '../../data/miners.ts'
import { excerpt } from './exfiltration.ts'
import { type ParsedScript, propertyName } from './javascript.ts'
import { calledName } from './script-marks.ts'

/** A script that has visitors' machines compute for somebody. */
export interface Miner {
  /** `known`: the interface of a known miner. `pool`: the messages that miners exchange with a pool, and what computes them. */
  by: 'known' | 'pool'
  seen: string
}

/** What a pool's job and its answer are made of. */
const JOB = ['job_id', 'nonce', 'result', 'blob', 'site_key']
const ENOUGH_OF_A_JOB = 3 // and the id of the job among them: the other words are everybody's
const BEGINNINGS = /^(?:Anonymous|User|Token|Miner|Init|start)$/
const KEY_FORM = /^[A-Za-z0-9_-]{20,110}$/

export function findMiners(script: ParsedScript): Miner[] {
  const found: Miner[] = []
  const properties = new Set<string>()
  let talks: string | null = null
  let computes = false
  for (const node of script.nodes) {
    const name = propertyName(node)
    if (name !== null && JOB.includes(name)) properties.add(name)
    if (node.type === 'Literal' && typeof node.value === 'string') {
      if (JOB.includes(node.value)) properties.add(node.value)
      if (/^stratum\+(?:tcp|ssl):\/\//.test(node.value)) talks ??= node.value
      if (/cryptonight|randomx|\bcn\/(?:0|1|2|r|half|lite|gpu)\b/i.test(node.value) && node.value.length < 200)
        computes = true
    }
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') continue
    const called = calledName(node)
    if (node.type === 'NewExpression' && called === 'WebSocket') talks ??= excerpt(script.text, node)
    if (called === 'Worker' || called === 'instantiate' || called === 'instantiateStreaming') computes = true
    const known = isKnown(node, called)
    if (known) found.push({ by: 'known', seen: excerpt(script.text, node) })
  }
  if (found.length > 0) return found
  if (talks && computes && properties.has('job_id') && properties.size >= ENOUGH_OF_A_JOB)
    return [{ by: 'pool', seen: talks }]
  return []
}

/** `new CoinHive.Anonymous('…')`, `startMining('pool', 'wallet')`. */
function isKnown(
  { callee, arguments: args }: Extract<ParsedScript['nodes'][number], { type: 'NewExpression' | 'CallExpression' }>,
  called: string | null,
): boolean {
  const [first, second] = args
  const text = (at: typeof first) => (at?.type === 'Literal' && typeof at.value === 'string' ? at.value : '')
  if (called === 'startMining')
    return MINING_POOLS.test(text(first)) || (text(second).length > 0 && KEY_FORM.test(text(second)))
  if (callee.type !== 'MemberExpression' || !called || !BEGINNINGS.test(called)) return false
  const object = callee.object.type === 'Identifier' ? callee.object.name : ''
  if (MINER_OBJECTS.has(object)) return KEY_FORM.test(text(first)) || called !== 'start'
  // coinimp calls its object Client, as others do theirs
  return object === 'Client' && called === 'Anonymous' && /^[0-9a-f]{64}$/.test(text(first))
}
