import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './deployment-file.ts'

testCheck(check, {
  fires: [
    {
      name: 'a secret of Kubernetes',
      evidence: exposures({ '/secrets.yaml': 'apiVersion: v1\nkind: Secret\ndata:\n  password: SHVudGVyMjI=\n' }),
      outcome: 'credentials',
      seen: 'password=…',
    },
    {
      name: 'App Engine with a key',
      evidence: exposures({ '/app.yaml': 'runtime: python312\nenv_variables:\n  DB_PASSWORD: "Zk3fQ9aLmm"\n' }),
      outcome: 'credentials',
    },
    {
      name: 'Serverless',
      evidence: exposures({ '/serverless.yml': 'service: shop\nprovider:\n  name: aws\n' }),
      outcome: 'steps',
    },
    { name: 'a Procfile', evidence: exposures({ '/Procfile': 'web: gunicorn app:app' }), outcome: 'steps' },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/Procfile', '/app.yaml'], SPA), verdict: 'pass' },
    { name: 'another YAML file', evidence: exposures({ '/app.yaml': 'name: app\nversion: 1\n' }), verdict: 'pass' },
    { name: 'a text', evidence: exposures({ '/Procfile': 'What is a Procfile?' }), verdict: 'pass' },
  ],
})
