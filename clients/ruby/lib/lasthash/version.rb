# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  # Of this client and of the API that it was made from.
  VERSION = "0.1.0"

  # What an error says that happened; there may be others in a later version of the service.
  ERROR_CODES = %w[
    malformed_json
    validation_failed
    target_refused
    missing_api_key
    session_ended
    invalid_api_key
    invalid_signature
    insufficient_scope
    ip_not_allowed
    plan_without_api
    organization_suspended
    organization_not_parent
    organization_not_deletable
    domain_taken
    domain_not_set
    domain_not_here
    origin_not_allowed
    no_organization
    not_found
    route_not_found
    method_not_allowed
    website_exists
    group_exists
    website_not_verified
    verification_not_begun
    status_not_lawful
    vulnerability_merged
    vulnerabilities_not_mergeable
    places_not_separable
    monitor_not_possible
    alert_resolved
    scan_not_cancelable
    scans_not_comparable
    scan_not_done
    scan_type_unavailable
    webhook_disabled
    integration_disabled
    too_many_integrations
    ticket_exists
    vulnerability_not_open
    channel_disabled
    too_many_channels
    policy_in_use
    payment_page_exists
    payment_page_ended
    too_many_websites
    report_not_done
    too_many_reports
    too_many_report_schedules
    mail_not_configured
    last_owner
    already_member
    invitation_ended
    replay_under_way
    replay_too_large
    api_key_ended
    idempotency_key_in_use
    request_timeout
    gone
    results_expired
    precondition_failed
    body_too_large
    unsupported_media_type
    idempotency_key_reused
    headers_too_large
    rate_limited
    bad_request
    internal_error
    database_unavailable
    storage_unavailable
    shutting_down
  ].freeze
end
