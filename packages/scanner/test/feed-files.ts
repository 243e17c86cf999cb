import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

/** Small files in the form in which each feed is published, made here. */
export const RETIRE = {
  jquery: {
    npmname: 'jquery',
    vulnerabilities: [
      {
        atOrAbove: '1.0.3',
        below: '3.5.0',
        severity: 'medium',
        identifiers: { summary: 'Passing HTML runs scripts', CVE: ['CVE-2020-11023'] },
        info: ['https://example.com/advisory'],
      },
      { below: '2.999.999', severity: 'low', identifiers: { summary: 'no more supported', retid: '73' }, info: [] },
    ],
    extractors: {},
  },
  ckeditor: {
    vulnerabilities: [
      {
        ranges: [{ below: '4.4.3' }, { atOrAbove: '4.5.0', below: '4.5.2' }],
        severity: 'high',
        identifiers: { bug: '1' },
        info: [],
      },
    ],
  },
  'retire-example': { vulnerabilities: [{ below: '1', severity: 'low', identifiers: {}, info: [] }] },
}

export const OSV_RECORDS = [
  {
    id: 'GHSA-aaaa-bbbb-cccc',
    aliases: ['CVE-2099-0001'],
    modified: '2026-01-15T10:00:00Z',
    summary: 'It breaks',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    database_specific: { severity: 'CRITICAL' },
    references: [{ type: 'WEB', url: 'https://example.com/1' }],
    affected: [
      {
        package: { ecosystem: 'npm', name: 'Left-Pad' },
        ranges: [
          {
            type: 'SEMVER',
            events: [{ introduced: '0' }, { fixed: '1.2.0' }, { introduced: '2.0.0' }, { last_affected: '2.1.0' }],
          },
        ],
      },
      {
        package: { ecosystem: 'PyPI', name: 'left-pad' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }],
      },
    ],
  },
  {
    id: 'GHSA-withdrawn',
    modified: '2026-01-10T00:00:00Z',
    withdrawn: '2026-01-11T00:00:00Z',
    affected: [
      { package: { ecosystem: 'npm', name: 'gone' }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] },
    ],
  },
  {
    id: 'OSV-LIST',
    modified: '2026-01-12T00:00:00Z',
    details: 'One by one',
    affected: [{ package: { ecosystem: 'npm', name: 'listed' }, versions: ['1.0.0', '1.0.1'] }],
  },
  {
    id: 'MAL-2026-1',
    modified: '2026-01-20T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name: 'evil' }, versions: ['1.0.0'] }],
  },
]

export const WORDFENCE = {
  'id-1': {
    id: 'id-1',
    title: 'Some Plugin <= 1.2.3 - SQL injection',
    cve: 'CVE-2099-0002',
    updated: '2026-01-14 08:30:00',
    cvss: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', score: 7.5, rating: 'High' },
    references: ['https://example.com/wf'],
    software: [
      {
        type: 'plugin',
        slug: 'some-plugin',
        affected_versions: {
          '* - 1.2.3': { from_version: '*', from_inclusive: true, to_version: '1.2.3', to_inclusive: true },
        },
        patched: true,
        patched_versions: ['1.2.4'],
      },
      {
        type: 'core',
        slug: 'wordpress',
        affected_versions: {
          '6.0 - 6.0.1': { from_version: '6.0', from_inclusive: true, to_version: '6.0.1', to_inclusive: true },
        },
        patched_versions: ['6.0.2'],
      },
    ],
  },
}

export const KEV = {
  title: 'x',
  dateReleased: '2026-01-13T15:00:00.000Z',
  count: 1,
  vulnerabilities: [{ cveID: 'CVE-2099-0001', dateAdded: '2026-01-02' }],
}

export const EPSS = gzipSync(
  '#model_version:v2025.03.14,score_date:2026-01-15T00:00:00+0000\ncve,epss,percentile\nCVE-2099-0001,0.12,0.95\nCVE-2099-0002,0.00042,0.1\nnot,a,row\n',
)

export const ENDOFLIFE = {
  schema_version: '1.2.0',
  generated_at: '2026-01-15T03:00:00+00:00',
  total: 1,
  result: [
    {
      name: 'php',
      releases: [
        { name: '8.4', isEol: false, eolFrom: '2028-12-31', latest: { name: '8.4.99' } },
        { name: '8.0', isEol: true, eolFrom: '2023-11-26', latest: { name: '8.0.30' } },
      ],
    },
  ],
}

export const URLHAUS = `# URLhaus Database Dump (CSV - recent URLs only)
# Last updated: 2026-01-15 12:00:05 (UTC)
# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter
"1","2026-01-15 11:00:00","http://bad.example/a.exe","online","2026-01-15","malware_download","exe","https://urlhaus.abuse.ch/url/1/","x"
"2","2026-01-15 11:00:00","https://bad.example/b,c.js","online","","malware_download","","https://urlhaus.abuse.ch/url/2/","y"
`

export const URLHAUS_PAYLOADS = `# URLhaus Database Dump (CSV - Payloads)
# "firstseen","url","filetype","md5","sha256","signature"
"2026-01-15 11:30:00","http://bad.example/a.exe","exe","${'0'.repeat(32)}","${'a1'.repeat(32)}","Mozi"
"2026-01-15 10:00:00","http://bad.example/b.js","js","${'1'.repeat(32)}","${'B2'.repeat(32)}","None"
"2026-01-15 09:00:00","http://other.example/b.js","js","${'1'.repeat(32)}","${'B2'.repeat(32)}","None"
`

/** A ZIP archive of JSON files. */
export function zipOf(files: Readonly<Record<string, unknown>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, value] of Object.entries(files)) {
    const content = Buffer.from(JSON.stringify(value))
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
    const central = Buffer.alloc(42)
    central.writeUInt16LE(20, 0)
    fields.copy(central, 2)
    central.writeUInt32LE(at, 38)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), central, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06', 'latin1'), end])
}
