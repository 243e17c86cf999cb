import { defineCheck, fail, verdictOf } from '../../check.ts'
import { CLOUD_STORAGE, judgeStorage } from '../../cloud-storage.ts'
import { cloudStorage } from '../../derive/cloud-storage.ts'

export default defineCheck({
  ...CLOUD_STORAGE,
  id: 'content/cloud-storage-file',
  question: 'Do script files name storage at cloud providers, or give away more than reading there?',
  needs: ['script'],
  run({ script }) {
    if (script.third_party) return verdictOf([])
    return verdictOf(
      judgeStorage(cloudStorage(script.body)).map(({ outcome, parameter, seen }) =>
        fail(outcome, { url: script.url, parameter, exchange: script.exchange }, seen),
      ),
    )
  },
})
