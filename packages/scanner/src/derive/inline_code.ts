import { defineDerivation } from '../source.ts'
import { type CodeReport, joinReports, readCode } from './code.ts'

/** Types of `<script>` that browsers run; the others hold data or templates (HTML section 4.12.1). */
const RUN =
  /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:jscript|livescript|javascript1\.[0-5]))?$/

/** What the page's own code does: its inline scripts and its event handlers. */
export default defineDerivation({
  name: 'inline_code',
  needs: ['html'],
  derive: ({ html }): CodeReport => {
    const inline = html.scripts.filter(({ src, type }) => src === null && RUN.test(type ?? '')).map((one) => one.inline)
    const handlers = [...new Set(html.inlineHandlers.map(({ code }) => code))]
    return joinReports([...inline, ...handlers].map((text) => readCode(text)))
  },
})
