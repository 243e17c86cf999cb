/**
 * What runs inside a page, as source text: it is never run here, and the page is not trusted with anything of ours. All
 * lists are cut, since a page may have any number of anything.
 */

/** Before the page's own scripts: closed shadow roots are opened, windows and prints that would wait for a person are not. */
export const BEFORE = `(() => {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }) }
  window.print = () => {}
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })
})()`

/** All elements, shadow roots and frames of the same origin included. */
const WALK = `
  const all = []
  const roots = [document]
  while (roots.length > 0 && all.length < 50000) {
    const root = roots.shift()
    for (const element of root.querySelectorAll('*')) {
      if (all.length >= 50000) break
      all.push(element)
      if (element.shadowRoot) roots.push(element.shadowRoot)
      if (element.localName === 'iframe' || element.localName === 'frame') {
        try { if (element.contentDocument) roots.push(element.contentDocument) } catch {}
      }
    }
  }`

/** Where the page leads now, its document as it stands, and what `names` (paths from the window) are worth. */
export const READ = `((names) => {
  ${WALK}
  const urls = new Set()
  for (const element of all) {
    const href = element.localName === 'a' || element.localName === 'area' ? element.href : element.localName === 'iframe' ? element.src : null
    const url = typeof href === 'string' ? href : href?.baseVal
    if (url && urls.size < 2000 && url.length < 2000) urls.add(url)
  }
  const globals = {}
  for (const name of names) {
    try {
      let value = window
      for (const part of name.split('.')) value = value?.[part]
      if (typeof value === 'string' || typeof value === 'number') globals[name] = String(value).slice(0, 100)
      else if (value !== undefined && value !== null) globals[name] = ''
    } catch {}
  }
  return { urls: [...urls], globals, html: document.documentElement?.outerHTML.slice(0, 1000000) ?? '' }
})`

/**
 * Marks what a person might click on that is no link and sends no form, and gives how many there are: buttons, roles,
 * handlers, and whatever shows a hand. `unsafe` is a pattern of words that must not be clicked.
 */
export const MARK = `((unsafe, most) => {
  ${WALK}
  const words = new RegExp(unsafe, 'i')
  let count = 0
  for (const element of all) {
    if (count >= most) break
    const role = element.getAttribute('role')
    const href = element.getAttribute('href')
    const isButton = element.localName === 'button' || element.localName === 'summary' || /^(?:button|tab|menuitem|link|switch)$/.test(role ?? '')
    const isHandler = element.hasAttribute('onclick') || (element.localName === 'a' && (href === null || /^(?:#|javascript:)/.test(href)))
    const hasHand = !href && getComputedStyle(element).cursor === 'pointer' && getComputedStyle(element.parentElement ?? element).cursor !== 'pointer'
    if (!isButton && !isHandler && !hasHand) continue
    if (element.form && (element.type === 'submit' || element.type === 'image' || element.type === 'reset')) continue
    const box = element.getBoundingClientRect()
    if (box.width < 2 || box.height < 2 || element.disabled) continue
    const text = [element.textContent, element.id, element.className, element.name, element.title, element.getAttribute('aria-label'), href, element.getAttribute('onclick')]
    if (words.test(text.map((one) => String(one ?? '').slice(0, 200)).join(' ').replace(/\\s+/g, '-'))) continue
    element.setAttribute('data-lasthash', String(count++))
  }
  return count
})`

/** Clicks on what `MARK` numbered; false when it has gone. */
export const CLICK = `((number) => {
  ${WALK}
  const element = all.find((one) => one.getAttribute('data-lasthash') === String(number))
  if (!element) return false
  element.click()
  return true
})`
