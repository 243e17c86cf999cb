import { defineDerivation } from '../source.ts'
import { foundFiles } from './found_files.ts'

/** Copies of crawled pages that the site serves. */
export default defineDerivation({
  name: 'found_copies',
  needs: ['page_copies'],
  derive: ({ page_copies }) => foundFiles(page_copies),
})
