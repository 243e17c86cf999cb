/** Everything that can happen, as `type` of an event. Only added to within v1, never renamed. */
export const EVENTS = {
  'scan.queued': 'A scan was accepted.',
  'scan.started': 'A worker began a scan.',
  'scan.completed': 'A scan is done; its numbers are the ones that the API gives from now on.',
  'scan.failed': 'A scan could not be made; `error` says why.',
  'scan.canceled': 'A scan was canceled.',
  'vulnerability.detected': 'A vulnerability was seen on a website for the first time.',
  'vulnerability.resolved': 'A vulnerability was tested for and is gone.',
  'vulnerability.reopened': 'A vulnerability that was fixed has come back.',
  'vulnerability.accepted': 'Somebody accepted the risk of a vulnerability.',
  'threat.detected': 'Something hostile was seen for the first time: injected code, a skimmer, a known-bad resource.',
  'score.degraded': 'The score is lower by 1 or more than in the last comparable scan.',
  'score.improved': 'The score is higher by 1 or more than in the last comparable scan.',
  'monitor.down': 'A website gives no good answer; a second try has shown it.',
  'monitor.recovered': 'A website that was down answers again.',
  'certificate.expiring': 'A certificate ends soon, or has ended.',
  'certificate.changed': 'A website shows another certificate.',
  'dns.changed': 'Records that a website or its mail hangs on are others.',
  'content.changed': 'What visitors read on the start page is no longer what it was.',
  'scripts.changed': 'The start page runs other scripts.',
  'alert.opened': 'Something is wrong: one alert for each cause and website.',
  'alert.resolved': 'What was wrong has gone, or somebody has dealt with it.',
  'alert_channel.disabled': 'An alert channel was switched off: it is gone, or failed for five days.',
  'compliance.changed': 'After a scan, a website stands otherwise against a framework that is followed.',
  'report.ready': 'A report is made; `download_url` gives the file to whoever has a key.',
  'report_schedule.disabled': 'A schedule of reports was switched off, because it failed five times in a row.',
  'report.failed': 'A report could not be made; `error` says why.',
  'ticket.created': 'A vulnerability has become a ticket in a tracker.',
  'ticket.updated': 'A ticket was closed, reopened or lost, on either side.',
  'payment_page.changed': 'A payment page runs other scripts, or sends other headers that protect visitors.',
  'website.created': 'A website was registered.',
  'website.verified': 'A website was shown to be yours.',
  'website.verification_lost': 'What showed a website to be yours has been missing for three days.',
  'schedule.disabled': 'A schedule was switched off, because five of its scans in a row failed.',
  'webhook.disabled': 'A webhook endpoint was switched off: it answered 410, or failed for five days.',
  'webhook.test': 'Sent when asked for, to see that an endpoint works.',
  'api_key.created': 'An API key was made.',
  'api_key.revoked': 'An API key was revoked.',
} as const

export type EventName = keyof typeof EVENTS
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[]

/** What an endpoint may subscribe to: a test is sent to the endpoint that asks for it, subscribed or not. */
export const SUBSCRIBABLE = EVENT_NAMES.filter((name) => name !== 'webhook.test')
