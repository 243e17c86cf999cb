// Made by `npm run clients` from docs/openapi.json: do not edit.

import type { Transport } from './request.ts'
import {
  AlertChannels,
  Alerts,
  ApiKeys,
  AuditLog,
  Checks,
  Compliance,
  Events,
  Feeds,
  Integrations,
  Invitations,
  Monitors,
  Organizations,
  Overview,
  PaymentPages,
  Policies,
  ReportSchedules,
  Reports,
  Schedules,
  Sessions,
  Tickets,
  Usage,
  Users,
  Vulnerabilities,
  WebsiteGroups,
  Websites,
} from './resources.ts'
import { Scans } from './scans.ts'
import { Webhooks } from './webhook.ts'

/** Every resource of the API. */
export class Surface {
  readonly websites: Websites
  readonly websiteGroups: WebsiteGroups
  readonly scans: Scans
  readonly schedules: Schedules
  readonly vulnerabilities: Vulnerabilities
  readonly overview: Overview
  readonly monitors: Monitors
  readonly alerts: Alerts
  readonly alertChannels: AlertChannels
  readonly policies: Policies
  readonly compliance: Compliance
  readonly reports: Reports
  readonly integrations: Integrations
  readonly tickets: Tickets
  readonly paymentPages: PaymentPages
  readonly reportSchedules: ReportSchedules
  readonly webhooks: Webhooks
  readonly events: Events
  readonly checks: Checks
  readonly feeds: Feeds
  readonly apiKeys: ApiKeys
  readonly organizations: Organizations
  readonly users: Users
  readonly invitations: Invitations
  readonly sessions: Sessions
  readonly usage: Usage
  readonly auditLog: AuditLog

  constructor(transport: Transport) {
    this.websites = new Websites(transport)
    this.websiteGroups = new WebsiteGroups(transport)
    this.scans = new Scans(transport)
    this.schedules = new Schedules(transport)
    this.vulnerabilities = new Vulnerabilities(transport)
    this.overview = new Overview(transport)
    this.monitors = new Monitors(transport)
    this.alerts = new Alerts(transport)
    this.alertChannels = new AlertChannels(transport)
    this.policies = new Policies(transport)
    this.compliance = new Compliance(transport)
    this.reports = new Reports(transport)
    this.integrations = new Integrations(transport)
    this.tickets = new Tickets(transport)
    this.paymentPages = new PaymentPages(transport)
    this.reportSchedules = new ReportSchedules(transport)
    this.webhooks = new Webhooks(transport)
    this.events = new Events(transport)
    this.checks = new Checks(transport)
    this.feeds = new Feeds(transport)
    this.apiKeys = new ApiKeys(transport)
    this.organizations = new Organizations(transport)
    this.users = new Users(transport)
    this.invitations = new Invitations(transport)
    this.sessions = new Sessions(transport)
    this.usage = new Usage(transport)
    this.auditLog = new AuditLog(transport)
  }
}
