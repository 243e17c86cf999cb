import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './terraform-state.ts'

testCheck(check, {
  fires: [
    {
      name: 'the state',
      evidence: exposures({
        '/terraform.tfstate': {
          type: 'application/json',
          body: '{\n  "version": 4,\n  "terraform_version": "1.7.0",\n  "serial": 3,\n  "outputs": {},\n  "resources": [',
          truncated: true,
        },
      }),
      outcome: 'state',
    },
    {
      name: 'variables',
      evidence: exposures({ '/terraform.tfvars': 'region      = "eu-west-1"\ndb_password = "hunter2x"\n' }),
      outcome: 'variables',
      seen: 'db_password=hu…',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/terraform.tfstate'], SPA), verdict: 'pass' },
    {
      name: 'another JSON file',
      evidence: exposures({ '/terraform.tfstate': '{"version": 4, "resources": []}' }),
      verdict: 'pass',
    },
    {
      name: 'variables without secrets',
      evidence: exposures({ '/terraform.tfvars': 'region = "eu-west-1"\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({
        '/terraform.tfstate': { type: 'text/html', body: '<html>{"terraform_version": "1.7.0", "resources": []}' },
      }),
      verdict: 'pass',
    },
  ],
})
