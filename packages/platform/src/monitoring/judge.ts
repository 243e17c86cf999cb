import type {
  CertificateReading,
  ContentReading,
  DnsReading,
  DomainReading,
  HeadersReading,
  MalwareReading,
  ScriptsReading,
} from '@lasthash/scanner'
import type { MonitorKind } from '../db/schema.ts'
import { certificateTroubles } from './judge-certificate.ts'
import { contentTroubles } from './judge-content.ts'
import { dnsTroubles } from './judge-dns.ts'
import { domainSilence, domainTroubles } from './judge-domain.ts'
import { headersBaseline, headersTroubles } from './judge-headers.ts'
import { malwareTroubles } from './judge-malware.ts'
import { type ScoreReading, scoreBaseline, scoreTroubles } from './judge-score.ts'
import { scriptsBaseline, scriptsTroubles } from './judge-scripts.ts'
import { judgeUptime } from './judge-uptime.ts'
import type { Data, Judged, Judgement, Looked, Trouble } from './trouble.ts'

interface Comparison {
  troubles: Trouble[]
  baseline: object
}

/** What a reading means against the one before: pure, each kind by its own rules. */
const COMPARE: Record<
  Exclude<MonitorKind, 'uptime'>,
  (reading: never, before: never, judged: Judged, now: number) => Comparison
> = {
  certificate: (reading: CertificateReading, before: CertificateReading | null, { thresholds }, now) => ({
    troubles: certificateTroubles(reading, before, thresholds, now),
    baseline: reading,
  }),
  headers: (reading: HeadersReading, before: HeadersReading | null, { thresholds }) => ({
    troubles: headersTroubles(reading, before, thresholds),
    baseline: headersBaseline(reading, before),
  }),
  dns: (reading: DnsReading, before: DnsReading | null) => ({
    troubles: dnsTroubles(reading, before),
    baseline: reading,
  }),
  content: (reading: ContentReading, before: ContentReading | null, { thresholds }) => ({
    troubles: contentTroubles(reading, before, thresholds),
    baseline: reading,
  }),
  scripts: (reading: ScriptsReading, before: ScriptsReading | null) => ({
    troubles: scriptsTroubles(reading, before),
    baseline: scriptsBaseline(reading, before),
  }),
  malware: (reading: MalwareReading) => ({ troubles: malwareTroubles(reading), baseline: reading }),
  domain: (reading: DomainReading, _, { thresholds }, now) => ({
    troubles: domainTroubles(reading, thresholds, now),
    baseline: reading,
  }),
  score: (reading: ScoreReading, before: ScoreReading | null, { thresholds }) => {
    const comparable = before?.score_version === reading.score_version ? before : null
    return {
      troubles: scoreTroubles(reading, comparable, thresholds),
      baseline: scoreBaseline(reading, comparable),
    }
  },
}

/** What a look means. Whether a website is there at all is for its uptime monitor to say: the others then know nothing. */
export function judge(judged: Judged, looked: Looked, now: number): Judgement {
  if (judged.kind === 'uptime') return judgeUptime(looked, judged.thresholds)
  if (!looked.answered) {
    // A score that nobody has given yet is nobody's fault.
    return { answered: false, fault: judged.kind === 'score' ? null : looked.fault, detail: looked.detail }
  }
  const silence = judged.kind === 'domain' ? domainSilence(looked.reading as DomainReading) : null
  if (silence) return { answered: false, fault: null, detail: silence }
  const { troubles, baseline } = COMPARE[judged.kind](looked.reading as never, judged.baseline as never, judged, now)
  return {
    answered: true,
    fault: troubles.length > 0 ? 'target' : null,
    detail: troubles[0]?.summary ?? null,
    troubles,
    reading: looked.reading as Data,
    baseline: baseline as Data,
  }
}
