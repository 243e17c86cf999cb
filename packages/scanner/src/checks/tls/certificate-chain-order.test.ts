import { makeCertificate } from '../../../test/certificates.ts'
import { testCheck } from '../../../test/check-table.ts'
import { intermediate, leaf, root, tls } from '../../../test/tls.ts'
import check from './certificate-chain-order.ts'

const own = leaf({ issuer: intermediate })
const stranger = makeCertificate({ commonName: 'Stranger', ca: true, issuer: root })
const second = makeCertificate({ commonName: 'Second', ca: true, issuer: intermediate })

testCheck(check, {
  fires: [
    {
      name: 'root before intermediate',
      evidence: { tls: tls([own, root, intermediate]) },
      outcome: 'disordered',
      seen: 'CN=site.test\nCN=Test Root\nCN=Test Intermediate',
    },
    { name: 'a stranger at the end', evidence: { tls: tls([own, intermediate, stranger]) }, outcome: 'strangers' },
    { name: 'a stranger between', evidence: { tls: tls([own, stranger, intermediate]) }, outcome: 'strangers' },
    {
      name: 'last year’s leaf left in the file',
      evidence: { tls: tls([own, leaf({ issuer: intermediate, from: -365, to: -1 }), intermediate]) },
      outcome: 'strangers',
    },
  ],
  silent: [
    { name: 'leaf and intermediate', evidence: { tls: tls() }, verdict: 'pass' },
    { name: 'with the root', evidence: { tls: tls([own, intermediate, root]) }, verdict: 'pass' },
    {
      name: 'two intermediates',
      evidence: { tls: tls([leaf({ issuer: second }), second, intermediate]) },
      verdict: 'pass',
    },
    { name: 'one certificate', evidence: { tls: tls([leaf()]) }, verdict: 'skip' },
  ],
})
