# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.audit_log`
    class AuditLog < Resource
      # List changes
      #
      # Every change through the API. Entries are only added, and each one’s hash covers the one before it.
      def list(options: {}, **query)
        page("data", "listAuditLog", :get, "/v1/audit-log", options, query: query)
      end

      # Export changes
      #
      # All of them, oldest first, one JSON object a line (NDJSON).
      def export(options: {}, **query)
        lines("exportAuditLog", :get, "/v1/audit-log/export", options, query: query)
      end
    end
  end
end
