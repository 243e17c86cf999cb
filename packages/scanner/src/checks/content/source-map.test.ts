import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './source-map.ts'

const script = (code: string, headers = {}) => ({ page: page({ body: `<script>${code}</script>`, headers }) })
const data = (map: object) => `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`

testCheck(check, {
  fires: [
    {
      name: 'in the page',
      evidence: script(`x()\n//# sourceMappingURL=${data({ sourcesContent: ['const a = 1'] })}\n`),
      outcome: 'embedded',
    },
    {
      name: 'beside it',
      evidence: script('x()\n//# sourceMappingURL=app.js.map'),
      outcome: 'named',
      seen: 'app.js.map',
    },
    { name: 'by a header', evidence: script('x()', { SourceMap: '/app.js.map' }), outcome: 'named' },
    {
      name: 'of a style',
      evidence: { page: page({ body: '<style>a{}/*# sourceMappingURL=a.css.map */</style>' }) },
      outcome: 'named',
    },
  ],
  silent: [
    { name: 'none', evidence: script('x()'), verdict: 'pass' },
    {
      name: 'in the page, without sources',
      evidence: script(`x()\n//# sourceMappingURL=${data({ mappings: '' })}`),
      verdict: 'pass',
    },
    { name: 'in a string, not at the end', evidence: script('f("//# sourceMappingURL=a.map"); g()'), verdict: 'pass' },
    { name: 'broken data', evidence: script('x()\n//# sourceMappingURL=data:application/json,%'), verdict: 'pass' },
    { name: 'no HTML', evidence: { page: page({ headers: { 'Content-Type': 'text/plain' } }) }, verdict: 'skip' },
  ],
})
