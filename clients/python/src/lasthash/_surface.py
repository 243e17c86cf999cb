# Made by `npm run clients`: do not edit.

from __future__ import annotations

from ._sync import Transport
from ._resources import (
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
)
from ._scans import Scans
from ._webhooks import Webhooks


class Surface:
    """Every resource of the API."""

    def __init__(self, transport: Transport) -> None:
        self.websites = Websites(transport)
        self.website_groups = WebsiteGroups(transport)
        self.scans = Scans(transport)
        self.schedules = Schedules(transport)
        self.vulnerabilities = Vulnerabilities(transport)
        self.overview = Overview(transport)
        self.monitors = Monitors(transport)
        self.alerts = Alerts(transport)
        self.alert_channels = AlertChannels(transport)
        self.policies = Policies(transport)
        self.compliance = Compliance(transport)
        self.reports = Reports(transport)
        self.integrations = Integrations(transport)
        self.tickets = Tickets(transport)
        self.payment_pages = PaymentPages(transport)
        self.report_schedules = ReportSchedules(transport)
        self.webhooks = Webhooks(transport)
        self.events = Events(transport)
        self.checks = Checks(transport)
        self.feeds = Feeds(transport)
        self.api_keys = ApiKeys(transport)
        self.organizations = Organizations(transport)
        self.users = Users(transport)
        self.invitations = Invitations(transport)
        self.sessions = Sessions(transport)
        self.usage = Usage(transport)
        self.audit_log = AuditLog(transport)
