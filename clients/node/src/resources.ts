// Made by `npm run clients` from docs/openapi.json: do not edit.

import type { Call, PageCall } from './call.ts'
import { type RequestOptions, segment } from './request.ts'
import { file, json, list, nothing, Resource } from './resource.ts'
import { events, lines, type ScanEvent, type WatchOptions } from './stream.ts'
import type * as types from './types.ts'

export class Websites extends Resource {
  /** List websites */
  list(params?: types.ListWebsitesParams, options?: RequestOptions): PageCall<types.Website> {
    return list<types.Website>(
      this.transport,
      'data',
      { operation: 'listWebsites', method: 'GET', path: '/v1/websites', query: params },
      options,
    )
  }

  /** Register a website */
  create(params: types.CreateWebsiteParams, options?: RequestOptions): Call<types.Website> {
    return json<types.Website>(
      this.transport,
      { operation: 'createWebsite', method: 'POST', path: '/v1/websites', body: params },
      options,
    )
  }

  /**
   * Change many websites
   *
   * The same change to up to 100 of them, with a result each: one that is not there holds up no other.
   */
  updateMany(params: types.UpdateWebsitesParams, options?: RequestOptions): Call<types.UpdateWebsitesResult> {
    return json<types.UpdateWebsitesResult>(
      this.transport,
      { operation: 'updateWebsites', method: 'PATCH', path: '/v1/websites', body: params },
      options,
    )
  }

  /** Get a website */
  get(websiteId: string, options?: RequestOptions): Call<types.Website> {
    return json<types.Website>(
      this.transport,
      { operation: 'getWebsite', method: 'GET', path: `/v1/websites/${segment('websiteId', websiteId)}` },
      options,
    )
  }

  /**
   * Change a website
   *
   * JSON merge patch (RFC 7396). The address stays: another address is another website.
   */
  update(websiteId: string, params: types.UpdateWebsiteParams, options?: RequestOptions): Call<types.Website> {
    return json<types.Website>(
      this.transport,
      {
        operation: 'updateWebsite',
        method: 'PATCH',
        path: `/v1/websites/${segment('websiteId', websiteId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete a website
   *
   * With its scans and vulnerabilities.
   */
  delete(websiteId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'deleteWebsite', method: 'DELETE', path: `/v1/websites/${segment('websiteId', websiteId)}` },
      options,
    )
  }

  /**
   * Follow a website’s score
   *
   * One point for each finished scan. Compare points of one scan type and score_version only.
   */
  scoreHistory(
    websiteId: string,
    params?: types.GetScoreHistoryParams,
    options?: RequestOptions,
  ): PageCall<types.ScorePoint> {
    return list<types.ScorePoint>(
      this.transport,
      'data',
      {
        operation: 'getScoreHistory',
        method: 'GET',
        path: `/v1/websites/${segment('websiteId', websiteId)}/score-history`,
        query: params,
      },
      options,
    )
  }

  /**
   * Register many websites
   *
   * Up to 1000 at once, as JSON or CSV, with a result for each: what is wrong with one keeps none of the others out.
   */
  importMany(params: types.ImportWebsitesParams, options?: RequestOptions): Call<types.WebsiteImport> {
    return json<types.WebsiteImport>(
      this.transport,
      { operation: 'importWebsites', method: 'POST', path: '/v1/website-imports', body: params },
      options,
    )
  }

  /** Get the verification of a website */
  verification(websiteId: string, options?: RequestOptions): Call<types.Verification> {
    return json<types.Verification>(
      this.transport,
      {
        operation: 'getVerification',
        method: 'GET',
        path: `/v1/websites/${segment('websiteId', websiteId)}/verification`,
      },
      options,
    )
  }

  /**
   * Begin to verify a website
   *
   * Gives what to publish: a TXT record, a file, or a meta element in the head of the start page. The token stays the same when another way is chosen.
   */
  beginVerification(
    websiteId: string,
    params: types.BeginVerificationParams,
    options?: RequestOptions,
  ): Call<types.Verification> {
    return json<types.Verification>(
      this.transport,
      {
        operation: 'beginVerification',
        method: 'POST',
        path: `/v1/websites/${segment('websiteId', websiteId)}/verification`,
        body: params,
      },
      options,
    )
  }

  /**
   * Look for the verification of a website
   *
   * Looks at once, for up to ten seconds. A verified website is looked at again every day; it stays verified for three days without.
   */
  checkVerification(websiteId: string, options?: RequestOptions): Call<types.Verification> {
    return json<types.Verification>(
      this.transport,
      {
        operation: 'checkVerification',
        method: 'POST',
        path: `/v1/websites/${segment('websiteId', websiteId)}/verification/check`,
      },
      options,
    )
  }
}

export class WebsiteGroups extends Resource {
  /** List groups of websites */
  list(params?: types.ListWebsiteGroupsParams, options?: RequestOptions): PageCall<types.WebsiteGroup> {
    return list<types.WebsiteGroup>(
      this.transport,
      'data',
      { operation: 'listWebsiteGroups', method: 'GET', path: '/v1/website-groups', query: params },
      options,
    )
  }

  /**
   * Make a group of websites
   *
   * Which websites are in it, they say themselves: `groups` of a website.
   */
  create(params: types.CreateWebsiteGroupParams, options?: RequestOptions): Call<types.WebsiteGroup> {
    return json<types.WebsiteGroup>(
      this.transport,
      { operation: 'createWebsiteGroup', method: 'POST', path: '/v1/website-groups', body: params },
      options,
    )
  }

  /** Get a group of websites */
  get(groupId: string, options?: RequestOptions): Call<types.WebsiteGroup> {
    return json<types.WebsiteGroup>(
      this.transport,
      { operation: 'getWebsiteGroup', method: 'GET', path: `/v1/website-groups/${segment('groupId', groupId)}` },
      options,
    )
  }

  /** Change a group of websites */
  update(groupId: string, params: types.UpdateWebsiteGroupParams, options?: RequestOptions): Call<types.WebsiteGroup> {
    return json<types.WebsiteGroup>(
      this.transport,
      {
        operation: 'updateWebsiteGroup',
        method: 'PATCH',
        path: `/v1/website-groups/${segment('groupId', groupId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete a group of websites
   *
   * Its websites stay.
   */
  delete(groupId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'deleteWebsiteGroup', method: 'DELETE', path: `/v1/website-groups/${segment('groupId', groupId)}` },
      options,
    )
  }
}

export class GeneratedScans extends Resource {
  /** List scans */
  list(params?: types.ListScansParams, options?: RequestOptions): PageCall<types.Scan> {
    return list<types.Scan>(
      this.transport,
      'data',
      { operation: 'listScans', method: 'GET', path: '/v1/scans', query: params },
      options,
    )
  }

  /**
   * Start a scan
   *
   * Scans over the plan’s concurrent limit wait in the queue. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30, for the end of the scan.
   */
  create(params: types.CreateScanParams, options?: RequestOptions): Call<types.Scan> {
    return json<types.Scan>(
      this.transport,
      { operation: 'createScan', method: 'POST', path: '/v1/scans', body: params },
      options,
    )
  }

  /** Get a scan */
  get(scanId: string, options?: RequestOptions): Call<types.Scan> {
    return json<types.Scan>(
      this.transport,
      { operation: 'getScan', method: 'GET', path: `/v1/scans/${segment('scanId', scanId)}` },
      options,
    )
  }

  /**
   * Cancel a scan
   *
   * It counts as canceled at once; what still runs of it stops all traffic within two seconds.
   */
  cancel(scanId: string, options?: RequestOptions): Call<types.Scan> {
    return json<types.Scan>(
      this.transport,
      { operation: 'cancelScan', method: 'POST', path: `/v1/scans/${segment('scanId', scanId)}/cancel` },
      options,
    )
  }

  /**
   * List what a scan saw
   *
   * With their states of today. `score_impact` is what each took off this scan’s score.
   */
  vulnerabilities(
    scanId: string,
    params?: types.ListScanVulnerabilitiesParams,
    options?: RequestOptions,
  ): PageCall<types.Vulnerability> {
    return list<types.Vulnerability>(
      this.transport,
      'vulnerabilities',
      {
        operation: 'listScanVulnerabilities',
        method: 'GET',
        path: `/v1/scans/${segment('scanId', scanId)}/vulnerabilities`,
        query: params,
      },
      options,
    )
  }

  /**
   * Get what a scan tested
   *
   * Check by check: passed, failed, skipped because it does not apply, not gathered, or broken; and why.
   */
  coverage(scanId: string, options?: RequestOptions): Call<types.Coverage> {
    return json<types.Coverage>(
      this.transport,
      { operation: 'getScanCoverage', method: 'GET', path: `/v1/scans/${segment('scanId', scanId)}/coverage` },
      options,
    )
  }

  /**
   * List the software that a scan saw
   *
   * Servers, languages, frameworks, content management with plugins and themes, JavaScript libraries, and who is between the visitor and the site; by name, on one page.
   */
  software(scanId: string, options?: RequestOptions): PageCall<types.Software> {
    return list<types.Software>(
      this.transport,
      'data',
      { operation: 'listScanSoftware', method: 'GET', path: `/v1/scans/${segment('scanId', scanId)}/software` },
      options,
    )
  }

  /**
   * Get a scan’s report
   *
   * The same document as a page for people, as JSON, as SARIF 2.1.0 for code scanning, as JUnit for CI, as PDF, or as CSV. `POST /v1/reports` makes more kinds of reports, and keeps them.
   */
  report(
    scanId: string,
    params?: types.GetScanReportParams,
    options?: RequestOptions,
  ): Call<types.ScanDocument | string | Uint8Array> {
    return file<types.ScanDocument | string | Uint8Array>(
      this.transport,
      {
        operation: 'getScanReport',
        method: 'GET',
        path: `/v1/scans/${segment('scanId', scanId)}/report`,
        query: params,
      },
      options,
    )
  }

  /**
   * Watch a scan
   *
   * Server-Sent Events: `source`, `check` and `finding` as they come, and at last `scan.completed`, `scan.failed` or `scan.canceled` with the scan. Resumable with `Last-Event-ID`; 204 when there is nothing after it.
   */
  watch(scanId: string, options?: WatchOptions): AsyncGenerator<ScanEvent, void, undefined> {
    return events(
      this.transport,
      { operation: 'watchScan', method: 'GET', path: `/v1/scans/${segment('scanId', scanId)}/events` },
      options,
    )
  }

  /**
   * Get what a scan saw of a vulnerability
   *
   * As that scan saw it, whatever became of it since: places, the request and what was answered, and the line that repeats it. Strings from the website are an enemy’s: escape them wherever they are shown.
   */
  getEvidence(scanId: string, vulnerabilityId: string, options?: RequestOptions): Call<types.Evidence> {
    return json<types.Evidence>(
      this.transport,
      {
        operation: 'getScanEvidence',
        method: 'GET',
        path: `/v1/scans/${segment('scanId', scanId)}/evidence/${segment('vulnerabilityId', vulnerabilityId)}`,
      },
      options,
    )
  }

  /**
   * Compare two scans
   *
   * From the first to the second, of the same website: what is new, fixed, back again, unchanged, and what the second did not test.
   */
  diff(scanId: string, otherScanId: string, options?: RequestOptions): Call<types.ScanDiff> {
    return json<types.ScanDiff>(
      this.transport,
      {
        operation: 'diffScans',
        method: 'GET',
        path: `/v1/scans/${segment('scanId', scanId)}/diff/${segment('otherScanId', otherScanId)}`,
      },
      options,
    )
  }
}

export class Schedules extends Resource {
  /** List schedules */
  list(params?: types.ListSchedulesParams, options?: RequestOptions): PageCall<types.Schedule> {
    return list<types.Schedule>(
      this.transport,
      'data',
      { operation: 'listSchedules', method: 'GET', path: '/v1/schedules', query: params },
      options,
    )
  }

  /**
   * Schedule scans
   *
   * Give either `cron`, of five fields in `time_zone`, or `every`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.
   */
  create(params: types.CreateScheduleParams, options?: RequestOptions): Call<types.Schedule> {
    return json<types.Schedule>(
      this.transport,
      { operation: 'createSchedule', method: 'POST', path: '/v1/schedules', body: params },
      options,
    )
  }

  /** Get a schedule */
  get(scheduleId: string, options?: RequestOptions): Call<types.Schedule> {
    return json<types.Schedule>(
      this.transport,
      { operation: 'getSchedule', method: 'GET', path: `/v1/schedules/${segment('scheduleId', scheduleId)}` },
      options,
    )
  }

  /**
   * Change a schedule
   *
   * JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and the other way round.
   */
  update(scheduleId: string, params: types.UpdateScheduleParams, options?: RequestOptions): Call<types.Schedule> {
    return json<types.Schedule>(
      this.transport,
      {
        operation: 'updateSchedule',
        method: 'PATCH',
        path: `/v1/schedules/${segment('scheduleId', scheduleId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete a schedule
   *
   * Its scans stay, those that wait included.
   */
  delete(scheduleId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'deleteSchedule', method: 'DELETE', path: `/v1/schedules/${segment('scheduleId', scheduleId)}` },
      options,
    )
  }
}

export class Vulnerabilities extends Resource {
  /**
   * List vulnerabilities
   *
   * Of all websites, whichever scan saw them; what was merged into another one only where `status=merged` asks for it.
   */
  list(params?: types.ListVulnerabilitiesParams, options?: RequestOptions): PageCall<types.Vulnerability> {
    return list<types.Vulnerability>(
      this.transport,
      'data',
      { operation: 'listVulnerabilities', method: 'GET', path: '/v1/vulnerabilities', query: params },
      options,
    )
  }

  /**
   * Decide about many vulnerabilities
   *
   * The same change to up to 100 of them, with a result each: one that is refused holds up no other.
   */
  updateMany(
    params: types.UpdateVulnerabilitiesParams,
    options?: RequestOptions,
  ): Call<types.UpdateVulnerabilitiesResult> {
    return json<types.UpdateVulnerabilitiesResult>(
      this.transport,
      { operation: 'updateVulnerabilities', method: 'PATCH', path: '/v1/vulnerabilities', body: params },
      options,
    )
  }

  /** Get a vulnerability */
  get(vulnerabilityId: string, options?: RequestOptions): Call<types.Vulnerability> {
    return json<types.Vulnerability>(
      this.transport,
      {
        operation: 'getVulnerability',
        method: 'GET',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}`,
      },
      options,
    )
  }

  /**
   * Decide about a vulnerability
   *
   * Accept the risk, mark it false, or open it again; give it to somebody. What is accepted or false weighs nothing. It opens again by itself when the decision ends, and when it has become worse since.
   */
  update(
    vulnerabilityId: string,
    params: types.UpdateVulnerabilityParams,
    options?: RequestOptions,
  ): Call<types.Vulnerability> {
    return json<types.Vulnerability>(
      this.transport,
      {
        operation: 'updateVulnerability',
        method: 'PATCH',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}`,
        body: params,
      },
      options,
    )
  }

  /** List what became of a vulnerability */
  changes(vulnerabilityId: string, options?: RequestOptions): PageCall<types.Change> {
    return list<types.Change>(
      this.transport,
      'data',
      {
        operation: 'listVulnerabilityChanges',
        method: 'GET',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/history`,
      },
      options,
    )
  }

  /** List comments */
  comments(
    vulnerabilityId: string,
    params?: types.ListVulnerabilityCommentsParams,
    options?: RequestOptions,
  ): PageCall<types.Comment> {
    return list<types.Comment>(
      this.transport,
      'data',
      {
        operation: 'listVulnerabilityComments',
        method: 'GET',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/comments`,
        query: params,
      },
      options,
    )
  }

  /** Comment on a vulnerability */
  createComment(
    vulnerabilityId: string,
    params: types.CreateVulnerabilityCommentParams,
    options?: RequestOptions,
  ): Call<types.Comment> {
    return json<types.Comment>(
      this.transport,
      {
        operation: 'createVulnerabilityComment',
        method: 'POST',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/comments`,
        body: params,
      },
      options,
    )
  }

  /**
   * Look at a vulnerability again
   *
   * Runs its check alone, at the places where it showed: seconds instead of a scan. `fixed` only where all of them were looked at; `not_tested` with the reason where that cannot be said. What is mended becomes `fixed`, what was `fixed` and shows again `reopened`. With `Prefer: wait=N` the answer waits up to N seconds, at most 30, for the result.
   */
  verify(vulnerabilityId: string, options?: RequestOptions): Call<types.VulnerabilityVerification> {
    return json<types.VulnerabilityVerification>(
      this.transport,
      {
        operation: 'verifyVulnerability',
        method: 'POST',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/verify`,
      },
      options,
    )
  }

  /** List how a vulnerability was looked at again */
  verifications(
    vulnerabilityId: string,
    params?: types.ListVulnerabilityVerificationsParams,
    options?: RequestOptions,
  ): PageCall<types.VulnerabilityVerification> {
    return list<types.VulnerabilityVerification>(
      this.transport,
      'data',
      {
        operation: 'listVulnerabilityVerifications',
        method: 'GET',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/verifications`,
        query: params,
      },
      options,
    )
  }

  /** Get how a vulnerability was looked at again */
  getVerification(
    vulnerabilityId: string,
    verificationId: string,
    options?: RequestOptions,
  ): Call<types.VulnerabilityVerification> {
    return json<types.VulnerabilityVerification>(
      this.transport,
      {
        operation: 'getVulnerabilityVerification',
        method: 'GET',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/verifications/${segment('verificationId', verificationId)}`,
      },
      options,
    )
  }

  /**
   * Merge a duplicate into another vulnerability
   *
   * Both must be of one website. The other one stands for both from now on, with the places of both, and weighs once; later scans’ findings of either are its own. It counts as fixed only when both are gone. Places that were set apart are brought back the same way.
   */
  merge(
    vulnerabilityId: string,
    params: types.MergeVulnerabilityParams,
    options?: RequestOptions,
  ): Call<types.Vulnerability> {
    return json<types.Vulnerability>(
      this.transport,
      {
        operation: 'mergeVulnerability',
        method: 'POST',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/merge`,
        body: params,
      },
      options,
    )
  }

  /**
   * Undo a merge, or set some places apart
   *
   * With `vulnerability_id`: one that was merged into this one is one of its own again. With `path`: the places whose path begins with it become a vulnerability of their own, also in later scans, to be decided about apart; as one cause both weigh once.
   */
  split(
    vulnerabilityId: string,
    params: types.SplitVulnerabilityParams,
    options?: RequestOptions,
  ): Call<types.Vulnerability> {
    return json<types.Vulnerability>(
      this.transport,
      {
        operation: 'splitVulnerability',
        method: 'POST',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/split`,
        body: params,
      },
      options,
    )
  }

  /**
   * List what a vulnerability is recognised by
   *
   * Its own fingerprint first, then those of what was merged into it: a finding of a scan that has one of them is this one.
   */
  fingerprints(vulnerabilityId: string, options?: RequestOptions): PageCall<types.ListVulnerabilityFingerprintsItem> {
    return list<types.ListVulnerabilityFingerprintsItem>(
      this.transport,
      'data',
      {
        operation: 'listVulnerabilityFingerprints',
        method: 'GET',
        path: `/v1/vulnerabilities/${segment('vulnerabilityId', vulnerabilityId)}/fingerprints`,
      },
      options,
    )
  }
}

export class Overview extends Resource {
  /**
   * Get the numbers of many websites
   *
   * What a dashboard shows of any set of websites over any span, in one call: scores and their trend, counts by severity and state, what was new and fixed on each day, the worst and the most improved, certificates, monitors and running scans. The numbers are kept, not counted; with `If-None-Match` an unchanged answer is 304.
   */
  get(params?: types.GetOverviewParams, options?: RequestOptions): Call<types.Overview> {
    return json<types.Overview>(
      this.transport,
      { operation: 'getOverview', method: 'GET', path: '/v1/overview', query: params },
      options,
    )
  }
}

export class Monitors extends Resource {
  /** List monitors */
  list(params?: types.ListMonitorsParams, options?: RequestOptions): PageCall<types.Monitor> {
    return list<types.Monitor>(
      this.transport,
      'data',
      { operation: 'listMonitors', method: 'GET', path: '/v1/monitors', query: params },
      options,
    )
  }

  /**
   * Watch a website
   *
   * Looks at once, then every `interval` seconds. What differs from the looks before, or goes beyond a threshold, is looked at a second time before an alarm is raised.
   */
  create(params: types.CreateMonitorParams, options?: RequestOptions): Call<types.Monitor> {
    return json<types.Monitor>(
      this.transport,
      { operation: 'createMonitor', method: 'POST', path: '/v1/monitors', body: params },
      options,
    )
  }

  /** Get a monitor */
  get(monitorId: string, options?: RequestOptions): Call<types.Monitor> {
    return json<types.Monitor>(
      this.transport,
      { operation: 'getMonitor', method: 'GET', path: `/v1/monitors/${segment('monitorId', monitorId)}` },
      options,
    )
  }

  /**
   * Change a monitor
   *
   * JSON merge patch (RFC 7396), thresholds included. The next look follows at once.
   */
  update(monitorId: string, params: types.UpdateMonitorParams, options?: RequestOptions): Call<types.Monitor> {
    return json<types.Monitor>(
      this.transport,
      {
        operation: 'updateMonitor',
        method: 'PATCH',
        path: `/v1/monitors/${segment('monitorId', monitorId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Stop watching
   *
   * Deletes the monitor with its history. Alerts that stand because of it are resolved, and kept.
   */
  delete(monitorId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'deleteMonitor', method: 'DELETE', path: `/v1/monitors/${segment('monitorId', monitorId)}` },
      options,
    )
  }

  /**
   * Get the history of a monitor
   *
   * Hour by hour and in sum, of at most 31 days; the last 24 hours unless told; kept for 400 days. Or, with `step=day`, day by day of at most 1100; the last 90 unless told; kept as long as the monitor. Percentiles are right to within 5%.
   */
  history(
    monitorId: string,
    params?: types.GetMonitorHistoryParams,
    options?: RequestOptions,
  ): Call<types.MonitorHistory> {
    return json<types.MonitorHistory>(
      this.transport,
      {
        operation: 'getMonitorHistory',
        method: 'GET',
        path: `/v1/monitors/${segment('monitorId', monitorId)}/history`,
        query: params,
      },
      options,
    )
  }
}

export class Alerts extends Resource {
  /** List alerts */
  list(params?: types.ListAlertsParams, options?: RequestOptions): PageCall<types.Alert> {
    return list<types.Alert>(
      this.transport,
      'data',
      { operation: 'listAlerts', method: 'GET', path: '/v1/alerts', query: params },
      options,
    )
  }

  /** Get an alert */
  get(alertId: string, options?: RequestOptions): Call<types.Alert> {
    return json<types.Alert>(
      this.transport,
      { operation: 'getAlert', method: 'GET', path: `/v1/alerts/${segment('alertId', alertId)}` },
      options,
    )
  }

  /**
   * Acknowledge or resolve an alert
   *
   * An alert resolves by itself when its cause has gone. Resolved by hand, what is there now becomes what its monitor holds later looks against.
   */
  update(alertId: string, params: types.UpdateAlertParams, options?: RequestOptions): Call<types.Alert> {
    return json<types.Alert>(
      this.transport,
      { operation: 'updateAlert', method: 'PATCH', path: `/v1/alerts/${segment('alertId', alertId)}`, body: params },
      options,
    )
  }
}

export class AlertChannels extends Resource {
  /** List alert channels */
  list(params?: types.ListAlertChannelsParams, options?: RequestOptions): PageCall<types.AlertChannel> {
    return list<types.AlertChannel>(
      this.transport,
      'data',
      { operation: 'listAlertChannels', method: 'GET', path: '/v1/alert-channels', query: params },
      options,
    )
  }

  /**
   * Have alerts told somewhere
   *
   * By mail, in Slack or Microsoft Teams, to PagerDuty, or to an endpoint of your own. Secrets are kept encrypted and never shown again. An alert is told when it opens, becomes worse, is acknowledged and is resolved.
   */
  create(params: types.CreateAlertChannelParams, options?: RequestOptions): Call<types.AlertChannelCreated> {
    return json<types.AlertChannelCreated>(
      this.transport,
      { operation: 'createAlertChannel', method: 'POST', path: '/v1/alert-channels', body: params },
      options,
    )
  }

  /** Get an alert channel */
  get(channelId: string, options?: RequestOptions): Call<types.AlertChannel> {
    return json<types.AlertChannel>(
      this.transport,
      { operation: 'getAlertChannel', method: 'GET', path: `/v1/alert-channels/${segment('channelId', channelId)}` },
      options,
    )
  }

  /**
   * Change an alert channel
   *
   * `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.
   */
  update(
    channelId: string,
    params: types.UpdateAlertChannelParams,
    options?: RequestOptions,
  ): Call<types.AlertChannel> {
    return json<types.AlertChannel>(
      this.transport,
      {
        operation: 'updateAlertChannel',
        method: 'PATCH',
        path: `/v1/alert-channels/${segment('channelId', channelId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete an alert channel
   *
   * With its deliveries. What is on its way may still arrive.
   */
  delete(channelId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      {
        operation: 'deleteAlertChannel',
        method: 'DELETE',
        path: `/v1/alert-channels/${segment('channelId', channelId)}`,
      },
      options,
    )
  }

  /**
   * Try an alert channel
   *
   * Sends a test, once, and waits for what the other side answers: `status` is `succeeded` or `failed`, and the attempt holds the answer. It is `pending` when no server has come to it within 25 seconds.
   */
  test(channelId: string, options?: RequestOptions): Call<types.ChannelDeliveryWithAttempts> {
    return json<types.ChannelDeliveryWithAttempts>(
      this.transport,
      {
        operation: 'testAlertChannel',
        method: 'POST',
        path: `/v1/alert-channels/${segment('channelId', channelId)}/test`,
      },
      options,
    )
  }

  /**
   * List what was told
   *
   * Kept for 90 days.
   */
  deliveries(
    channelId: string,
    params?: types.ListAlertChannelDeliveriesParams,
    options?: RequestOptions,
  ): PageCall<types.ChannelDelivery> {
    return list<types.ChannelDelivery>(
      this.transport,
      'data',
      {
        operation: 'listAlertChannelDeliveries',
        method: 'GET',
        path: `/v1/alert-channels/${segment('channelId', channelId)}/deliveries`,
        query: params,
      },
      options,
    )
  }

  /** Get what was told, with every try */
  getDelivery(
    channelId: string,
    channelDeliveryId: string,
    options?: RequestOptions,
  ): Call<types.ChannelDeliveryWithAttempts> {
    return json<types.ChannelDeliveryWithAttempts>(
      this.transport,
      {
        operation: 'getAlertChannelDelivery',
        method: 'GET',
        path: `/v1/alert-channels/${segment('channelId', channelId)}/deliveries/${segment('channelDeliveryId', channelDeliveryId)}`,
      },
      options,
    )
  }
}

export class Policies extends Resource {
  /** List policies */
  list(params?: types.ListPoliciesParams, options?: RequestOptions): PageCall<types.Policy> {
    return list<types.Policy>(
      this.transport,
      'data',
      { operation: 'listPolicies', method: 'GET', path: '/v1/policies', query: params },
      options,
    )
  }

  /**
   * Make a policy
   *
   * One object for pipelines, alerts and tickets. A scan that names it is judged by it (`policy_id`, then `gate`); an alert channel whose filter names it is told of scans that fail it.
   */
  create(params: types.CreatePolicyParams, options?: RequestOptions): Call<types.Policy> {
    return json<types.Policy>(
      this.transport,
      { operation: 'createPolicy', method: 'POST', path: '/v1/policies', body: params },
      options,
    )
  }

  /** Get a policy */
  get(policyId: string, options?: RequestOptions): Call<types.Policy> {
    return json<types.Policy>(
      this.transport,
      { operation: 'getPolicy', method: 'GET', path: `/v1/policies/${segment('policyId', policyId)}` },
      options,
    )
  }

  /**
   * Change a policy
   *
   * Scans that have ended keep their verdict.
   */
  update(policyId: string, params: types.UpdatePolicyParams, options?: RequestOptions): Call<types.Policy> {
    return json<types.Policy>(
      this.transport,
      {
        operation: 'updatePolicy',
        method: 'PATCH',
        path: `/v1/policies/${segment('policyId', policyId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete a policy
   *
   * Alerts that it has raised are resolved. A scan that names it and has not ended yet fails.
   */
  delete(policyId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'deletePolicy', method: 'DELETE', path: `/v1/policies/${segment('policyId', policyId)}` },
      options,
    )
  }

  /**
   * See what a policy would have said of past scans
   *
   * Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.
   */
  simulate(
    policyId: string,
    params?: types.SimulatePolicyParams,
    options?: RequestOptions,
  ): Call<types.SimulatedScans> {
    return json<types.SimulatedScans>(
      this.transport,
      {
        operation: 'simulatePolicy',
        method: 'POST',
        path: `/v1/policies/${segment('policyId', policyId)}/simulate`,
        body: params,
      },
      options,
    )
  }

  /**
   * See what a draft would have said of past scans
   *
   * Without making a policy. Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.
   */
  simulateDraft(params: types.SimulateDraftParams, options?: RequestOptions): Call<types.SimulatedScans> {
    return json<types.SimulatedScans>(
      this.transport,
      { operation: 'simulateDraft', method: 'POST', path: '/v1/policy-simulations', body: params },
      options,
    )
  }
}

export class Compliance extends Resource {
  /**
   * List frameworks
   *
   * All of them, in one page.
   */
  frameworks(options?: RequestOptions): PageCall<types.FrameworkSummary> {
    return list<types.FrameworkSummary>(
      this.transport,
      'data',
      { operation: 'listFrameworks', method: 'GET', path: '/v1/compliance/frameworks' },
      options,
    )
  }

  /**
   * Get a framework
   *
   * Requirement by requirement, with its official number, what it asks in our words, the checks that speak to it, and what of it cannot be seen from outside.
   */
  framework(framework: string, options?: RequestOptions): Call<types.Framework> {
    return json<types.Framework>(
      this.transport,
      {
        operation: 'getFramework',
        method: 'GET',
        path: `/v1/compliance/frameworks/${segment('framework', framework)}`,
      },
      options,
    )
  }

  /**
   * Follow a framework, or no longer
   *
   * Of a framework that is followed, an alert of kind `compliance` tells when a requirement of a website that stood well begins to fail after a scan, one for each website and framework; and the event `compliance.changed` tells of every change.
   */
  updateFramework(
    framework: string,
    params: types.UpdateFrameworkParams,
    options?: RequestOptions,
  ): Call<types.Framework> {
    return json<types.Framework>(
      this.transport,
      {
        operation: 'updateFramework',
        method: 'PATCH',
        path: `/v1/compliance/frameworks/${segment('framework', framework)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Hold a framework against websites
   *
   * As things stand now: of one website, of a group, or of all. Of several, a requirement stands as on the worst of them. That a check passes proves no more than what it asked: the judgement is an auditor’s.
   */
  assess(
    framework: string,
    params?: types.AssessComplianceParams,
    options?: RequestOptions,
  ): Call<types.ComplianceAssessment> {
    return json<types.ComplianceAssessment>(
      this.transport,
      {
        operation: 'assessCompliance',
        method: 'GET',
        path: `/v1/compliance/frameworks/${segment('framework', framework)}/assessment`,
        query: params,
      },
      options,
    )
  }

  /**
   * List how requirements have changed
   *
   * Written when a scan ends, against how things stood when the one before did. Never changed afterwards.
   */
  changes(
    framework: string,
    params?: types.ListComplianceChangesParams,
    options?: RequestOptions,
  ): PageCall<types.ComplianceChange> {
    return list<types.ComplianceChange>(
      this.transport,
      'data',
      {
        operation: 'listComplianceChanges',
        method: 'GET',
        path: `/v1/compliance/frameworks/${segment('framework', framework)}/changes`,
        query: params,
      },
      options,
    )
  }

  /** List attestations */
  attestations(params?: types.ListAttestationsParams, options?: RequestOptions): PageCall<types.Attestation> {
    return list<types.Attestation>(
      this.transport,
      'data',
      { operation: 'listAttestations', method: 'GET', path: '/v1/compliance/attestations', query: params },
      options,
    )
  }

  /**
   * Attest a requirement
   *
   * For what does not show from outside. Of several that count, the newest does, and one of a website before one of all. It outweighs no finding: a requirement that a check puts in doubt stays so. What was said is not changed afterwards: withdraw it, and attest anew.
   */
  createAttestation(params: types.CreateAttestationParams, options?: RequestOptions): Call<types.Attestation> {
    return json<types.Attestation>(
      this.transport,
      { operation: 'createAttestation', method: 'POST', path: '/v1/compliance/attestations', body: params },
      options,
    )
  }

  /** Get an attestation */
  attestation(attestationId: string, options?: RequestOptions): Call<types.Attestation> {
    return json<types.Attestation>(
      this.transport,
      {
        operation: 'getAttestation',
        method: 'GET',
        path: `/v1/compliance/attestations/${segment('attestationId', attestationId)}`,
      },
      options,
    )
  }

  /**
   * Withdraw an attestation
   *
   * It counts no more, and is still shown: with who withdrew it, and when.
   */
  withdrawAttestation(attestationId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      {
        operation: 'withdrawAttestation',
        method: 'DELETE',
        path: `/v1/compliance/attestations/${segment('attestationId', attestationId)}`,
      },
      options,
    )
  }

  /** Download the file of an attestation */
  downloadAttestationFile(attestationId: string, options?: RequestOptions): Call<Uint8Array> {
    return file<Uint8Array>(
      this.transport,
      {
        operation: 'downloadAttestationFile',
        method: 'GET',
        path: `/v1/compliance/attestations/${segment('attestationId', attestationId)}/file`,
      },
      options,
    )
  }

  /** List bundles */
  bundles(params?: types.ListBundlesParams, options?: RequestOptions): PageCall<types.ComplianceBundle> {
    return list<types.ComplianceBundle>(
      this.transport,
      'data',
      { operation: 'listBundles', method: 'GET', path: '/v1/compliance/bundles', query: params },
      options,
    )
  }

  /**
   * Make a signed bundle
   *
   * For auditors: the assessment, its evidence, attestations with their files, and the history of changes, each file hash-chained and all of it signed (Ed25519). Anybody verifies it by `npx lasthash verify FILE` or at `/verify`, without an account. It is kept.
   */
  createBundle(params: types.CreateBundleParams, options?: RequestOptions): Call<types.ComplianceBundle> {
    return json<types.ComplianceBundle>(
      this.transport,
      { operation: 'createBundle', method: 'POST', path: '/v1/compliance/bundles', body: params },
      options,
    )
  }

  /** Get a bundle */
  bundle(bundleId: string, options?: RequestOptions): Call<types.ComplianceBundle> {
    return json<types.ComplianceBundle>(
      this.transport,
      { operation: 'getBundle', method: 'GET', path: `/v1/compliance/bundles/${segment('bundleId', bundleId)}` },
      options,
    )
  }

  /** Download a bundle */
  downloadBundle(bundleId: string, options?: RequestOptions): Call<Uint8Array> {
    return file<Uint8Array>(
      this.transport,
      {
        operation: 'downloadBundle',
        method: 'GET',
        path: `/v1/compliance/bundles/${segment('bundleId', bundleId)}/file`,
      },
      options,
    )
  }

  /**
   * List signing keys
   *
   * What bundles are signed by; the first is made with the first bundle. All of them, in one page.
   */
  signingKeys(options?: RequestOptions): PageCall<types.SigningKey> {
    return list<types.SigningKey>(
      this.transport,
      'data',
      { operation: 'listSigningKeys', method: 'GET', path: '/v1/compliance/signing-keys' },
      options,
    )
  }

  /**
   * Sign by a new key
   *
   * The one before signs nothing any more, and stays published: what it has signed is verified as before. A bundle that claims to be signed by it later is refused.
   */
  rotateSigningKey(options?: RequestOptions): Call<types.SigningKey> {
    return json<types.SigningKey>(
      this.transport,
      { operation: 'rotateSigningKey', method: 'POST', path: '/v1/compliance/signing-keys' },
      options,
    )
  }
}

export class Reports extends Resource {
  /** List a report’s links */
  links(reportId: string, params?: types.ListReportLinksParams, options?: RequestOptions): PageCall<types.ReportLink> {
    return list<types.ReportLink>(
      this.transport,
      'data',
      {
        operation: 'listReportLinks',
        method: 'GET',
        path: `/v1/reports/${segment('reportId', reportId)}/links`,
        query: params,
      },
      options,
    )
  }

  /**
   * Share a report
   *
   * Makes an address under which anyone gets the file, without a key, until it expires or is revoked.
   */
  createLink(
    reportId: string,
    params?: types.CreateReportLinkParams,
    options?: RequestOptions,
  ): Call<types.ReportLink> {
    return json<types.ReportLink>(
      this.transport,
      {
        operation: 'createReportLink',
        method: 'POST',
        path: `/v1/reports/${segment('reportId', reportId)}/links`,
        body: params,
      },
      options,
    )
  }

  /** Get a link */
  getLink(reportId: string, linkId: string, options?: RequestOptions): Call<types.ReportLink> {
    return json<types.ReportLink>(
      this.transport,
      {
        operation: 'getReportLink',
        method: 'GET',
        path: `/v1/reports/${segment('reportId', reportId)}/links/${segment('linkId', linkId)}`,
      },
      options,
    )
  }

  /**
   * Revoke a link
   *
   * At once. It stays listed, and whoever follows it is told that it is over.
   */
  revokeLink(reportId: string, linkId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      {
        operation: 'revokeReportLink',
        method: 'DELETE',
        path: `/v1/reports/${segment('reportId', reportId)}/links/${segment('linkId', linkId)}`,
      },
      options,
    )
  }

  /** List reports */
  list(params?: types.ListReportsParams, options?: RequestOptions): PageCall<types.Report> {
    return list<types.Report>(
      this.transport,
      'data',
      { operation: 'listReports', method: 'GET', path: '/v1/reports', query: params },
      options,
    )
  }

  /**
   * Make a report
   *
   * Of one scan, of one website as it is now, of a group, of a tag, or of all that you have. It is made in the background: `status` says how far it is, and `download_url` where the file is once it is `done`. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30. Executive, comparison, portfolio and compliance reports come as `pdf`, `html`, `json` and `csv`, technical ones also as `sarif`.
   */
  create(params: types.CreateReportParams, options?: RequestOptions): Call<types.Report> {
    return json<types.Report>(
      this.transport,
      { operation: 'createReport', method: 'POST', path: '/v1/reports', body: params },
      options,
    )
  }

  /** Get a report */
  get(reportId: string, options?: RequestOptions): Call<types.Report> {
    return json<types.Report>(
      this.transport,
      { operation: 'getReport', method: 'GET', path: `/v1/reports/${segment('reportId', reportId)}` },
      options,
    )
  }

  /**
   * Delete a report
   *
   * With its file and its links. One that is still being made is given up.
   */
  delete(reportId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'deleteReport', method: 'DELETE', path: `/v1/reports/${segment('reportId', reportId)}` },
      options,
    )
  }

  /**
   * Download a report
   *
   * The file, in the report’s own type.
   */
  download(reportId: string, options?: RequestOptions): Call<string | string | Uint8Array> {
    return file<string | string | Uint8Array>(
      this.transport,
      { operation: 'downloadReport', method: 'GET', path: `/v1/reports/${segment('reportId', reportId)}/download` },
      options,
    )
  }
}

export class Integrations extends Resource {
  /** List integrations */
  list(params?: types.ListIntegrationsParams, options?: RequestOptions): PageCall<types.Integration> {
    return list<types.Integration>(
      this.transport,
      'data',
      { operation: 'listIntegrations', method: 'GET', path: '/v1/integrations', query: params },
      options,
    )
  }

  /**
   * Have vulnerabilities become tickets
   *
   * In Jira (Cloud and Data Center), Linear, GitHub, GitLab or as messages in Slack. `rules` say which vulnerabilities do so by themselves. Secrets are kept encrypted and never shown again. `POST /v1/integration-tests` says beforehand whether it will work.
   */
  create(params: types.CreateIntegrationParams, options?: RequestOptions): Call<types.IntegrationCreated> {
    return json<types.IntegrationCreated>(
      this.transport,
      { operation: 'createIntegration', method: 'POST', path: '/v1/integrations', body: params },
      options,
    )
  }

  /**
   * Try an integration before it is made
   *
   * Asks the tracker whether the token and the place are good. Nothing is made there, and nothing is kept here.
   */
  testDraft(params: types.TestDraftIntegrationParams, options?: RequestOptions): Call<types.IntegrationTest> {
    return json<types.IntegrationTest>(
      this.transport,
      { operation: 'testDraftIntegration', method: 'POST', path: '/v1/integration-tests', body: params },
      options,
    )
  }

  /** Get an integration */
  get(integrationId: string, options?: RequestOptions): Call<types.Integration> {
    return json<types.Integration>(
      this.transport,
      {
        operation: 'getIntegration',
        method: 'GET',
        path: `/v1/integrations/${segment('integrationId', integrationId)}`,
      },
      options,
    )
  }

  /**
   * Change an integration
   *
   * What waits, or has failed, is tried again at once.
   */
  update(
    integrationId: string,
    params: types.UpdateIntegrationParams,
    options?: RequestOptions,
  ): Call<types.Integration> {
    return json<types.Integration>(
      this.transport,
      {
        operation: 'updateIntegration',
        method: 'PATCH',
        path: `/v1/integrations/${segment('integrationId', integrationId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete an integration
   *
   * With all that is known of its tickets; what is in the tracker stays there. To let it rest and go on later with the same tickets, set `enabled` to false.
   */
  delete(integrationId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      {
        operation: 'deleteIntegration',
        method: 'DELETE',
        path: `/v1/integrations/${segment('integrationId', integrationId)}`,
      },
      options,
    )
  }

  /**
   * Try an integration
   *
   * Asks the tracker whether the token and the place are good. Nothing is made there.
   */
  test(integrationId: string, options?: RequestOptions): Call<types.IntegrationTest> {
    return json<types.IntegrationTest>(
      this.transport,
      {
        operation: 'testIntegration',
        method: 'POST',
        path: `/v1/integrations/${segment('integrationId', integrationId)}/test`,
      },
      options,
    )
  }
}

export class Tickets extends Resource {
  /** List tickets */
  list(params?: types.ListTicketsParams, options?: RequestOptions): PageCall<types.Ticket> {
    return list<types.Ticket>(
      this.transport,
      'data',
      { operation: 'listTickets', method: 'GET', path: '/v1/tickets', query: params },
      options,
    )
  }

  /**
   * Make a ticket of a vulnerability
   *
   * Whatever the integration’s rules say. It is made in the background: `status` is `pending` until it is in the tracker. A vulnerability has one ticket in each tracker, never two.
   */
  create(params: types.CreateTicketParams, options?: RequestOptions): Call<types.Ticket> {
    return json<types.Ticket>(
      this.transport,
      { operation: 'createTicket', method: 'POST', path: '/v1/tickets', body: params },
      options,
    )
  }

  /** Get a ticket */
  get(ticketId: string, options?: RequestOptions): Call<types.Ticket> {
    return json<types.Ticket>(
      this.transport,
      { operation: 'getTicket', method: 'GET', path: `/v1/tickets/${segment('ticketId', ticketId)}` },
      options,
    )
  }

  /**
   * Bring a ticket in line now
   *
   * Takes up at once what failed or waits, and reads what the tracker shows. A ticket that was deleted there is made anew.
   */
  retry(ticketId: string, options?: RequestOptions): Call<types.Ticket> {
    return json<types.Ticket>(
      this.transport,
      { operation: 'retryTicket', method: 'POST', path: `/v1/tickets/${segment('ticketId', ticketId)}/retry` },
      options,
    )
  }
}

export class PaymentPages extends Resource {
  /** List payment pages */
  list(params?: types.ListPaymentPagesParams, options?: RequestOptions): PageCall<types.PaymentPage> {
    return list<types.PaymentPage>(
      this.transport,
      'data',
      { operation: 'listPaymentPages', method: 'GET', path: '/v1/payment-pages', query: params },
      options,
    )
  }

  /**
   * Mark a payment page
   *
   * For PCI DSS 6.4.3 and 11.6.1: it is looked at in a browser, daily unless told, at least weekly. What runs on it is listed, to be authorised with a reason; what changes raises an alert of kind `compliance` and the event `payment_page.changed`, and all of it stands in a ledger that nobody can change.
   */
  create(params: types.CreatePaymentPageParams, options?: RequestOptions): Call<types.PaymentPage> {
    return json<types.PaymentPage>(
      this.transport,
      { operation: 'createPaymentPage', method: 'POST', path: '/v1/payment-pages', body: params },
      options,
    )
  }

  /** Get a payment page */
  get(paymentPageId: string, options?: RequestOptions): Call<types.PaymentPage> {
    return json<types.PaymentPage>(
      this.transport,
      {
        operation: 'getPaymentPage',
        method: 'GET',
        path: `/v1/payment-pages/${segment('paymentPageId', paymentPageId)}`,
      },
      options,
    )
  }

  /** Change a payment page */
  update(
    paymentPageId: string,
    params: types.UpdatePaymentPageParams,
    options?: RequestOptions,
  ): Call<types.PaymentPage> {
    return json<types.PaymentPage>(
      this.transport,
      {
        operation: 'updatePaymentPage',
        method: 'PATCH',
        path: `/v1/payment-pages/${segment('paymentPageId', paymentPageId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Unmark a payment page
   *
   * It is looked at no more. Its inventory and its ledger stay, for auditors.
   */
  delete(paymentPageId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      {
        operation: 'deletePaymentPage',
        method: 'DELETE',
        path: `/v1/payment-pages/${segment('paymentPageId', paymentPageId)}`,
      },
      options,
    )
  }

  /** Look at a payment page now */
  look(paymentPageId: string, options?: RequestOptions): Call<types.PaymentPage> {
    return json<types.PaymentPage>(
      this.transport,
      {
        operation: 'lookAtPaymentPage',
        method: 'POST',
        path: `/v1/payment-pages/${segment('paymentPageId', paymentPageId)}/look`,
      },
      options,
    )
  }

  /**
   * List the scripts of a payment page
   *
   * The inventory: every script that a browser ran for it, and who authorised it, why.
   */
  scripts(
    paymentPageId: string,
    params?: types.ListPaymentScriptsParams,
    options?: RequestOptions,
  ): PageCall<types.PaymentScript> {
    return list<types.PaymentScript>(
      this.transport,
      'data',
      {
        operation: 'listPaymentScripts',
        method: 'GET',
        path: `/v1/payment-pages/${segment('paymentPageId', paymentPageId)}/scripts`,
        query: params,
      },
      options,
    )
  }

  /** Get a script of a payment page */
  getScript(paymentPageId: string, scriptId: string, options?: RequestOptions): Call<types.PaymentScript> {
    return json<types.PaymentScript>(
      this.transport,
      {
        operation: 'getPaymentScript',
        method: 'GET',
        path: `/v1/payment-pages/${segment('paymentPageId', paymentPageId)}/scripts/${segment('scriptId', scriptId)}`,
      },
      options,
    )
  }

  /**
   * Authorise a script, or take that back
   *
   * With a reason, which the ledger keeps with who gave it, and when.
   */
  authorizeScript(
    paymentPageId: string,
    scriptId: string,
    params: types.AuthorizePaymentScriptParams,
    options?: RequestOptions,
  ): Call<types.PaymentScript> {
    return json<types.PaymentScript>(
      this.transport,
      {
        operation: 'authorizePaymentScript',
        method: 'PATCH',
        path: `/v1/payment-pages/${segment('paymentPageId', paymentPageId)}/scripts/${segment('scriptId', scriptId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Read the ledger of a payment page
   *
   * Every look, change and decision, each hash-chained to the one before. Nobody can change or remove an entry.
   */
  ledger(
    paymentPageId: string,
    params?: types.ListPaymentLedgerParams,
    options?: RequestOptions,
  ): PageCall<types.PaymentLedgerEntry> {
    return list<types.PaymentLedgerEntry>(
      this.transport,
      'data',
      {
        operation: 'listPaymentLedger',
        method: 'GET',
        path: `/v1/payment-pages/${segment('paymentPageId', paymentPageId)}/ledger`,
        query: params,
      },
      options,
    )
  }
}

export class ReportSchedules extends Resource {
  /** List schedules of reports */
  list(params?: types.ListReportSchedulesParams, options?: RequestOptions): PageCall<types.ReportSchedule> {
    return list<types.ReportSchedule>(
      this.transport,
      'data',
      { operation: 'listReportSchedules', method: 'GET', path: '/v1/report-schedules', query: params },
      options,
    )
  }

  /**
   * Have reports made and mailed on a schedule
   *
   * Give either `cron`, of five fields in `time_zone`, or `every`. Each time, one report of each of `formats` is made, kept, and mailed to each of `recipients`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.
   */
  create(params: types.CreateReportScheduleParams, options?: RequestOptions): Call<types.ReportSchedule> {
    return json<types.ReportSchedule>(
      this.transport,
      { operation: 'createReportSchedule', method: 'POST', path: '/v1/report-schedules', body: params },
      options,
    )
  }

  /** Get a schedule of reports */
  get(reportScheduleId: string, options?: RequestOptions): Call<types.ReportSchedule> {
    return json<types.ReportSchedule>(
      this.transport,
      {
        operation: 'getReportSchedule',
        method: 'GET',
        path: `/v1/report-schedules/${segment('reportScheduleId', reportScheduleId)}`,
      },
      options,
    )
  }

  /**
   * Change a schedule of reports
   *
   * JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and of `website_id`, `group` and `tag` the one that is given that of the others. `recipients` are replaced whole; who has unsubscribed stays so.
   */
  update(
    reportScheduleId: string,
    params: types.UpdateReportScheduleParams,
    options?: RequestOptions,
  ): Call<types.ReportSchedule> {
    return json<types.ReportSchedule>(
      this.transport,
      {
        operation: 'updateReportSchedule',
        method: 'PATCH',
        path: `/v1/report-schedules/${segment('reportScheduleId', reportScheduleId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete a schedule of reports
   *
   * With its runs and deliveries. Mails that wait are not sent any more; reports that were made stay.
   */
  delete(reportScheduleId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      {
        operation: 'deleteReportSchedule',
        method: 'DELETE',
        path: `/v1/report-schedules/${segment('reportScheduleId', reportScheduleId)}`,
      },
      options,
    )
  }

  /**
   * Make and mail the reports of a schedule now
   *
   * Beside its own times, which stay as they are; also while it is paused.
   */
  sendNow(reportScheduleId: string, options?: RequestOptions): Call<types.ReportRun> {
    return json<types.ReportRun>(
      this.transport,
      {
        operation: 'sendReportSchedule',
        method: 'POST',
        path: `/v1/report-schedules/${segment('reportScheduleId', reportScheduleId)}/send`,
      },
      options,
    )
  }

  /**
   * List the runs of a schedule of reports
   *
   * Kept for 400 days.
   */
  runs(
    reportScheduleId: string,
    params?: types.ListReportRunsParams,
    options?: RequestOptions,
  ): PageCall<types.ReportRun> {
    return list<types.ReportRun>(
      this.transport,
      'data',
      {
        operation: 'listReportRuns',
        method: 'GET',
        path: `/v1/report-schedules/${segment('reportScheduleId', reportScheduleId)}/runs`,
        query: params,
      },
      options,
    )
  }

  /** Get a run of a schedule of reports */
  getRun(reportScheduleId: string, runId: string, options?: RequestOptions): Call<types.ReportRun> {
    return json<types.ReportRun>(
      this.transport,
      {
        operation: 'getReportRun',
        method: 'GET',
        path: `/v1/report-schedules/${segment('reportScheduleId', reportScheduleId)}/runs/${segment('runId', runId)}`,
      },
      options,
    )
  }

  /**
   * List what was mailed, recipient by recipient
   *
   * Kept as long as their runs.
   */
  deliveries(
    reportScheduleId: string,
    params?: types.ListReportDeliveriesParams,
    options?: RequestOptions,
  ): PageCall<types.ReportDelivery> {
    return list<types.ReportDelivery>(
      this.transport,
      'data',
      {
        operation: 'listReportDeliveries',
        method: 'GET',
        path: `/v1/report-schedules/${segment('reportScheduleId', reportScheduleId)}/deliveries`,
        query: params,
      },
      options,
    )
  }
}

export class GeneratedWebhooks extends Resource {
  /** List webhooks */
  list(params?: types.ListWebhooksParams, options?: RequestOptions): PageCall<types.Webhook> {
    return list<types.Webhook>(
      this.transport,
      'data',
      { operation: 'listWebhooks', method: 'GET', path: '/v1/webhooks', query: params },
      options,
    )
  }

  /** Register a webhook */
  create(params: types.CreateWebhookParams, options?: RequestOptions): Call<types.WebhookCreated> {
    return json<types.WebhookCreated>(
      this.transport,
      { operation: 'createWebhook', method: 'POST', path: '/v1/webhooks', body: params },
      options,
    )
  }

  /** Get a webhook */
  get(webhookId: string, options?: RequestOptions): Call<types.Webhook> {
    return json<types.Webhook>(
      this.transport,
      { operation: 'getWebhook', method: 'GET', path: `/v1/webhooks/${segment('webhookId', webhookId)}` },
      options,
    )
  }

  /**
   * Change a webhook
   *
   * JSON merge patch (RFC 7396). `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.
   */
  update(webhookId: string, params: types.UpdateWebhookParams, options?: RequestOptions): Call<types.Webhook> {
    return json<types.Webhook>(
      this.transport,
      {
        operation: 'updateWebhook',
        method: 'PATCH',
        path: `/v1/webhooks/${segment('webhookId', webhookId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete a webhook
   *
   * With its deliveries. What is on its way may still arrive.
   */
  delete(webhookId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'deleteWebhook', method: 'DELETE', path: `/v1/webhooks/${segment('webhookId', webhookId)}` },
      options,
    )
  }

  /**
   * Send a test event
   *
   * Sends `webhook.test` to this endpoint, subscribed or not. Its delivery shows what came of it.
   */
  test(webhookId: string, options?: RequestOptions): Call<types.TestWebhookResult> {
    return json<types.TestWebhookResult>(
      this.transport,
      { operation: 'testWebhook', method: 'POST', path: `/v1/webhooks/${segment('webhookId', webhookId)}/test` },
      options,
    )
  }

  /**
   * Replace the secret
   *
   * The new secret signs from now on, and for 24 hours the old one as well: two signatures, parted by a space.
   */
  rotateSecret(
    webhookId: string,
    params?: types.RotateWebhookSecretParams,
    options?: RequestOptions,
  ): Call<types.WebhookCreated> {
    return json<types.WebhookCreated>(
      this.transport,
      {
        operation: 'rotateWebhookSecret',
        method: 'POST',
        path: `/v1/webhooks/${segment('webhookId', webhookId)}/rotate-secret`,
        body: params,
      },
      options,
    )
  }

  /** List deliveries */
  deliveries(
    webhookId: string,
    params?: types.ListDeliveriesParams,
    options?: RequestOptions,
  ): PageCall<types.Delivery> {
    return list<types.Delivery>(
      this.transport,
      'data',
      {
        operation: 'listDeliveries',
        method: 'GET',
        path: `/v1/webhooks/${segment('webhookId', webhookId)}/deliveries`,
        query: params,
      },
      options,
    )
  }

  /** Get a delivery with every try */
  getDelivery(webhookId: string, deliveryId: string, options?: RequestOptions): Call<types.DeliveryWithAttempts> {
    return json<types.DeliveryWithAttempts>(
      this.transport,
      {
        operation: 'getDelivery',
        method: 'GET',
        path: `/v1/webhooks/${segment('webhookId', webhookId)}/deliveries/${segment('deliveryId', deliveryId)}`,
      },
      options,
    )
  }

  /**
   * Deliver once more
   *
   * With the same `webhook-id`, so that a receiver that has it already can tell.
   */
  redeliver(webhookId: string, deliveryId: string, options?: RequestOptions): Call<types.Delivery> {
    return json<types.Delivery>(
      this.transport,
      {
        operation: 'redeliver',
        method: 'POST',
        path: `/v1/webhooks/${segment('webhookId', webhookId)}/deliveries/${segment('deliveryId', deliveryId)}/redeliver`,
      },
      options,
    )
  }

  /** List replays */
  replays(
    webhookId: string,
    params?: types.ListWebhookReplaysParams,
    options?: RequestOptions,
  ): PageCall<types.WebhookReplay> {
    return list<types.WebhookReplay>(
      this.transport,
      'data',
      {
        operation: 'listWebhookReplays',
        method: 'GET',
        path: `/v1/webhooks/${segment('webhookId', webhookId)}/replays`,
        query: params,
      },
      options,
    )
  }

  /**
   * Replay a span of events
   *
   * Delivers what happened between two moments once more, each event once and with its own `webhook-id`, so that a receiver that has it already can tell. An event that is on its way just now is not sent twice. At most 100,000 events; one replay of a webhook at a time.
   */
  replay(webhookId: string, params: types.ReplayWebhookParams, options?: RequestOptions): Call<types.WebhookReplay> {
    return json<types.WebhookReplay>(
      this.transport,
      {
        operation: 'replayWebhook',
        method: 'POST',
        path: `/v1/webhooks/${segment('webhookId', webhookId)}/replays`,
        body: params,
      },
      options,
    )
  }

  /** Get a replay */
  getReplay(webhookId: string, replayId: string, options?: RequestOptions): Call<types.WebhookReplay> {
    return json<types.WebhookReplay>(
      this.transport,
      {
        operation: 'getWebhookReplay',
        method: 'GET',
        path: `/v1/webhooks/${segment('webhookId', webhookId)}/replays/${segment('replayId', replayId)}`,
      },
      options,
    )
  }
}

export class Events extends Resource {
  /**
   * List events
   *
   * Everything that happened: the same objects as webhooks deliver.
   */
  list(params?: types.ListEventsParams, options?: RequestOptions): PageCall<types.Event> {
    return list<types.Event>(
      this.transport,
      'data',
      { operation: 'listEvents', method: 'GET', path: '/v1/events', query: params },
      options,
    )
  }

  /** Get an event */
  get(eventId: string, options?: RequestOptions): Call<types.Event> {
    return json<types.Event>(
      this.transport,
      { operation: 'getEvent', method: 'GET', path: `/v1/events/${segment('eventId', eventId)}` },
      options,
    )
  }
}

export class Checks extends Resource {
  /**
   * List checks
   *
   * Everything that is looked for, by id.
   */
  list(params?: types.ListChecksParams, options?: RequestOptions): PageCall<types.Check> {
    return list<types.Check>(
      this.transport,
      'data',
      { operation: 'listChecks', method: 'GET', path: '/v1/checks', query: params },
      options,
    )
  }

  /** Get a check */
  get(family: string, name: string, options?: RequestOptions): Call<types.Check> {
    return json<types.Check>(
      this.transport,
      {
        operation: 'getCheck',
        method: 'GET',
        path: `/v1/checks/${segment('family', family)}/${segment('name', name)}`,
      },
      options,
    )
  }
}

export class Feeds extends Resource {
  /**
   * List feeds of vulnerability data
   *
   * How old each is on the machine that answers. Where there is no copy, scans use the small set that comes with the product.
   */
  list(params?: types.ListFeedsParams, options?: RequestOptions): PageCall<types.Feed> {
    return list<types.Feed>(
      this.transport,
      'data',
      { operation: 'listFeeds', method: 'GET', path: '/v1/feeds', query: params },
      options,
    )
  }

  /**
   * Have feeds renewed
   *
   * A worker fetches them, one after another. Asked again within ten minutes, it is done once. `GET /v1/feeds` tells how it went.
   */
  update(params?: types.UpdateFeedsParams, options?: RequestOptions): Call<types.UpdateFeedsResult> {
    return json<types.UpdateFeedsResult>(
      this.transport,
      { operation: 'updateFeeds', method: 'POST', path: '/v1/feeds/update', body: params },
      options,
    )
  }
}

export class ApiKeys extends Resource {
  /** List API keys */
  list(params?: types.ListApiKeysParams, options?: RequestOptions): PageCall<types.ApiKey> {
    return list<types.ApiKey>(
      this.transport,
      'data',
      { operation: 'listApiKeys', method: 'GET', path: '/v1/api-keys', query: params },
      options,
    )
  }

  /**
   * Make an API key
   *
   * The key is in the answer, this once. It can do no more than the key that makes it.
   */
  create(params: types.CreateApiKeyParams, options?: RequestOptions): Call<types.ApiKeyCreated> {
    return json<types.ApiKeyCreated>(
      this.transport,
      { operation: 'createApiKey', method: 'POST', path: '/v1/api-keys', body: params },
      options,
    )
  }

  /** Get an API key */
  get(keyId: string, options?: RequestOptions): Call<types.ApiKey> {
    return json<types.ApiKey>(
      this.transport,
      { operation: 'getApiKey', method: 'GET', path: `/v1/api-keys/${segment('keyId', keyId)}` },
      options,
    )
  }

  /**
   * Change an API key
   *
   * JSON merge patch (RFC 7396).
   */
  update(keyId: string, params: types.UpdateApiKeyParams, options?: RequestOptions): Call<types.ApiKey> {
    return json<types.ApiKey>(
      this.transport,
      { operation: 'updateApiKey', method: 'PATCH', path: `/v1/api-keys/${segment('keyId', keyId)}`, body: params },
      options,
    )
  }

  /**
   * Revoke an API key
   *
   * At once, on every server. It stays in the list, with the time.
   */
  revoke(keyId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'revokeApiKey', method: 'DELETE', path: `/v1/api-keys/${segment('keyId', keyId)}` },
      options,
    )
  }

  /**
   * Replace an API key
   *
   * Makes a successor with the same rights. The old key works until the overlap has passed.
   */
  roll(keyId: string, params?: types.RollApiKeyParams, options?: RequestOptions): Call<types.ApiKeyCreated> {
    return json<types.ApiKeyCreated>(
      this.transport,
      { operation: 'rollApiKey', method: 'POST', path: `/v1/api-keys/${segment('keyId', keyId)}/roll`, body: params },
      options,
    )
  }
}

export class Organizations extends Resource {
  /**
   * List organisations
   *
   * Your own and those under it.
   */
  list(params?: types.ListOrganizationsParams, options?: RequestOptions): PageCall<types.Organization> {
    return list<types.Organization>(
      this.transport,
      'data',
      { operation: 'listOrganizations', method: 'GET', path: '/v1/organizations', query: params },
      options,
    )
  }

  /**
   * Make an organisation
   *
   * Under your own: a customer of yours, with its own data, plan and limits. Your keys act for it with the header `LastHash-Organization`; so make its own keys, where it is to have some. It takes the scope `billing:write` as well.
   */
  create(params: types.CreateOrganizationParams, options?: RequestOptions): Call<types.Organization> {
    return json<types.Organization>(
      this.transport,
      { operation: 'createOrganization', method: 'POST', path: '/v1/organizations', body: params },
      options,
    )
  }

  /** Get an organisation */
  get(organizationId: string, options?: RequestOptions): Call<types.Organization> {
    return json<types.Organization>(
      this.transport,
      {
        operation: 'getOrganization',
        method: 'GET',
        path: `/v1/organizations/${segment('organizationId', organizationId)}`,
      },
      options,
    )
  }

  /**
   * Change an organisation
   *
   * JSON merge patch (RFC 7396). Plan, limits and suspension are for the organisation above to change; they hold at once, on every server, and take the scope `billing:write` as well.
   */
  update(
    organizationId: string,
    params: types.UpdateOrganizationParams,
    options?: RequestOptions,
  ): Call<types.Organization> {
    return json<types.Organization>(
      this.transport,
      {
        operation: 'updateOrganization',
        method: 'PATCH',
        path: `/v1/organizations/${segment('organizationId', organizationId)}`,
        body: params,
      },
      options,
    )
  }

  /**
   * Delete an organisation
   *
   * It is suspended at once, and gone after 30 days, with all that it has. Until then the organisation above can restore it, and export it. It takes the scope `billing:write` as well.
   */
  delete(organizationId: string, options?: RequestOptions): Call<types.Organization> {
    return json<types.Organization>(
      this.transport,
      {
        operation: 'deleteOrganization',
        method: 'DELETE',
        path: `/v1/organizations/${segment('organizationId', organizationId)}`,
      },
      options,
    )
  }

  /**
   * Restore an organisation
   *
   * Takes its deletion back, while its days of grace last. One that was suspended before stays suspended. It takes the scope `billing:write` as well.
   */
  restore(organizationId: string, options?: RequestOptions): Call<types.Organization> {
    return json<types.Organization>(
      this.transport,
      {
        operation: 'restoreOrganization',
        method: 'POST',
        path: `/v1/organizations/${segment('organizationId', organizationId)}/restore`,
      },
      options,
    )
  }

  /**
   * Take an own domain into use
   *
   * Asks `branding.domain` over the network, for up to ten seconds. When this service answers there, links in answers, events and mails lead to it from now on.
   */
  checkDomain(organizationId: string, options?: RequestOptions): Call<types.Organization> {
    return json<types.Organization>(
      this.transport,
      {
        operation: 'checkDomain',
        method: 'POST',
        path: `/v1/organizations/${segment('organizationId', organizationId)}/domain/check`,
      },
      options,
    )
  }

  /**
   * Export all of an organisation
   *
   * Everything that is kept of it, as one JSON document: `tables` has the rows of each kind, as they are stored, without secrets; `people` tells who its members are, whom the rows name by their ids; `files` has evidence and reports in base64. Also of one under yours that is deleted, while its days of grace last.
   */
  export(organizationId: string, options?: RequestOptions): Call<types.ExportOrganizationResult> {
    return json<types.ExportOrganizationResult>(
      this.transport,
      {
        operation: 'exportOrganization',
        method: 'GET',
        path: `/v1/organizations/${segment('organizationId', organizationId)}/export`,
      },
      options,
    )
  }
}

export class Users extends Resource {
  /**
   * List people
   *
   * Everybody who belongs to the organisation, with their role.
   */
  list(params?: types.ListUsersParams, options?: RequestOptions): PageCall<types.User> {
    return list<types.User>(
      this.transport,
      'data',
      { operation: 'listUsers', method: 'GET', path: '/v1/users', query: params },
      options,
    )
  }

  /**
   * Get a person
   *
   * `me` is whoever is logged in.
   */
  get(userId: string, options?: RequestOptions): Call<types.User> {
    return json<types.User>(
      this.transport,
      { operation: 'getUser', method: 'GET', path: `/v1/users/${segment('userId', userId)}` },
      options,
    )
  }

  /**
   * Change a person’s role
   *
   * JSON merge patch (RFC 7396). It holds from the next request on. Nobody gives a role, or takes one away, that can do more than they can themselves; the last owner stays one.
   */
  update(userId: string, params: types.UpdateUserParams, options?: RequestOptions): Call<types.User> {
    return json<types.User>(
      this.transport,
      { operation: 'updateUser', method: 'PATCH', path: `/v1/users/${segment('userId', userId)}`, body: params },
      options,
    )
  }

  /**
   * Remove a person
   *
   * From the organisation, from the next request on. The account stays theirs; API keys that they made stay the organisation’s: `created_by` names them.
   */
  remove(userId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'removeUser', method: 'DELETE', path: `/v1/users/${segment('userId', userId)}` },
      options,
    )
  }
}

export class Invitations extends Resource {
  /** List invitations */
  list(params?: types.ListInvitationsParams, options?: RequestOptions): PageCall<types.Invitation> {
    return list<types.Invitation>(
      this.transport,
      'data',
      { operation: 'listInvitations', method: 'GET', path: '/v1/invitations', query: params },
      options,
    )
  }

  /**
   * Invite a person
   *
   * A link, which works for a week, goes to the address; where mail is not set up, it is in the answer, this once. An earlier invitation to the same address ends. The role can do no more than you can.
   */
  create(params: types.CreateInvitationParams, options?: RequestOptions): Call<types.InvitationSent> {
    return json<types.InvitationSent>(
      this.transport,
      { operation: 'createInvitation', method: 'POST', path: '/v1/invitations', body: params },
      options,
    )
  }

  /** Get an invitation */
  get(invitationId: string, options?: RequestOptions): Call<types.Invitation> {
    return json<types.Invitation>(
      this.transport,
      { operation: 'getInvitation', method: 'GET', path: `/v1/invitations/${segment('invitationId', invitationId)}` },
      options,
    )
  }

  /**
   * Revoke an invitation
   *
   * Its link opens nothing from now on. It stays in the list, with the time.
   */
  revoke(invitationId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      {
        operation: 'revokeInvitation',
        method: 'DELETE',
        path: `/v1/invitations/${segment('invitationId', invitationId)}`,
      },
      options,
    )
  }

  /**
   * Send an invitation again
   *
   * With a new link, for another week; the one before opens nothing any more.
   */
  resend(invitationId: string, options?: RequestOptions): Call<types.InvitationSent> {
    return json<types.InvitationSent>(
      this.transport,
      {
        operation: 'resendInvitation',
        method: 'POST',
        path: `/v1/invitations/${segment('invitationId', invitationId)}/resend`,
      },
      options,
    )
  }
}

export class Sessions extends Resource {
  /**
   * List log-ins
   *
   * Where people of the organisation are logged in: all of them for keys, owners and admins, only their own for others.
   */
  list(params?: types.ListSessionsParams, options?: RequestOptions): PageCall<types.Session> {
    return list<types.Session>(
      this.transport,
      'data',
      { operation: 'listSessions', method: 'GET', path: '/v1/sessions', query: params },
      options,
    )
  }

  /**
   * End a log-in
   *
   * At once, on every server: whoever has its cookie has to log in again.
   */
  end(sessionId: string, options?: RequestOptions): Call<void> {
    return nothing(
      this.transport,
      { operation: 'endSession', method: 'DELETE', path: `/v1/sessions/${segment('sessionId', sessionId)}` },
      options,
    )
  }
}

export class Usage extends Resource {
  /** Use against plan */
  get(options?: RequestOptions): Call<types.Usage> {
    return json<types.Usage>(this.transport, { operation: 'getUsage', method: 'GET', path: '/v1/usage' }, options)
  }
}

export class AuditLog extends Resource {
  /**
   * List changes
   *
   * Every change through the API. Entries are only added, and each one’s hash covers the one before it.
   */
  list(params?: types.ListAuditLogParams, options?: RequestOptions): PageCall<types.AuditLogEntry> {
    return list<types.AuditLogEntry>(
      this.transport,
      'data',
      { operation: 'listAuditLog', method: 'GET', path: '/v1/audit-log', query: params },
      options,
    )
  }

  /**
   * Export changes
   *
   * All of them, oldest first, one JSON object a line (NDJSON).
   */
  export(params?: types.ExportAuditLogParams, options?: RequestOptions): AsyncGenerator<unknown, void, undefined> {
    return lines(
      this.transport,
      { operation: 'exportAuditLog', method: 'GET', path: '/v1/audit-log/export', query: params },
      options,
    )
  }
}
