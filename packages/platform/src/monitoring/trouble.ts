import type { Fault, Probed } from '@lasthash/scanner'
import type { MonitorKind, SeverityName } from '../db/schema.ts'
import type { EventName } from '../events/names.ts'
import type { Thresholds } from './thresholds.ts'

export type Data = Record<string, unknown>

/** One thing that is wrong, or that is no longer what it was. */
export interface Trouble {
  /** What makes two looks see the same trouble, and two monitors raise one alert. */
  cause: string
  severity: SeverityName
  /** One sentence. */
  summary: string
  data: Data
  /** Told besides `alert.opened`. */
  event?: EventName
  /** A change happens once and then is how things are; other troubles last until they are gone. */
  isChange?: boolean
}

/** What a look means for its monitor. */
export type Judgement =
  /** Nobody can say: the fault is ours, or another kind of monitor answers for it. */
  | { answered: false; fault: Fault | null; detail: string }
  | {
      answered: true
      /** Null while all is well. */
      fault: Fault | null
      detail: string | null
      troubles: Trouble[]
      reading: Data | null
      /** What later looks are held against. */
      baseline: Data | null
    }

export interface Judged {
  kind: MonitorKind
  thresholds: Thresholds
  baseline: Data | null
}

export type Looked = Probed<object>
