import { ERRORS } from '../errors.ts'
import { documentHtml, proseHtml } from './document.ts'
import { escapeHtml } from './page.ts'

/** Every error of the API: where the `type` of each problem document points to. */
export function errorsHtml(): string {
  const rows = Object.entries(ERRORS)
    .sort(([, a], [, b]) => a.status - b.status)
    .map(
      ([code, { status, title, retryable, explanation }]) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td><strong>${escapeHtml(title)}.</strong> ${proseHtml(explanation)}</td><td>${retryable ? 'yes' : 'no'}</td></tr>`,
    )
  return documentHtml({
    title: 'Errors of the API',
    body: `<h1>Errors</h1>
<p>Every error is an <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> problem document, <code>application/problem+json</code>. <code>code</code> tells programs what is wrong, <code>detail</code> tells people, <code>errors</code> names each wrong field, and <code>request_id</code> is what we need to look into it.</p>
<div class="scroll"><table><thead><tr><th>Code</th><th>Status</th><th>When, and what to do</th><th>Retry</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>`,
  })
}
