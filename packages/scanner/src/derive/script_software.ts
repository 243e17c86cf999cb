import { defineDerivation } from '../source.ts'
import { librariesIn } from './library-code.ts'

/** The libraries in a script file that was fetched. */
export default defineDerivation({
  name: 'script_software',
  needs: ['script'],
  derive: ({ script }) => librariesIn(script.body, script.url),
})
