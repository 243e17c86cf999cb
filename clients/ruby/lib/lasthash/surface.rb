# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

require_relative "resources/websites"
require_relative "resources/website_groups"
require_relative "resources/scans"
require_relative "resources/schedules"
require_relative "resources/vulnerabilities"
require_relative "resources/overview"
require_relative "resources/monitors"
require_relative "resources/alerts"
require_relative "resources/alert_channels"
require_relative "resources/policies"
require_relative "resources/compliance"
require_relative "resources/reports"
require_relative "resources/integrations"
require_relative "resources/tickets"
require_relative "resources/payment_pages"
require_relative "resources/report_schedules"
require_relative "resources/webhooks"
require_relative "resources/events"
require_relative "resources/checks"
require_relative "resources/feeds"
require_relative "resources/api_keys"
require_relative "resources/organizations"
require_relative "resources/users"
require_relative "resources/invitations"
require_relative "resources/sessions"
require_relative "resources/usage"
require_relative "resources/audit_log"
require_relative "scans"
require_relative "webhooks"

module LastHash
  # Every resource of the API.
  class Surface
    attr_reader :websites, :website_groups, :scans, :schedules, :vulnerabilities, :overview, :monitors, :alerts, :alert_channels, :policies, :compliance, :reports, :integrations, :tickets, :payment_pages, :report_schedules, :webhooks, :events, :checks, :feeds, :api_keys, :organizations, :users, :invitations, :sessions, :usage, :audit_log

    def initialize(transport)
      @websites = Resources::Websites.new(transport)
      @website_groups = Resources::WebsiteGroups.new(transport)
      @scans = Scans.new(transport)
      @schedules = Resources::Schedules.new(transport)
      @vulnerabilities = Resources::Vulnerabilities.new(transport)
      @overview = Resources::Overview.new(transport)
      @monitors = Resources::Monitors.new(transport)
      @alerts = Resources::Alerts.new(transport)
      @alert_channels = Resources::AlertChannels.new(transport)
      @policies = Resources::Policies.new(transport)
      @compliance = Resources::Compliance.new(transport)
      @reports = Resources::Reports.new(transport)
      @integrations = Resources::Integrations.new(transport)
      @tickets = Resources::Tickets.new(transport)
      @payment_pages = Resources::PaymentPages.new(transport)
      @report_schedules = Resources::ReportSchedules.new(transport)
      @webhooks = Webhooks.new(transport)
      @events = Resources::Events.new(transport)
      @checks = Resources::Checks.new(transport)
      @feeds = Resources::Feeds.new(transport)
      @api_keys = Resources::ApiKeys.new(transport)
      @organizations = Resources::Organizations.new(transport)
      @users = Resources::Users.new(transport)
      @invitations = Resources::Invitations.new(transport)
      @sessions = Resources::Sessions.new(transport)
      @usage = Resources::Usage.new(transport)
      @audit_log = Resources::AuditLog.new(transport)
    end
  end
end
