import { constantOf } from './constant.ts'
import {
  type AnyNode,
  type Binding,
  type FunctionNode,
  functionNamed,
  type ParsedScript,
  propertyName,
} from './javascript.ts'
import {
  CHOSEN,
  FIELDS,
  isElementProperty,
  KIND,
  kindsOfText,
  NAMES,
  partOf,
  selected,
  TYPED,
  typed,
} from './taint-kinds.ts'
import { DECODERS, ITERATORS, KEEPERS, LISTENERS, SELECTORS, TEACHING, TEXT_METHODS, WINDOW } from './taint-words.ts'

const K = KIND

const ROUNDS = 5 // over which what is known spreads from variable to variable
/** Which data reaches which expression in one script, without running it: flow by assignment, call and return. */
export class Taint {
  readonly script: ParsedScript
  readonly #variables = new Map<Binding | string, number>()
  readonly #returns = new Map<FunctionNode, number>()
  readonly #self = new Map<FunctionNode, number>()
  #known = new Map<AnyNode, number>()
  #changed = false

  constructor(script: ParsedScript) {
    this.script = script
    const teaching = script.nodes.filter(({ type }) => TEACHING.has(type))
    for (let round = 0; round < ROUNDS; round++) {
      this.#changed = false
      this.#known = new Map()
      for (const node of teaching) this.#step(node)
      if (!this.#changed) break
    }
    this.#known = new Map()
  }

  of(node: AnyNode | null | undefined): number {
    if (!node) return 0
    const known = this.#known.get(node)
    if (known !== undefined) return known
    this.#known.set(node, 0) // a cycle adds nothing
    const found = this.#compute(node)
    this.#known.set(node, found)
    return found
  }

  /** The function that an expression names, as far as the script tells. */
  functionOf(node: AnyNode | null | undefined): FunctionNode | null {
    return functionNamed(node, this.script)
  }

  /** A name that nothing in the script declares: `window`, `document`, `$`. */
  isBrowser(node: AnyNode, name: RegExp): boolean {
    if (node.type === 'MemberExpression') {
      const property = propertyName(node)
      return (
        property !== null &&
        name.test(property) &&
        this.isBrowser(node.object as AnyNode, /^(?:window|self|top|parent|globalThis|document)$/)
      )
    }
    return node.type === 'Identifier' && name.test(node.name) && this.script.bindings.get(node)?.declared === false
  }

  #compute(node: AnyNode): number {
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' ? kindsOfText(node.value) : 0
      case 'TemplateLiteral':
        return this.#union(node.expressions) | this.#union(node.quasis)
      case 'TemplateElement':
        return kindsOfText(node.value.cooked ?? '')
      case 'Identifier':
        if (node.name === 'location' && this.isBrowser(node, /^location$/)) return K.HREF
        return this.#variables.get(this.script.bindings.get(node) ?? '') ?? 0
      case 'ThisExpression': {
        const fn = this.script.within.get(node)
        return fn ? (this.#self.get(fn) ?? 0) : 0
      }
      case 'MemberExpression':
        return this.#member(node)
      case 'BinaryExpression':
        if (node.operator !== '+' || node.left.type === 'PrivateIdentifier') return 0
        return this.of(node.left) | this.of(node.right)
      case 'LogicalExpression':
        return this.of(node.left) | this.of(node.right)
      case 'ConditionalExpression':
        return this.of(node.consequent) | this.of(node.alternate)
      case 'AssignmentExpression':
        return this.of(node.right)
      case 'SequenceExpression':
        return this.of(node.expressions.at(-1))
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        return this.of(node.expression)
      case 'AwaitExpression':
      case 'SpreadElement':
        return this.of(node.argument)
      case 'ArrayExpression':
        return this.#union(node.elements)
      case 'ObjectExpression':
        return this.#union(node.properties)
      case 'Property':
        return this.of(node.value as AnyNode) | (kindsOfText(propertyName(node) ?? '') & NAMES)
      case 'NewExpression':
      case 'CallExpression':
        return this.#call(node)
      default:
        return 0
    }
  }

  #member(node: Extract<AnyNode, { type: 'MemberExpression' }>): number {
    const object = node.object as AnyNode
    const name = propertyName(node)
    if (this.isBrowser(object, /^document$/)) {
      if (name === 'cookie') return K.COOKIE
      if (name === 'referrer') return K.REFERRER
      if (name === 'URL' || name === 'documentURI' || name === 'location') return K.HREF
      if (name === 'forms') return K.ALL_FIELDS
    }
    if (this.isBrowser(object, /^(?:window|self|top|parent)$/)) {
      if (name === 'location') return K.HREF
      if (name === 'name') return K.WINDOW_NAME
    }
    if (object.type === 'ThisExpression' && name !== null) {
      const kept = this.#variables.get(`this.${name}`) ?? 0
      if (kept) return kept
    }
    const kinds = this.of(object)
    if (name === 'length' || name === 'size' || name === 'origin' || name === 'host' || name === 'hostname') return 0
    if (name === 'value' || name === 'innerText') return typed(kinds) | (kinds & (TYPED | CHOSEN))
    if (name !== null && /^(?:key|keyCode|which|charCode)$/.test(name) && kinds & K.EVENT) return K.KEY
    if (name === 'data' && kinds & K.MESSAGE_EVENT) return K.MESSAGE
    if (name !== null && /^(?:target|currentTarget|srcElement)$/.test(name) && kinds & K.EVENT)
      return (kinds & FIELDS) | K.FIELD
    if (name !== null && /^(?:protocol|port|pathname)$/.test(name)) return kinds & ~(K.ADDRESS | K.HREF)
    if (kinds & K.HREF && (name === 'search' || name === 'hash' || name === 'searchParams'))
      return (kinds & ~K.HREF) | K.ADDRESS
    return kinds & ~(K.EVENT | K.MESSAGE_EVENT)
  }

  #call(node: Extract<AnyNode, { type: 'CallExpression' | 'NewExpression' }>): number {
    const { callee } = node
    const name =
      callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : null
    const self = callee.type === 'MemberExpression' ? this.of(callee.object as AnyNode) : 0
    const args = this.#union(node.arguments)
    if (name !== null && SELECTORS.test(name)) {
      const by = this.of(node.arguments[0])
      const text = node.arguments[0] ? constantOf(node.arguments[0], this.script)?.value : undefined
      return selected(by | (typeof text === 'string' ? kindsOfText(text) : 0)) | (by & FIELDS)
    }
    if (name === 'FormData' && node.type === 'NewExpression') return args & FIELDS ? K.ALL_TYPED | typed(args) : 0
    if (name === 'val' || name === 'serialize' || name === 'serializeArray') {
      const all = name === 'val' ? 0 : K.ALL_TYPED
      return node.arguments.length === 0 && self & FIELDS ? typed(self) | all : self & TYPED
    }
    const fn = this.functionOf(callee)
    if (fn) return this.#returns.get(fn) ?? 0
    const chosen =
      (name !== null && callee.type === 'MemberExpression' && TEXT_METHODS.test(name) ? partOf(name, self) : 0) |
      (name !== null && DECODERS.test(name) ? args & CHOSEN : 0)
    const each = name !== null && ITERATORS.test(name) ? this.functionOf(node.arguments.at(-1)) : null
    return ((self | args) & (TYPED | FIELDS | NAMES)) | chosen | (each ? (this.#returns.get(each) ?? 0) : 0)
  }

  /** What one node teaches about variables, parameters and results. */
  #step(node: AnyNode): void {
    switch (node.type) {
      case 'VariableDeclarator':
        if (node.init) this.#assign(node.id, this.of(node.init))
        break
      case 'AssignmentExpression': {
        this.#assign(node.left, this.of(node.right))
        const name = propertyName(node.left)
        if (name?.startsWith('on') && node.left.type === 'MemberExpression') {
          const on = node.left.object as AnyNode
          this.#listen(name.slice(2), this.of(on), this.functionOf(node.right), this.isBrowser(on, WINDOW))
        }
        break
      }
      case 'ForOfStatement':
      case 'ForInStatement': {
        const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]!.id : node.left
        this.#assign(target, this.of(node.right))
        break
      }
      case 'ReturnStatement': {
        const fn = this.script.within.get(node)
        if (fn && node.argument) this.#give(this.#returns, fn, this.of(node.argument))
        break
      }
      case 'ArrowFunctionExpression':
        if (node.body.type !== 'BlockStatement') this.#give(this.#returns, node, this.of(node.body))
        break
      case 'NewExpression':
      case 'CallExpression':
        this.#stepCall(node)
        break
    }
  }

  #stepCall({ callee, arguments: args }: Extract<AnyNode, { type: 'CallExpression' | 'NewExpression' }>): void {
    const fn = this.functionOf(callee)
    const name = callee.type === 'MemberExpression' ? propertyName(callee) : null
    if (fn) {
      const given = name === 'call' || name === 'bind' ? args.slice(1) : args
      for (const [at, arg] of given.entries()) this.#assign(fn.params[at], this.of(arg))
    }
    if (this.isBrowser(callee, /^addEventListener$/) && callee.type === 'Identifier' && args[0])
      this.#listen(String(constantOf(args[0], this.script)?.value), 0, this.functionOf(args[1]), true)
    if (callee.type !== 'MemberExpression' || name === null) return
    const self = this.of(callee.object as AnyNode)
    if (KEEPERS.test(name)) this.#assign(callee.object as AnyNode, this.#union(args))
    if (ITERATORS.test(name)) {
      const each = this.functionOf(args.at(name === 'each' || name === 'map' ? -1 : 0))
      const over = self | (args.length > 1 && name === 'each' ? this.of(args[0]) : 0)
      for (const param of each?.params ?? []) this.#assign(param, over)
      if (each) this.#give(this.#self, each, over & FIELDS)
    }
    if (
      name === 'addEventListener' ||
      name === 'on' ||
      name === 'attachEvent' ||
      name === 'live' ||
      name === 'delegate'
    ) {
      const event = args.map((arg) => constantOf(arg, this.script)?.value).find((text) => typeof text === 'string')
      const selector = name === 'on' && args.length > 2 ? selected(this.of(args[1])) : 0
      const fn = this.functionOf(args.find((arg) => this.functionOf(arg)))
      const isWindow = this.isBrowser(callee.object as AnyNode, WINDOW)
      for (const type of String(event ?? '').split(/\s+/))
        this.#listen(type.replace(/^on|\..*$/g, ''), self | selector, fn, isWindow)
    } else if (LISTENERS.test(name)) this.#listen(name, self, this.functionOf(args.at(-1)), false)
  }

  #listen(type: string, on: number, fn: FunctionNode | null, isWindow: boolean): void {
    // a worker's messages are the script's own
    if (!fn || !LISTENERS.test(type) || (type === 'message' && !isWindow)) return
    const event = (type === 'message' ? K.MESSAGE_EVENT : 0) | K.EVENT | (on & FIELDS)
    this.#assign(fn.params[0], event)
    this.#give(this.#self, fn, on & FIELDS)
  }

  #assign(target: AnyNode | null | undefined, kinds: number): void {
    if (!target || kinds === 0) return
    switch (target.type) {
      case 'Identifier': {
        const binding = this.script.bindings.get(target)
        if (binding) this.#give(this.#variables, binding, kinds)
        break
      }
      case 'MemberExpression': {
        const object = target.object as AnyNode
        const name = propertyName(target)
        if (object.type === 'ThisExpression') this.#give(this.#variables, `this.${name}`, kinds)
        // an element does not become what is written into it
        else if (!isElementProperty(name)) this.#assign(object, kinds & ~(CHOSEN | K.EVENT))
        break
      }
      case 'ObjectPattern':
        for (const one of target.properties) this.#assign(one.type === 'Property' ? one.value : one.argument, kinds)
        break
      case 'ArrayPattern':
        for (const one of target.elements) this.#assign(one, kinds)
        break
      case 'AssignmentPattern':
        this.#assign(target.left, kinds)
        break
    }
  }

  #give<T>(map: Map<T, number>, key: T, kinds: number): void {
    const before = map.get(key) ?? 0
    if ((before | kinds) === before) return
    map.set(key, before | kinds)
    this.#changed = true
  }

  #union(nodes: readonly (AnyNode | null)[]): number {
    let kinds = 0
    for (const node of nodes) kinds |= this.of(node)
    return kinds
  }
}
