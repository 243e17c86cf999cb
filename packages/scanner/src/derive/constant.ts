import { type AnyNode, type ParsedScript, propertyName } from './javascript.ts'

/** What an expression comes to, worked out without running it. */
export interface Constant {
  value: string | number | readonly (string | number)[]
  /** The text was hidden in the source: base64, character codes, escapes, reversed. */
  hidden: boolean
}

const MAX_DEPTH = 200 // nested expressions
const MAX_WORK = 100_000 // nodes looked at and characters put together, in tens: a hostile script names itself in itself
const MANY_ESCAPES = 6 // `\x68` and the like in one literal: nobody types a text that way

interface Work {
  left: number
}

/** The value of an expression made of literals, variables written once, and the decoders that scripts use. Null where unknown. */
export function constantOf(
  node: AnyNode,
  script: ParsedScript,
  work: Work = { left: MAX_WORK },
  depth = 0,
): Constant | null {
  if (depth > MAX_DEPTH || work.left-- <= 0) return null
  const of = (one: AnyNode) => {
    const found = constantOf(one, script, work, depth + 1)
    if (typeof found?.value === 'string') work.left -= found.value.length / 10
    return found
  }
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'number') return { value: node.value, hidden: false }
      return typeof node.value === 'string' ? { value: node.value, hidden: isEscaped(node.raw ?? '') } : null
    case 'TemplateLiteral': {
      let text = ''
      let hidden = false
      for (const [at, quasi] of node.quasis.entries()) {
        text += quasi.value.cooked ?? ''
        const between = node.expressions[at]
        if (!between) continue
        const value = of(between)
        if (!value) return null
        text += String(value.value)
        hidden ||= value.hidden
      }
      return { value: text, hidden }
    }
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier' ? null : combined(node.operator, of(node.left), of(node.right))
    case 'ArrayExpression': {
      const values = node.elements.map((one) => (one && one.type !== 'SpreadElement' ? of(one) : null))
      if (!values.every((one) => one !== null && !Array.isArray(one.value))) return null
      return {
        value: values.map((one) => one!.value as string | number),
        hidden: values.some((one) => one!.hidden),
      }
    }
    case 'ParenthesizedExpression':
      return of(node.expression)
    case 'SequenceExpression':
      return of(node.expressions.at(-1)!)
    case 'Identifier': {
      const binding = script.bindings.get(node)
      const only = binding?.writes.length === 1 ? binding.writes[0] : null
      return only ? of(only) : null
    }
    case 'MemberExpression': {
      const name = propertyName(node)
      const kept = name === null ? undefined : script.properties.get(name)
      if (kept) return of(kept)
      const list = node.computed ? of(node.object as AnyNode) : null
      const at = list ? of(node.property) : null
      const value = Array.isArray(list?.value) && typeof at?.value === 'number' ? list.value[at.value] : undefined
      return value === undefined ? null : { value, hidden: list!.hidden }
    }
    case 'UnaryExpression': {
      const value = node.operator === '-' || node.operator === '+' ? of(node.argument) : null
      return typeof value?.value === 'number'
        ? { ...value, value: node.operator === '-' ? -value.value : value.value }
        : null
    }
    case 'CallExpression':
      return called(node, of)
    default:
      return null
  }
}

function combined(operator: string, left: Constant | null, right: Constant | null): Constant | null {
  if (!left || !right) return null
  const hidden = left.hidden || right.hidden
  if (typeof left.value === 'number' && typeof right.value === 'number') {
    const [a, b] = [left.value, right.value]
    const value = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '%': a % b, '^': a ^ b }[operator]
    return value === undefined ? null : { value, hidden }
  }
  if (operator !== '+' || Array.isArray(left.value) || Array.isArray(right.value)) return null
  const text = String(left.value) + String(right.value)
  return { value: text, hidden }
}

type Call = Extract<AnyNode, { type: 'CallExpression' }>

function called(node: Call, of: (node: AnyNode) => Constant | null): Constant | null {
  const { callee } = node
  const args = node.arguments.map((one) => (one.type === 'SpreadElement' ? of(one.argument) : of(one)))
  const name =
    callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : null
  if (name === null) return null
  const first = args[0]
  const global = callee.type === 'Identifier' || isGlobalObject(callee)
  if (global && Object.hasOwn(DECODERS, name) && typeof first?.value === 'string') {
    const decoded = DECODERS[name]!(first.value)
    return decoded === null ? null : { value: decoded, hidden: true }
  }
  if (name === 'fromCharCode' || name === 'apply') return fromCodes(node, args)
  if (callee.type !== 'MemberExpression') return null
  const self = of(callee.object as AnyNode)
  if (!self) return null
  const regexp = node.arguments[0]
  if (name === 'replace' && regexp?.type === 'Literal' && regexp.regex) {
    const by = args[1]
    return typeof self.value === 'string' && typeof by?.value === 'string'
      ? replaced(self.value, regexp.regex, by.value)
      : null
  }
  if (args.some((one) => one === null)) return null
  const value = applied(
    self.value,
    name,
    args.map((one) => one!.value),
  )
  if (value === null) return null
  return { value, hidden: self.hidden || name === 'reverse' || name === 'replace' }
}

function isGlobalObject(callee: AnyNode): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    /^(?:window|self|globalThis|top|parent)$/.test(callee.object.name)
  )
}

const DECODERS: Record<string, (text: string) => string | null> = {
  atob(text) {
    const clean = text.replace(/\s+/g, '')
    return /^[A-Za-z0-9+/]*={0,2}$/.test(clean) ? Buffer.from(clean, 'base64').toString('latin1') : null
  },
  unescape: (text) =>
    text.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_, long, short) =>
      String.fromCharCode(Number.parseInt(long ?? short, 16)),
    ),
  decodeURIComponent: (text) => decoded(decodeURIComponent, text),
  decodeURI: (text) => decoded(decodeURI, text),
}

function decoded(by: (text: string) => string, text: string): string | null {
  try {
    return by(text)
  } catch {
    return null
  }
}

/** `String.fromCharCode(104, 105)`, `String.fromCharCode(...[104])`, `String.fromCharCode.apply(null, [104])`. */
function fromCodes({ callee }: Call, args: readonly (Constant | null)[]): Constant | null {
  if (callee.type !== 'MemberExpression') return null
  const applies = propertyName(callee) === 'apply'
  const target = applies ? callee.object : callee
  if (target.type !== 'MemberExpression' || propertyName(target) !== 'fromCharCode') return null
  const given = applies ? args.slice(1) : args
  const codes = given.flatMap((one) => one?.value ?? [Number.NaN])
  if (codes.length === 0 || !codes.every((code) => typeof code === 'number' && code >= 0 && code < 65_536)) return null
  return { value: codes.map((code) => String.fromCharCode(code as number)).join(''), hidden: true }
}

function replaced(text: string, { pattern, flags }: { pattern: string; flags: string }, by: string): Constant | null {
  // only what cannot run for long: one class of characters, or plain text
  if (!/^(?:\[[^\]]{1,60}\]\+?|[\w\s@#$%&!~:;,<>=-]{1,60})$/.test(pattern)) return null
  const safe = pattern.startsWith('[') ? pattern : pattern.replace(/\$/g, '\\$')
  try {
    return { value: text.replace(new RegExp(safe, flags.replace(/[^gimsu]/g, '')), by), hidden: true }
  } catch {
    return null
  }
}

type Value = Constant['value']

function applied(self: Value, name: string, args: readonly Value[]): Value | null {
  const [first, second] = args
  const number = (value: Value | undefined) => (typeof value === 'number' ? value : undefined)
  if (typeof self === 'string') {
    switch (name) {
      case 'split':
        return typeof first === 'string' ? self.split(first) : null
      case 'concat':
        return self + args.join('')
      case 'toString':
      case 'trim':
        return self.trim()
      case 'toLowerCase':
        return self.toLowerCase()
      case 'charAt':
        return self.charAt(number(first) ?? 0)
      case 'slice':
        return self.slice(number(first), number(second))
      case 'substring':
        return self.substring(number(first) ?? 0, number(second))
      case 'substr':
        return self.slice(
          number(first),
          second === undefined ? undefined : (number(first) ?? 0) + (number(second) ?? 0),
        )
      case 'replace':
      case 'replaceAll':
        if (typeof first !== 'string' || typeof second !== 'string') return null
        return name === 'replace' ? self.replace(first, second) : self.replaceAll(first, second)
      default:
        return null
    }
  }
  if (!Array.isArray(self)) return null
  const list: readonly (string | number)[] = self
  if (name === 'join') return list.join(typeof first === 'string' ? first : ',')
  if (name === 'reverse') return [...list].reverse()
  return name === 'concat' ? [...list, ...(args.flat() as (string | number)[])] : null
}

function isEscaped(raw: string): boolean {
  return (raw.match(/\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|u\{|[0-3][0-7]{2})/gi)?.length ?? 0) >= MANY_ESCAPES
}

/** The beginning of a text as far as it is constant: the host of an address to which data is added. */
export function constantPrefix(
  node: AnyNode,
  script: ParsedScript,
  work: Work = { left: MAX_WORK },
  depth = 0,
): { text: string; hidden: boolean } {
  const whole = constantOf(node, script, work)
  if (whole) return { text: String(whole.value), hidden: whole.hidden }
  const unknown = { text: '', hidden: false }
  if (depth > MAX_DEPTH || work.left <= 0) return unknown
  const of = (one: AnyNode) => constantPrefix(one, script, work, depth + 1)
  switch (node.type) {
    case 'BinaryExpression': {
      if (node.operator !== '+' || node.left.type === 'PrivateIdentifier') return unknown
      const left = constantOf(node.left, script, work)
      if (!left) return of(node.left)
      const right = of(node.right)
      return { text: String(left.value) + right.text, hidden: left.hidden || right.hidden }
    }
    case 'TemplateLiteral': {
      const start = node.quasis[0]?.value.cooked ?? ''
      const first = node.expressions[0]
      if (!first) return { text: start, hidden: false }
      const next = of(first)
      return { text: start + next.text, hidden: next.hidden }
    }
    case 'LogicalExpression': {
      const left = of(node.left)
      return left.text === '' ? of(node.right) : left
    }
    case 'ConditionalExpression':
      return of(node.consequent)
    case 'Identifier': {
      const first = script.bindings.get(node)?.writes[0]
      return first ? of(first) : unknown
    }
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && propertyName(node.callee) === 'concat'
        ? of(node.callee.object as AnyNode)
        : unknown
    default:
      return unknown
  }
}
