import type { PaymentPageReading, PaymentScript } from '@lasthash/scanner'

/** A script as the inventory knows it. */
export interface KnownScript {
  id: string
  source: string
  kind: PaymentScript['kind']
  sha256: string
  integrity: string | null
  present: boolean
  authorization_kind: 'version' | 'address' | null
  authorized_sha256: string | null
}

export interface PageChanges {
  added: PaymentScript[]
  changed: { before: KnownScript; after: PaymentScript }[]
  removed: KnownScript[]
  /** Not there before, or with another value, or gone; by name. */
  headers: { name: string; before: string | null; after: string | null }[]
}

/** What is otherwise than at the last look: pure. A look that was cut short takes nothing away. */
export function changesOf(
  reading: PaymentPageReading,
  scripts: readonly KnownScript[],
  headers: Readonly<Record<string, string>> | null,
): PageChanges {
  const known = new Map(scripts.map((one) => [one.source, one]))
  const now = new Set(reading.scripts.map(({ source }) => source))
  const added = reading.scripts.filter(({ source }) => !known.get(source)?.present)
  const changed = reading.scripts.flatMap((after) => {
    const before = known.get(after.source)
    const same = !before?.present || (before.sha256 === after.sha256 && before.integrity === after.integrity)
    return same ? [] : [{ before, after }]
  })
  const removed = reading.complete ? scripts.filter(({ present, source }) => present && !now.has(source)) : []
  return { added, changed, removed, headers: headers === null ? [] : headerChanges(headers, reading.headers) }
}

function headerChanges(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }))
    .filter((one) => one.before !== one.after)
}

export function isNone({ added, changed, removed, headers }: PageChanges): boolean {
  return added.length + changed.length + removed.length + headers.length === 0
}

export type ScriptState = 'authorized' | 'changed_since' | 'not_authorized'

/** Whether what runs now is what somebody has authorised. */
export function stateOf({
  authorization_kind,
  authorized_sha256,
  sha256,
}: Pick<KnownScript, 'authorization_kind' | 'authorized_sha256' | 'sha256'>): ScriptState {
  if (authorization_kind === null) return 'not_authorized'
  return authorization_kind === 'address' || authorized_sha256 === sha256 ? 'authorized' : 'changed_since'
}

/**
 * By what its integrity is assured: the browser holds it to the page's `integrity`; or it is held to the authorised text at
 * each look. Null: by nothing.
 */
export function assuredBy({
  authorization_kind,
  integrity,
}: Pick<KnownScript, 'authorization_kind' | 'integrity'>): 'integrity' | 'version' | null {
  if (integrity) return 'integrity'
  return authorization_kind === 'version' ? 'version' : null
}
