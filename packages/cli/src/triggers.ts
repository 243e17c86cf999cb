/** What makes an event happen in test mode, by the event. */
export type Recipe =
  | { scan: 'clean' | 'vulnerable' | 'down' | 'slow'; cancel?: true }
  | { website: true }
  | { key: true }
  | { webhook: true }
  | { decide: true }
  | { fresh: 'expired-certificate' }
  | { better: true }

export const TRIGGERS: Readonly<Record<string, Recipe>> = {
  'scan.queued': { scan: 'clean' },
  'scan.started': { scan: 'clean' },
  'scan.completed': { scan: 'vulnerable' },
  'scan.failed': { scan: 'down' },
  'scan.canceled': { scan: 'slow', cancel: true },
  'vulnerability.detected': { fresh: 'expired-certificate' },
  'vulnerability.accepted': { decide: true },
  'score.improved': { better: true },
  'website.created': { website: true },
  'api_key.created': { key: true },
  'api_key.revoked': { key: true },
  'webhook.test': { webhook: true },
}
