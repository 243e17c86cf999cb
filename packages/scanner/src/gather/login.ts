import { type HtmlForm, type HtmlInput, parseHtml } from '../derive/html.ts'
import type { Login, LoginStep } from '../evidence.ts'
import type { Exchange, HeaderList } from '../net/exchange.ts'
import type { RequestOptions } from '../net/net.ts'
import { redirectOf } from '../net/session.ts'

type Send = (url: string, options?: RequestOptions) => Promise<Exchange>

const MOST_REDIRECTS = 5
const FORM: HeaderList[number] = ['Content-Type', 'application/x-www-form-urlencoded']

/** Logs in as described, by a form or by recorded steps. Throws with the reason when it does not look as if it worked. */
export async function logIn(send: Send, login: Login, start: string): Promise<void> {
  const last = login.steps ? await takeSteps(send, login.steps, start) : await fillForm(send, login, start)
  const { status, body } = last.response
  if (status >= 400) throw new Error(`${last.request.url} answered ${status}.`)
  if (login.logged_in !== undefined) {
    if (!body.includes(login.logged_in)) throw new Error(`the page that followed does not show “${login.logged_in}”.`)
  } else if (!login.steps && passwordForm(body, last.request.url)) {
    throw new Error('the log-in form came back; user name or password may be wrong.')
  }
}

/** Tells whether an answer shows that the session is gone. */
export function lossOf(login: Login, start: string): (exchange: Exchange) => boolean {
  const page = login.url === undefined ? null : URL.parse(login.url, start)
  return (exchange) => {
    const { request, response } = exchange
    if (login.logged_out !== undefined && response.body.includes(login.logged_out)) return true
    if (response.status === 401) return true
    const next = redirectOf(exchange)
    // The log-in page itself may redirect to itself; whoever is sent there from elsewhere has lost the session.
    return page !== null && next !== null && pathOf(next) === page.pathname && pathOf(request.url) !== page.pathname
  }
}

async function fillForm(send: Send, login: Login, start: string): Promise<Exchange> {
  const { username, password } = login
  if (login.url === undefined || username === undefined || password === undefined) {
    throw new Error('a form needs its url, username and password.')
  }
  const page = await followed(send, await send(new URL(login.url, start).href))
  const form = passwordForm(page.response.body, page.request.url)
  if (!form) throw new Error(`${page.request.url} shows no form with a password field.`)
  const fields = new URLSearchParams()
  for (const { name, value, type } of form.inputs) {
    if (name && /^(?:hidden|text|email)$/.test(type)) fields.set(name, value ?? '')
  }
  const button = form.inputs.find(({ name, type }) => name && type === 'submit')
  if (button) fields.set(button.name!, button.value ?? '')
  fields.set(login.username_field ?? userField(form), username)
  fields.set(login.password_field ?? passwordField(form)!.name!, password)
  for (const [name, value] of Object.entries(login.fields ?? {})) fields.set(name, value)

  const action = new URL(form.url ?? page.request.url)
  if (form.method === 'get') {
    action.search = fields.toString()
    return followed(send, await send(action.href))
  }
  const origin: HeaderList[number] = ['Origin', action.origin]
  const headers: HeaderList = [FORM, origin, ['Referer', page.request.url]]
  return followed(send, await send(action.href, { method: 'POST', headers, body: fields.toString() }))
}

/** The form that a person would log in with: the first that has a password field with a name. */
function passwordForm(body: string, url: string): HtmlForm | undefined {
  return parseHtml(body, url).forms.find((form) => passwordField(form) !== undefined)
}

function passwordField({ inputs }: HtmlForm): HtmlInput | undefined {
  return inputs.find(({ type, name }) => type === 'password' && name)
}

/** By what the field says of itself, its name, or as the last text before the password. */
function userField(form: HtmlForm): string {
  const texts = form.inputs.filter(({ type, name }) => name && /^(?:text|email|tel)$/.test(type))
  const before = form.inputs.slice(0, form.inputs.indexOf(passwordField(form)!)).filter((one) => texts.includes(one))
  const field =
    texts.find(({ autocomplete }) => /\busername\b|\bemail\b/.test(autocomplete ?? '')) ??
    texts.find(({ name }) => /user|e?mail|log[-_]?in|account|^log$/i.test(name!)) ??
    before.at(-1) ??
    texts[0]
  if (!field) throw new Error('the form has no field for a user name; name it as username_field.')
  return field.name!
}

async function takeSteps(send: Send, steps: readonly LoginStep[], start: string): Promise<Exchange> {
  const values: Record<string, string> = {}
  const filled = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  let last: Exchange | undefined
  for (const [index, step] of steps.entries()) {
    const form =
      step.form &&
      new URLSearchParams(Object.entries(step.form).map(([name, value]): [string, string] => [name, filled(value)]))
    const body = form?.toString() ?? (step.body === undefined ? undefined : filled(step.body))
    const headers: HeaderList = [
      ...(form ? [FORM] : []),
      ...Object.entries(step.headers ?? {}).map(([name, value]) => [name, filled(value)] as const),
    ]
    const method = step.method ?? (body === undefined ? 'GET' : 'POST')
    const url = new URL(filled(step.url), start).href
    last = await followed(send, await send(url, { method, headers, ...(body !== undefined && { body }) }))
    for (const [name, pattern] of Object.entries(step.extract ?? {})) {
      const found = new RegExp(pattern).exec(last.response.body)
      if (!found) throw new Error(`step ${index + 1} finds nothing by its pattern for ${name}.`)
      values[name] = found[1] ?? found[0]
    }
  }
  if (!last) throw new Error('there are no steps.')
  return last
}

/** The answer after the redirects that follow one, asked for as browsers do. */
async function followed(send: Send, first: Exchange): Promise<Exchange> {
  let exchange = first
  for (let count = 0; count < MOST_REDIRECTS; count++) {
    const next = redirectOf(exchange)
    if (next === null) break
    exchange = await send(next)
  }
  return exchange
}

function pathOf(url: string): string {
  return new URL(url).pathname
}
