import { constantOf } from './constant.ts'
import { type AnyNode, type Binding, type FunctionNode, isFunction, propertyName, type Script } from './javascript.ts'

/** What an expression may hold, as bits: a field of a form, what somebody typed into it, an address. */
export const KIND = {
  // elements, and the texts that select them
  FIELD: 1,
  CARD_FIELD: 2,
  PASSWORD_FIELD: 4,
  ALL_FIELDS: 8,
  CARD_NAME: 16,
  PASSWORD_NAME: 32,
  INPUT_NAME: 64,
  EVENT: 128,
  MESSAGE_EVENT: 256,
  // data
  TYPED: 512,
  CARD: 1_024,
  PASSWORD: 2_048,
  ALL_TYPED: 4_096,
  KEY: 8_192,
  COOKIE: 16_384,
  ADDRESS: 32_768,
  REFERRER: 65_536,
  WINDOW_NAME: 131_072,
  MESSAGE: 262_144,
} as const

const K = KIND
const NAMES = K.CARD_NAME | K.PASSWORD_NAME | K.INPUT_NAME
const FIELDS = K.FIELD | K.CARD_FIELD | K.PASSWORD_FIELD | K.ALL_FIELDS
const TYPED = K.TYPED | K.CARD | K.PASSWORD | K.ALL_TYPED | K.KEY | K.COOKIE
/** What an attacker can choose by a link, a page that opens this one, or a message. */
export const CHOSEN = K.ADDRESS | K.REFERRER | K.WINDOW_NAME | K.MESSAGE

/** Names that check-outs give the fields of a card; a separator before, so that "discard" is none. */
const CARD_WORD =
  /(?:^|[^a-z])(?:cc|card|credit|payment|billing)?[-_[\].]?(?:cc[-_]?(?:number|num|no|cid|cvc|cvv|exp\w*)|card[-_]?(?:number|num|no|cvc|cvv|cvn|exp\w*)|credit[-_]?card[-_]?\w*|cvv2?|cvc2?|securitycode|security[-_]code)(?:$|[^a-z])|expir(?:y|ation)[-_]?(?:month|year|date)|autocomplete[*^$]?=["']?cc-|cardnumber|creditcard/i
const PASSWORD_WORD = /type=["']?password|(?:^|[^a-z])(?:passwd|password|pwd|user_pass|login\[password\])(?:$|[^a-z])/i
const INPUT_WORD = /(?:^|[\s,>])(?:input|select|textarea|form)(?![-\w])/i

const ROUNDS = 6 // over which what is known spreads from variable to variable
const SELECTORS =
  /^(?:getElementById|getElementsByName|getElementsByClassName|getElementsByTagName|querySelector|querySelectorAll|closest|find|\$|jQuery)$/
/** Methods that give back the text that they were called on, or a part of it. */
const TEXT_METHODS =
  /^(?:split|slice|substring|substr|replace|replaceAll|trim|concat|toString|join|pop|shift|at|match|exec|charAt|toLowerCase|toUpperCase|get|getAll|reverse|map|filter|entries|values)$/
const DECODERS = /^(?:decodeURIComponent|decodeURI|unescape|atob|String|parse|URL|URLSearchParams)$/
const LISTENERS = /^(?:keyup|keydown|keypress|change|blur|input|submit|click|focusout|mousedown|message|load)$/
const KEEPERS = /^(?:push|append|set|add|unshift|assign|extend)$/
const ITERATORS = /^(?:forEach|map|each|filter|reduce|some|every)$/

/** Which data reaches which expression in one script, without running it: flow by assignment, call and return. */
export class Taint {
  readonly script: Script
  readonly #variables = new Map<Binding | string, number>()
  readonly #returns = new Map<FunctionNode, number>()
  readonly #self = new Map<FunctionNode, number>()
  #known = new Map<AnyNode, number>()
  #changed = false

  constructor(script: Script) {
    this.script = script
    for (let round = 0; round < ROUNDS; round++) {
      this.#changed = false
      this.#known = new Map()
      for (const node of script.nodes) this.#step(node)
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
    if (isFunction(node)) return node
    if (node?.type === 'Identifier') return this.script.bindings.get(node)?.fn ?? null
    if (node?.type !== 'MemberExpression') return null
    const name = propertyName(node)
    if (name === 'bind' || name === 'call' || name === 'apply') return this.functionOf(node.object as AnyNode)
    return name === null ? null : (this.script.methods.get(name) ?? null)
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
        if (node.name === 'location' && this.isBrowser(node, /^location$/)) return K.ADDRESS
        return this.#read(this.script.bindings.get(node))
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
      if (name === 'URL' || name === 'documentURI' || name === 'location') return K.ADDRESS
      if (name === 'forms') return K.ALL_FIELDS
    }
    if (this.isBrowser(object, /^(?:window|self|top|parent)$/)) {
      if (name === 'location') return K.ADDRESS
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
    if (name !== null && /^(?:protocol|port|pathname)$/.test(name)) return kinds & ~K.ADDRESS
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
      (name !== null && callee.type === 'MemberExpression' && TEXT_METHODS.test(name) ? self & CHOSEN : 0) |
      (name !== null && DECODERS.test(name) ? args & CHOSEN : 0)
    return ((self | args) & (TYPED | FIELDS | NAMES)) | chosen
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
        if (name?.startsWith('on') && node.left.type === 'MemberExpression')
          this.#listen(name.slice(2), this.of(node.left.object as AnyNode), this.functionOf(node.right))
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
    if (callee.type === 'Identifier') this.#listenGlobally(callee, args)
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
      for (const type of String(event ?? '').split(/\s+/))
        this.#listen(
          type.replace(/^on|\..*$/g, ''),
          self | selector,
          this.functionOf(args.find((arg) => this.functionOf(arg))),
        )
    } else if (LISTENERS.test(name)) this.#listen(name, self, this.functionOf(args.at(-1)))
  }

  #listenGlobally(callee: AnyNode, args: readonly AnyNode[]): void {
    if (!this.isBrowser(callee, /^addEventListener$/)) return
    const type = args[0] ? constantOf(args[0], this.script)?.value : undefined
    if (typeof type === 'string') this.#listen(type, 0, this.functionOf(args[1]))
  }

  #listen(type: string, on: number, fn: FunctionNode | null): void {
    if (!fn || !LISTENERS.test(type)) return
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
        else if (!isElementProperty(name)) this.#assign(object, kinds & ~(K.ADDRESS | K.EVENT))
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

  #read(binding: Binding | undefined): number {
    return binding ? (this.#variables.get(binding) ?? 0) : 0
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

function isElementProperty(name: string | null): boolean {
  return (
    name !== null && /^(?:src|href|innerHTML|outerHTML|value|action|style|className|textContent|text|id)$/.test(name)
  )
}

function kindsOfText(text: string): number {
  if (text.length > 2_000) return 0
  return (
    (CARD_WORD.test(text) ? K.CARD_NAME : 0) |
    (PASSWORD_WORD.test(text) ? K.PASSWORD_NAME : 0) |
    (INPUT_WORD.test(text) ? K.INPUT_NAME : 0)
  )
}

function selected(by: number): number {
  if (by & K.CARD_NAME) return K.CARD_FIELD | K.FIELD
  if (by & K.PASSWORD_NAME) return K.PASSWORD_FIELD | K.FIELD
  return by & K.INPUT_NAME ? K.ALL_FIELDS | K.FIELD : K.FIELD
}

/** What is read out of such an element. */
function typed(kinds: number): number {
  return (
    (kinds & K.CARD_FIELD ? K.CARD : 0) |
    (kinds & K.PASSWORD_FIELD ? K.PASSWORD : 0) |
    (kinds & K.ALL_FIELDS ? K.ALL_TYPED : 0) |
    (kinds & FIELDS ? K.TYPED : 0)
  )
}
