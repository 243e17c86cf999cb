import { makeCertificate } from '../../../test/certificates.ts'
import { testCheck } from '../../../test/check-table.ts'
import { leaf, root, tls } from '../../../test/tls.ts'
import check from './certificate-distrusted.ts'

const by = (organisation: string, from = -30) => {
  const issuer = makeCertificate({ commonName: 'Issuing CA', organisation, ca: true, issuer: root })
  return { tls: tls([leaf({ issuer, from }), issuer]) }
}
const years = (count: number) => -365 * count

testCheck(check, {
  fires: [
    {
      name: 'Symantec',
      evidence: by('Symantec Corporation'),
      outcome: 'distrusted',
      seen: 'Symantec, with VeriSign, GeoTrust and Thawte (2018)',
    },
    { name: 'WoSign', evidence: by('WoSign CA Limited'), outcome: 'distrusted' },
    {
      name: 'Entrust, issued since',
      evidence: by('Entrust, Inc.'),
      outcome: 'distrusted',
      seen: 'Entrust and AffirmTrust (2024)',
    },
  ],
  silent: [
    { name: 'another authority', evidence: by('Let’s Encrypt'), verdict: 'pass' },
    { name: 'Entrust, issued before', evidence: by('Entrust, Inc.', years(2)), verdict: 'pass' },
    { name: 'an old brand, issued by DigiCert', evidence: by('DigiCert Inc'), verdict: 'pass' },
    { name: 'self-signed', evidence: { tls: tls([leaf()]) }, verdict: 'skip' },
  ],
})
