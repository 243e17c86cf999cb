import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBounce } from './bounce.ts'

const report = (lines: string) =>
  `From: MAILER-DAEMON@mx.example.com\r\nContent-Type: multipart/report; report-type=delivery-status\r\n\r\nThis is the mail system.\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n${lines}\r\n--x--\r\n`

const CASES: [what: string, text: string, expected: ReturnType<typeof readBounce>][] = [
  [
    'Postfix, an unknown user, folded',
    report(
      'Final-Recipient: rfc822; gone@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <gone@example.com>:\r\n    Recipient address rejected',
    ),
    { status: '5.1.1', said: '550 5.1.1 <gone@example.com>: Recipient address rejected' },
  ],
  [
    'without words',
    report('Action: Failed\r\nStatus: 5.2.2 (mailbox full)'),
    { status: '5.2.2', said: '5.2.2 (mailbox full)' },
  ],
  [
    'line feeds alone',
    report('Action: failed\nStatus: 5.0.0\n').replaceAll('\r', ''),
    { status: '5.0.0', said: '5.0.0' },
  ],
  ['only late', report('Action: delayed\r\nStatus: 4.4.1'), null],
  ['delivered', report('Action: delivered\r\nStatus: 2.0.0'), null],
  ['failed for now', report('Action: failed\r\nStatus: 4.4.7'), null],
  ['somebody’s answer', 'From: ann@example.com\r\n\r\nThank you!', null],
  ['nothing', '', null],
]
for (const [what, text, expected] of CASES)
  test(`a report of delivery: ${what}`, () => assert.deepEqual(readBounce(text), expected))
