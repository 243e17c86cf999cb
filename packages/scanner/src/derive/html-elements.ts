import { Parser } from 'htmlparser2'
import type { Html, HtmlAnchor, HtmlForm, HtmlInput, HtmlScript } from './html.ts'

/** Start tags; the heaviest ordinary pages have some 30,000. */
const MAX_ELEMENTS = 100_000
/** Open elements; browsers stop at 512, and the parser's cost grows with the square. */
const MAX_DEPTH = 5_000
/** Characters of visible text kept. */
const MAX_TEXT = 1_000_000
const MAX_ANCHOR_TEXT = 200
/** Elements that do not part a word: all others leave a space in the text. */
const INLINE = new Set(
  'a abbr b bdi bdo big code em font i ins del mark s small span strong sub sup tt u var wbr'.split(' '),
)
/** What stands in these is quoted, or is no text at all. */
const QUOTED = new Set('pre code samp kbd blockquote textarea script style template noscript title option'.split(' '))
/** Characters of a URL attribute kept: what is longer is `data:`, of which only the beginning tells anything. */
const MAX_URL = 8_192
/** Characters handed to the parser at once: the limits are looked at in between. */
const SLICE = 16_384

type Attributes = Record<string, string>
type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }

/** Reads the elements that `Html` lists out of `body`, with URLs resolved as in a document at `url`. */
export function readElements(body: string, url: string): Omit<Html, 'is_html'> {
  const base = baseOf(body, url)
  const html: Writable<Omit<Html, 'is_html'>> = {
    base,
    title: null,
    scripts: [],
    links: [],
    stylesheets: [],
    styles: [],
    images: [],
    media: [],
    iframes: [],
    forms: [],
    inputs: [],
    anchors: [],
    metas: [],
    comments: [],
    inlineHandlers: [],
    text: '',
    prose: '',
    truncated: false,
  }
  const text: string[] = []
  const prose: string[] = []
  let textLength = 0
  let quoted = 0
  let elements = 0
  let depth = 0
  let templates = 0
  let svg = 0
  let form: Writable<HtmlForm> | null = null
  let title: string[] | null = null
  let script: HtmlScript | null = null
  let style: { nonce: string | null; inline: string } | null = null
  let anchor: HtmlAnchor | null = null
  const formsById = new Map<string, Writable<HtmlForm>>()
  const claimed: { input: HtmlInput; form: string }[] = []

  const resolve = (value: string | undefined) => resolveUrl(value, base)
  const media = (element: string, value: string | undefined) => {
    const resolved = resolve(value)
    if (resolved) html.media.push({ element, url: resolved })
  }
  const images = (value: string | undefined, srcset: string | undefined) => {
    const single = resolve(value)
    if (single) html.images.push({ url: single, srcset: false })
    for (const candidate of srcsetUrls(srcset ?? '')) {
      const resolved = resolve(candidate)
      if (resolved) html.images.push({ url: resolved, srcset: true })
    }
  }

  const open: Record<string, (a: Attributes) => void> = {
    script(a) {
      const src = a.src ?? (svg > 0 ? (a.href ?? a['xlink:href']) : undefined)
      script = {
        src: src ?? null,
        url: resolve(src),
        integrity: a.integrity ?? null,
        crossorigin: crossorigin(a),
        type: a.type?.trim().toLowerCase() ?? null,
        nonce: a.nonce ?? null,
        inline: '',
      }
      html.scripts.push(script)
    },
    style(a) {
      style = { nonce: a.nonce ?? null, inline: '' }
      html.styles.push(style)
    },
    link(a) {
      if (a.href === undefined) return
      const rel = tokens(a.rel)
      const link = {
        rel,
        href: a.href.slice(0, MAX_URL),
        url: resolve(a.href),
        integrity: a.integrity ?? null,
        crossorigin: crossorigin(a),
        as: a.as?.trim().toLowerCase() ?? null,
        type: a.type?.trim().toLowerCase() ?? null,
      }
      html.links.push(link)
      if (rel.includes('stylesheet')) html.stylesheets.push(link)
    },
    img: (a) => images(a.src, a.srcset),
    image: (a) => images(a.href ?? a['xlink:href'], undefined),
    source(a) {
      media('source', a.src)
      images(undefined, a.srcset)
    },
    audio: (a) => media('audio', a.src),
    video(a) {
      media('video', a.src)
      images(a.poster, undefined)
    },
    track: (a) => media('track', a.src),
    embed: (a) => media('embed', a.src),
    object: (a) => media('object', a.data),
    iframe: (a) => frame('iframe', a),
    frame: (a) => frame('frame', a),
    form(a) {
      const method = a.method?.toLowerCase()
      form = {
        action: a.action ?? null,
        url: a.action?.trim() ? resolve(a.action) : url,
        method: method === 'post' || method === 'dialog' ? method : 'get',
        id: a.id ?? null,
        inputs: [],
      }
      if (form.id && !formsById.has(form.id)) formsById.set(form.id, form)
      html.forms.push(form)
    },
    input: (a) => control('input', a),
    button: (a) => control('button', a),
    select: (a) => control('select', a),
    textarea: (a) => control('textarea', a),
    a: (a) => link(a),
    area: (a) => link(a),
    meta(a) {
      html.metas.push({
        name: a.name ?? null,
        httpEquiv: a['http-equiv']?.trim().toLowerCase() ?? null,
        content: a.content ?? null,
        charset: a.charset ?? null,
      })
    },
    title() {
      if (svg === 0 && html.title === null && !title) title = []
    },
  }

  function frame(element: 'iframe' | 'frame', a: Attributes): void {
    html.iframes.push({
      element,
      src: a.src ?? null,
      url: resolve(a.src),
      sandbox: a.sandbox === undefined ? null : tokens(a.sandbox),
    })
  }

  function control(element: string, a: Attributes): void {
    const preset = { input: 'text', button: 'submit' }[element] ?? element
    const input: HtmlInput = {
      element,
      name: a.name ?? null,
      type: (preset === element ? null : a.type?.trim().toLowerCase()) || preset,
      autocomplete: a.autocomplete?.trim().toLowerCase() ?? null,
      value: a.value ?? null,
      formaction: a.formaction?.trim() ? resolve(a.formaction) : null,
    }
    html.inputs.push(input)
    if (a.form !== undefined) claimed.push({ input, form: a.form })
    else (form?.inputs as HtmlInput[] | undefined)?.push(input)
  }

  function link(a: Attributes): void {
    if (a.href === undefined) return
    anchor = {
      href: a.href.slice(0, MAX_URL),
      url: resolve(a.href),
      target: a.target ?? null,
      rel: tokens(a.rel),
      text: '',
    }
    html.anchors.push(anchor)
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      elements++
      depth++
      if (!INLINE.has(name)) text.push(' ')
      if (QUOTED.has(name)) quoted++
      if (name === 'template') templates++
      if (name === 'svg') svg++
      if (templates > 0) return
      if (Object.hasOwn(open, name)) open[name]!(attributes)
      for (const key in attributes)
        if (key.length > 2 && key.startsWith('on'))
          html.inlineHandlers.push({ element: name, name: key, code: attributes[key]! })
    },
    onclosetag(name) {
      depth--
      if (!INLINE.has(name)) text.push(' ')
      if (QUOTED.has(name)) quoted--
      if (name === 'template') templates = Math.max(0, templates - 1)
      if (name === 'svg') svg = Math.max(0, svg - 1)
      if (name === 'form') form = null
      if (name === 'script') script = null
      if (name === 'style') style = null
      if (name === 'a' && anchor) {
        anchor.text = anchor.text.trimEnd()
        anchor = null
      }
      if (name === 'title' && title) {
        html.title = collapse(title.join('')).trimEnd()
        title = null
      }
    },
    ontext(data) {
      if (script) {
        if (script.src === null) script.inline += data
      } else if (style) style.inline += data
      else if (templates === 0) {
        title?.push(data)
        if (anchor && anchor.text.length < MAX_ANCHOR_TEXT)
          anchor.text = collapse(anchor.text + data).slice(0, MAX_ANCHOR_TEXT)
        if (textLength < MAX_TEXT) {
          text.push(data)
          if (quoted === 0) prose.push(data)
          textLength += data.length
        }
      }
    },
    oncomment: (data) => void html.comments.push(data),
  })
  for (let from = 0; from < body.length && !html.truncated; from += SLICE) {
    parser.write(body.slice(from, from + SLICE))
    html.truncated = elements > MAX_ELEMENTS || depth > MAX_DEPTH
  }
  parser.end()
  for (const { input, form: id } of claimed) formsById.get(id)?.inputs.push(input)
  html.prose = prose.join('')
  html.text = text.join('').replace(/\s+/g, ' ').trim()
  return html
}

/** The URL that relative ones hang on: the first `<base>` with a href that is a URL (HTML section 4.2.3). */
function baseOf(body: string, url: string): string {
  if (!/<base[\s/]/i.test(body)) return url
  let href: string | undefined
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base') href ??= attributes.href
    },
  })
  for (let from = 0; from < body.length && href === undefined; from += SLICE)
    parser.write(body.slice(from, from + SLICE))
  parser.end()
  const base = resolveUrl(href, url)
  return base && !/^(?:data|javascript):/.test(base) ? base : url
}

function resolveUrl(value: string | undefined, base: string): string | null {
  if (!value?.trim()) return null
  return URL.parse(value.slice(0, MAX_URL), base)?.href ?? null
}

/** The URLs of a srcset attribute (HTML section 4.8.4.3.10). */
function* srcsetUrls(srcset: string): Generator<string> {
  const candidate = /[\s,]*(\S+)/gy
  for (let match = candidate.exec(srcset); match; match = candidate.exec(srcset)) {
    const found = match[1]!
    yield found.replace(/,+$/, '')
    if (found.endsWith(',')) continue
    const comma = srcset.indexOf(',', candidate.lastIndex)
    if (comma === -1) return
    candidate.lastIndex = comma + 1
  }
}

function crossorigin(a: Attributes): HtmlScript['crossorigin'] {
  if (a.crossorigin === undefined) return null
  return a.crossorigin.toLowerCase() === 'use-credentials' ? 'use-credentials' : 'anonymous'
}

function tokens(value: string | undefined): string[] {
  return (value ?? '').toLowerCase().split(/\s+/).filter(Boolean)
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trimStart()
}
