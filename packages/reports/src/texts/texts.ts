import type { Confidence, Severity } from '@lasthash/scanner'
import type { VulnerabilityStatus } from '@lasthash/scanner/report/document'
import type { RequirementStatus } from '../compliance-data.ts'
import type { Kind, Language } from '../data.ts'
import type { Effort } from '../effort.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type ScanType = 'quick' | 'full' | 'active'
type Answer = 'passed' | 'failed' | 'skipped' | 'not_gathered' | 'error'
type Change = 'new' | 'regressed' | 'fixed' | 'not_tested' | 'unchanged'

/**
 * Everything that reports say. A language is one file of this type: one that lacks a text does not compile. Numbers and
 * dates come as they are written in the language.
 */
export interface Texts {
  kinds: Record<Kind, string>
  severities: Record<Severity, string>
  severityMeans: Record<Severity, string>
  confidences: Record<Confidence, string>
  statuses: Record<VulnerabilityStatus, string>
  scanTypes: Record<ScanType, string>
  efforts: Record<Effort, string>
  effortMeans: Record<Effort, string>

  page(number: number, of: number): string
  skip: string
  numbers: string
  contents: string
  websites(count: number): string
  findings(count: number): string
  points(count: number, text: string): string
  span(from: string, to: string): string
  of100: string
  unscanned: string
  scoreLabel(score: number, grade: string): string

  about: {
    website: string
    websites: string
    scan: string
    ended: string
    period: string
    made: string
    report: string
    scanOf(type: string, seconds: number | null): string
  }
  verdict: {
    critical(count: number): string
    high(count: number): string
    medium(count: number): string
    low(count: number): string
    none: string
    unscanned: string
    up(points: string, since: string): string
    down(points: string, since: string): string
    same(since: string): string
    cap(limit: number, severity: string): string
    aside(count: number): string
    average: string
  }
  trend: {
    score: string
    average: string
    counts: string
    scoreAlt(from: string, to: string, first: number, last: number, scans: number): string
    countsAlt(first: number, last: number, from: string, to: string): string
    none: string
    scanned: string
    when: string
    scoreColumn: string
    type(type: string): string
    all: string
  }
  matters: {
    title: string
    nothing: string
    place(url: string): string
    places(url: string, more: number): string
  }
  first: {
    title: string
    action: string
    severity: string
    effort: string
    gain: string
    caption: string
    result(count: number, from: number, to: number, grade: string): string
    nothing: string
  }
  effort: { title: string; label: string; note(rest: string): string; means(name: string, means: string): string }
  activity: {
    title: string
    label: string
    new: string
    fixed: string
    reopened: string
    meanTime: string
    days(days: number): string
    hours(hours: number): string
  }
  limits: {
    title: string
    text: string
    /** That findings tell of themselves in English; empty where the report is in it. */
    english: string
  }
  summary: { title: string }
  overview: {
    title: string
    caption: string
    finding: string
    places: string
    points: string
    severity: string
    website: string
    untold(count: number): string
    none: string
  }
  finding: {
    title: string
    why: string
    seen: string
    fix: string
    setting(server: string): string
    elsewhere(servers: string): string
    where: string
    more(count: number): string
    proof: string
    curl: string
    payload: string
    request: string
    response: string
    control: string
    facts: string
    confidence: string
    status: string
    website: string
    check: string
    firstSeen: string
    lastSeen: string
    fixed: string
    fingerprint: string
    references: string
    assignee: string
    reason: string
    expires: string
    setAside: string
    setAsideMeans: string
    points(text: string): string
  }
  software: { title: string; caption: string; name: string; version: string; sure: string; note: string }
  coverage: {
    title: string
    label: string
    answers: Record<Answer, string>
    notAsked: string
    notAskedCaption: string
    check: string
    reason: string
    spent(pages: string, requests: string, handshakes: string, queries: string): string
    all: string
    limits: string
  }
  score: {
    title: string
    caption: string
    found: string
    each: string
    points: string
    severity: string
    text(version: number): string
  }
  comparison: {
    subtitle(from: string, to: string): string
    earlier: string
    later: string
    label: string
    verdict(fixed: number, appeared: number): string
    scores(from: number, to: number): string
    notComparable: string
    sections: Record<Change, string>
    means: Record<Change, string>
    none: string
    details: string
    place: string
    type: string
  }
  compliance: {
    framework: string
    publisher: string
    assessed: string
    byStatus: string
    statuses: Record<RequirementStatus, string>
    means: Record<RequirementStatus, string>
    verdict(failing: number, all: number): string
    readTitle: string
    read: string
    words: string
    all: string
    number: string
    requirement: string
    status: string
    tested: string
    details: string
    checks(passed: number, failed: number, skipped: number, unasked: number): string
    evidence: string
    unseen: string
    on: string
    verdicts: Record<'met' | 'not_met' | 'not_applicable', string>
    scans: string
  }
  portfolio: {
    title: string
    grades: string
    unscanned: string
    table: string
    website: string
    score: string
    change: string
    scanned: string
    common: string
    commonCaption: string
    finding: string
    on: string
    commonText: string
    attention: string
    worst(names: string): string
    verdict(bad: number, all: number): string
  }
}

const TEXTS: Record<Language, Texts> = { en, de, fr }

export function textsFor(language: Language): Texts {
  return TEXTS[language]
}
