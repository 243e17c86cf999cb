import type { FrameworkTable } from './table.ts'

export default {
  id: 'owasp_2021',
  name: 'OWASP Top 10:2021',
  publisher: 'The OWASP Foundation',
  source: 'https://owasp.org/Top10/2021/',
  covers: 'All ten categories. Which checks speak to them stands with the checks.',
  mapped: 'owasp_2021',
  rows: `
A01:2021 | Access control that can be got around | | login
A02:2021 | Cryptography that is missing or weak | | part
A03:2021 | Input that becomes code, commands or markup | | attack
A04:2021 | Design without the protection that the purpose needs | | login
A05:2021 | Settings that leave open what need not be | | part
A06:2021 | Components with known flaws, or too old | | part
A07:2021 | Log-ins and sessions that can be taken over | | login
A08:2021 | Software and data taken without proof that they are what they seem | | part
A09:2021 | Attacks that nobody would notice | | inside
A10:2021 | Servers that can be made to send requests | | attack
`,
} satisfies FrameworkTable
