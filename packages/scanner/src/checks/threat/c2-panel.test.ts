import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './c2-panel.ts'

const titled = (title: string, body = '') => ({ page: page({ body: `<!doctype html><title>${title}</title>${body}` }) })

testCheck(check, {
  fires: [
    { name: 'Covenant', evidence: titled('Covenant', '<form action="/covenantuser/login">'), outcome: 'panel' },
    {
      name: 'Havoc',
      evidence: { page: page({ status: 404, headers: { 'X-Havoc': 'true' }, body: '' }) },
      outcome: 'panel',
    },
    { name: 'Gophish', evidence: titled('Gophish - Login'), outcome: 'panel' },
  ],
  silent: [
    { name: 'a church', evidence: titled('Covenant', '<h1>Covenant Church</h1>'), verdict: 'pass' },
    { name: 'a story about Gophish', evidence: titled('Gophish - Login and set-up explained'), verdict: 'pass' },
    { name: 'an ordinary page', evidence: titled('Home'), verdict: 'pass' },
  ],
})
