# Made by `npm run clients`: do not edit.

from __future__ import annotations

from ._async import AsyncTransport
from ._async_resources import (
    AsyncAlertChannels,
    AsyncAlerts,
    AsyncApiKeys,
    AsyncAuditLog,
    AsyncChecks,
    AsyncCompliance,
    AsyncEvents,
    AsyncFeeds,
    AsyncIntegrations,
    AsyncInvitations,
    AsyncMonitors,
    AsyncOrganizations,
    AsyncOverview,
    AsyncPaymentPages,
    AsyncPolicies,
    AsyncReportSchedules,
    AsyncReports,
    AsyncSchedules,
    AsyncSessions,
    AsyncTickets,
    AsyncUsage,
    AsyncUsers,
    AsyncVulnerabilities,
    AsyncWebsiteGroups,
    AsyncWebsites,
)
from ._async_scans import AsyncScans
from ._webhooks import AsyncWebhooks


class AsyncSurface:
    """Every resource of the API."""

    def __init__(self, transport: AsyncTransport) -> None:
        self.websites = AsyncWebsites(transport)
        self.website_groups = AsyncWebsiteGroups(transport)
        self.scans = AsyncScans(transport)
        self.schedules = AsyncSchedules(transport)
        self.vulnerabilities = AsyncVulnerabilities(transport)
        self.overview = AsyncOverview(transport)
        self.monitors = AsyncMonitors(transport)
        self.alerts = AsyncAlerts(transport)
        self.alert_channels = AsyncAlertChannels(transport)
        self.policies = AsyncPolicies(transport)
        self.compliance = AsyncCompliance(transport)
        self.reports = AsyncReports(transport)
        self.integrations = AsyncIntegrations(transport)
        self.tickets = AsyncTickets(transport)
        self.payment_pages = AsyncPaymentPages(transport)
        self.report_schedules = AsyncReportSchedules(transport)
        self.webhooks = AsyncWebhooks(transport)
        self.events = AsyncEvents(transport)
        self.checks = AsyncChecks(transport)
        self.feeds = AsyncFeeds(transport)
        self.api_keys = AsyncApiKeys(transport)
        self.organizations = AsyncOrganizations(transport)
        self.users = AsyncUsers(transport)
        self.invitations = AsyncInvitations(transport)
        self.sessions = AsyncSessions(transport)
        self.usage = AsyncUsage(transport)
        self.audit_log = AsyncAuditLog(transport)
