import { defineDerivation } from '../source.ts'
import { readCode } from './code.ts'

/** What the code of a script file does. */
export default defineDerivation({
  name: 'script_code',
  needs: ['script'],
  derive: ({ script }) => readCode(script.body, script.exchange.response.truncated),
})
