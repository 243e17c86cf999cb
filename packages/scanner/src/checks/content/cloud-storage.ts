import { defineCheck, fail, verdictOf } from '../../check.ts'
import { CLOUD_STORAGE, judgeStorage } from '../../cloud-storage.ts'
import { cloudStorage } from '../../derive/cloud-storage.ts'

export default defineCheck({
  ...CLOUD_STORAGE,
  id: 'content/cloud-storage',
  question: 'Do pages name storage at cloud providers, or give away more than reading there?',
  needs: ['page'],
  run({ page }) {
    return verdictOf(
      judgeStorage(cloudStorage(page.body)).map(({ outcome, parameter, seen }) =>
        fail(outcome, { url: page.url, parameter }, seen),
      ),
    )
  },
})
