import { type Adapter, type HttpCall, readHttp } from './adapter.ts'
import { clipped, factsOf, headline, type Notice, oneLine } from './notice.ts'

// developer.pagerduty.com/docs/send-alert-event
const REGIONS: Record<string, string> = { us: 'https://events.pagerduty.com', eu: 'https://events.eu.pagerduty.com' }
const SUMMARY = 1_024 // characters
const SOURCE = 255
const SEVERITIES: Record<string, string> = { critical: 'critical', high: 'error', medium: 'warning' }
const ACTIONS: Record<Notice['change'], 'trigger' | 'acknowledge' | 'resolve'> = {
  opened: 'trigger',
  worsened: 'trigger',
  acknowledged: 'acknowledge',
  resolved: 'resolve',
}

/** PagerDuty's Events API v2. An alert's own id is the key by which an incident is opened, brought up to date and closed. */
export const pagerduty: Adapter = {
  combines: false,
  compose({ kind, notices, brand }, settings) {
    const [notice] = notices as [Notice]
    const call = (action: string): HttpCall => ({
      by: 'http',
      url: `${String(settings.base_url ?? REGIONS[String(settings.region)]).replace(/\/$/, '')}/v2/enqueue`,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(eventOf(notice, action, brand.name, String(settings.routing_key))),
    })
    // A test leaves no incident behind.
    return kind === 'test' ? [call('trigger'), call('resolve')] : [call(ACTIONS[notice.change])]
  },
  // 400: the event, or its key, is not taken; 403 and 404: nor will any be.
  read: (answer) => readHttp(answer, [403, 404]),
}

function eventOf(notice: Notice, event_action: string, client: string, routing_key: string) {
  const { alert, website, link } = notice
  const event = { routing_key, event_action, dedup_key: alert.id }
  if (event_action !== 'trigger') return event
  return {
    ...event,
    client,
    ...(link ? { links: [{ href: link, text: 'Report' }] } : {}),
    payload: {
      summary: clipped(oneLine(`${headline(notice)}: ${alert.summary}`), SUMMARY),
      source: clipped(oneLine(website.url), SOURCE),
      severity: SEVERITIES[alert.severity] ?? 'info',
      timestamp: alert.created_at,
      component: clipped(oneLine(website.name), SOURCE),
      group: alert.kind,
      class: alert.cause,
      custom_details: Object.fromEntries(
        factsOf(notice).map(([name, value]) => [name, clipped(oneLine(value), 1_024)]),
      ),
    },
  }
}
