import type { FrameworkTable } from './table.ts'

export default {
  id: 'owasp_2025',
  name: 'OWASP Top 10:2025',
  publisher: 'The OWASP Foundation',
  source: 'https://owasp.org/Top10/2025/',
  covers: 'All ten categories. Which checks speak to them stands with the checks.',
  mapped: 'owasp_2025',
  rows: `
A01:2025 | Access control that can be got around, requests made by the server included | | login
A02:2025 | Settings that leave open what need not be | | part
A03:2025 | A supply chain that can be tampered with, or is out of date | | part
A04:2025 | Cryptography that is missing or weak | | part
A05:2025 | Input that becomes code, commands or markup | | attack
A06:2025 | Design without the protection that the purpose needs | | login
A07:2025 | Log-ins and sessions that can be taken over | | login
A08:2025 | Software and data taken without proof that they are what they seem | | part
A09:2025 | Attacks that are neither logged nor told to anybody | | inside
A10:2025 | Errors and exceptions that tell too much or open what is closed | | attack
`,
} satisfies FrameworkTable
