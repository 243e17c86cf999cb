/**
 * Authorities that browsers stopped believing, by the organisation in the issuer's name. Sources: the announcements of Mozilla
 * (wiki.mozilla.org/CA, blog.mozilla.org/security) and of Chrome (security.googleblog.com).
 */
export interface DistrustedAuthority {
  name: string
  /** The organisation (O) as certificates name it. */
  organisations: readonly string[]
  /** Certificates issued from then on are refused; null: all. Milliseconds since the epoch. */
  from: number | null
}

export const DISTRUSTED_AUTHORITIES: readonly DistrustedAuthority[] = [
  {
    name: 'Symantec, with VeriSign, GeoTrust and Thawte (2018)',
    // Those that DigiCert issues under the old brands name DigiCert as their organisation, and are believed.
    organisations: ['Symantec Corporation', 'VeriSign, Inc.', 'GeoTrust Inc.', 'thawte, Inc.', 'Thawte, Inc.'],
    from: null,
  },
  { name: 'WoSign (2016)', organisations: ['WoSign CA Limited'], from: null },
  { name: 'StartCom (2016)', organisations: ['StartCom Ltd.', 'StartCom CA'], from: null },
  { name: 'CNNIC (2015)', organisations: ['CNNIC', 'China Internet Network Information Center'], from: null },
  { name: 'DigiNotar (2011)', organisations: ['DigiNotar', 'DigiNotar B.V.'], from: null },
  { name: 'TrustCor (2022)', organisations: ['TrustCor Systems S. de R.L.'], from: null },
  { name: 'Camerfirma (2021)', organisations: ['AC Camerfirma S.A.', 'AC Camerfirma SA'], from: null },
  { name: 'Certinomis (2019)', organisations: ['Certinomis'], from: null },
  { name: 'GLOBALTRUST (2024)', organisations: ['e-commerce monitoring GmbH'], from: Date.UTC(2024, 6, 1) },
  {
    name: 'Entrust and AffirmTrust (2024)',
    organisations: ['Entrust, Inc.', 'Entrust.net', 'AffirmTrust'],
    from: Date.UTC(2024, 11, 1),
  },
  { name: 'Chunghwa Telecom (2025)', organisations: ['Chunghwa Telecom Co., Ltd.'], from: Date.UTC(2025, 7, 1) },
  {
    name: 'NetLock (2025)',
    organisations: ['NetLock Kft.', 'NETLOCK Kft.', 'NETLOCK Ltd.'],
    from: Date.UTC(2025, 7, 1),
  },
]
