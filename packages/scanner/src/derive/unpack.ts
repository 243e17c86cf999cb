import { type Constant, constantOf } from './constant.ts'
import { excerpt, hostOf, madeAs } from './exfiltration.ts'
import { type AnyNode, childrenOf, isFunction, type ParsedScript, propertyName } from './javascript.ts'
import { calledName } from './script-marks.ts'
import { Taint } from './taint.ts'

/** Text that a script works out and then runs, writes into the page, or goes to. */
export interface Layer {
  kind: 'code' | 'html'
  text: string
  /** The text stood in the source in a form that nobody can read. */
  hidden: boolean
  /** A packer that makes scripts smaller, not secret. */
  packed: boolean
  seen: string
}

/** An address that was hidden in the source and is loaded or gone to. */
export interface HiddenAddress {
  how: 'script' | 'frame' | 'navigation'
  address: string
  seen: string
}

const LONG = 400 // characters of a literal without a blank: no text that a person wrote
const DECODING = /^(?:atob|unescape|fromCharCode|charCodeAt|decodeURIComponent|parseInt|decodeURI)$/
const MAX_PACKED = 2_000_000 // characters

/** What the script runs or writes out of texts that can be worked out here. */
export function layersOf(script: ParsedScript): Layer[] {
  return script.nodes.flatMap((node): Layer[] => {
    const place = runsText(node)
    if (!place) return []
    const seen = excerpt(script.text, node)
    const packed = unpacked(place.text, script)
    if (packed !== null) return [{ kind: 'code', text: packed, hidden: false, packed: true, seen }]
    const constant = constantOf(place.text, script)
    if (typeof constant?.value !== 'string' || constant.value.length < 4) return []
    return [{ kind: place.kind, text: constant.value, hidden: constant.hidden, packed: false, seen }]
  })
}

/** Code that is run out of a long unreadable text by a decoder of the script's own, which is not worked out here. */
export function sealedCode(script: ParsedScript): string[] {
  return script.nodes.flatMap((node) => {
    const place = runsText(node)
    if (!place || constantOf(place.text, script) || unpacked(place.text, script) !== null) return []
    const parts = partsOf(place.text, script)
    const decodes = parts.some((one) => one.type === 'CallExpression' && DECODING.test(calledName(one) ?? ''))
    const sealed = parts.some(
      (one) =>
        one.type === 'Literal' && typeof one.value === 'string' && one.value.length >= LONG && !/\s/.test(one.value),
    )
    return decodes && sealed ? [excerpt(script.text, node)] : []
  })
}

/** Addresses that stand hidden in the source and are given to a script, a frame or the window. */
export function hiddenAddresses(taint: Taint): HiddenAddress[] {
  const { script } = taint
  return script.nodes.flatMap((node): HiddenAddress[] => {
    const target = addressGiven(node, taint)
    const constant = target ? constantOf(target.value, script) : null
    const address = constant?.hidden ? String(constant.value) : ''
    return target && isHidden(address, script.text)
      ? [{ how: target.how, address, seen: excerpt(script.text, node) }]
      : []
  })
}

/** Addresses to which a script goes without being asked: outside of every function, or in one that is called at once. */
export function plainRedirects(script: ParsedScript): string[] {
  const taint = new Taint(script)
  const inFunctions = script.nodes.filter((node) => isFunction(node) && !isCalledAtOnce(node, script))
  return script.nodes.flatMap((node) => {
    const given = addressGiven(node, taint)
    const value = given?.how === 'navigation' ? constantOf(given.value, script)?.value : undefined
    if (typeof value !== 'string' || inFunctions.some((fn) => fn.start <= node.start && node.end <= fn.end)) return []
    return [value]
  })
}

function isCalledAtOnce(fn: AnyNode, script: ParsedScript): boolean {
  return script.nodes.some(
    (node) =>
      node.type === 'CallExpression' &&
      (node.callee === fn || (calledName(node) === 'setTimeout' && node.arguments[0] === fn)),
  )
}

/** Whether the address has a host that the source does not show. */
export function isHidden(address: string, source: string): boolean {
  const host = hostOf(address)
  return host !== null && !source.toLowerCase().includes(host)
}

function addressGiven(node: AnyNode, taint: Taint): { how: HiddenAddress['how']; value: AnyNode } | null {
  if (node.type === 'CallExpression') {
    const name = calledName(node)
    const [first, second] = node.arguments as AnyNode[]
    const on = node.callee.type === 'MemberExpression' ? (node.callee.object as AnyNode) : null
    if (!on || !first) return null
    if ((name === 'replace' || name === 'assign') && taint.isBrowser(on, /^location$/))
      return { how: 'navigation', value: first }
    const how = name === 'setAttribute' && second ? elementKind(on, taint) : null
    return how ? { how, value: second! } : null
  }
  if (node.type !== 'AssignmentExpression') return null
  const { left, right } = node
  if (left.type === 'Identifier')
    return taint.isBrowser(left, /^location$/) ? { how: 'navigation', value: right } : null
  if (left.type !== 'MemberExpression') return null
  const name = propertyName(left)
  const object = left.object as AnyNode
  if (name === 'location' || (name === 'href' && taint.isBrowser(object, /^location$/)))
    return { how: 'navigation', value: right }
  const how = name === 'src' ? elementKind(object, taint) : null
  return how ? { how, value: right } : null
}

function elementKind(node: AnyNode, taint: Taint): 'script' | 'frame' | null {
  const tag = madeAs(node, taint)
  if (tag === 'script') return 'script'
  return tag === 'iframe' ? 'frame' : null
}

/** The text that a call runs as code, or writes into the page. */
function runsText(node: AnyNode): { kind: Layer['kind']; text: AnyNode } | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null
  const name = calledName(node)
  const [first, second] = node.arguments as AnyNode[]
  if (!first || name === null) return null
  if (name === 'eval' || name === 'execScript') return { kind: 'code', text: first }
  if (name === 'Function') return { kind: 'code', text: node.arguments.at(-1) as AnyNode }
  if (name === 'setTimeout' || name === 'setInterval') return isFunction(first) ? null : { kind: 'code', text: first }
  if (name === 'write' || name === 'writeln') return { kind: 'html', text: first }
  if (name === 'insertAdjacentHTML' && second) return { kind: 'html', text: second }
  return null
}

/** The nodes of an expression, and of the variables and functions that it names. */
function partsOf(node: AnyNode, script: ParsedScript): AnyNode[] {
  const parts: AnyNode[] = []
  const open: { node: AnyNode; hops: number }[] = [{ node, hops: 0 }]
  const seen = new Set<AnyNode>()
  while (open.length > 0 && parts.length < 5_000) {
    const { node: one, hops } = open.pop()!
    if (seen.has(one)) continue
    seen.add(one)
    parts.push(one)
    for (const child of childrenOf(one)) open.push({ node: child, hops })
    if (one.type !== 'Identifier' || hops > 2) continue
    for (const write of script.bindings.get(one)?.writes ?? []) if (write) open.push({ node: write, hops: hops + 1 })
  }
  return parts
}

/** Dean Edwards' packer: `function(p,a,c,k,e,d){…}('…', 62, 9, 'words|…'.split('|'), 0, {})`. */
function unpacked(node: AnyNode, script: ParsedScript): string | null {
  if (node.type !== 'CallExpression') return null
  const fn = node.callee
  const of = (at: number): Constant['value'] | undefined => {
    const arg = node.arguments[at]
    return arg && arg.type !== 'SpreadElement' ? constantOf(arg, script)?.value : undefined
  }
  if (!isFunction(fn) || fn.params.length < 5) return null
  const named = fn.params.slice(0, 4).map((param) => (param.type === 'Identifier' ? param.name : ''))
  if (named.join('') !== 'pack') return null
  const [payload, base, count, words] = [of(0), of(1), of(2), of(3)]
  if (typeof payload !== 'string' || typeof base !== 'number' || typeof count !== 'number' || !Array.isArray(words))
    return null
  if (payload.length > MAX_PACKED || base < 2 || base > 95) return null
  return payload.replace(/\b\w+\b/g, (token) => {
    const at = numberIn(token, base)
    return at !== null && at < count && words[at] ? String(words[at]) : token
  })
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

function numberIn(token: string, base: number): number | null {
  let number = 0
  for (const digit of token) {
    const value = DIGITS.indexOf(digit)
    if (value < 0 || value >= base) return null
    number = number * base + value
  }
  return number
}
