import { fitPayload } from '../events/payload.ts'
import { signature } from '../events/sign.ts'
import { type Adapter, ARRIVED } from './adapter.ts'
import type { Notice } from './notice.ts'

interface WebhookSettings {
  url: string
  secret: string
}

/** Any endpoint: JSON as our webhooks send it, signed as Standard Webhooks; `webhook-id` is the delivery's. */
export const webhook: Adapter = {
  combines: true,
  compose({ id, kind, created_at, notices }, settings) {
    const { url, secret } = settings as unknown as WebhookSettings
    const [first] = notices
    const type = kind === 'alert' && first ? `alert.${first.change}` : `alert.${kind}`
    const data = kind === 'digest' ? { alerts: notices.map(told) } : told(first!)
    const body = JSON.stringify({ id, type, created_at, data: fitPayload(data) })
    const timestamp = Math.floor(Date.now() / 1000)
    return [
      {
        by: 'http',
        url,
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signature([secret], id, timestamp, body),
        },
        body,
      },
    ]
  },
  /** As with webhooks: whatever is not 2xx is tried again, and 410 is the end. */
  read({ status, error }) {
    if (error !== null) return { error, final: false, gone: false }
    if (status >= 200 && status < 300) return ARRIVED
    return { error: `The endpoint answered ${status}.`, final: false, gone: status === 410 }
  },
}

function told({ change, alert, website, link }: Notice) {
  return { change, alert, website, link }
}
