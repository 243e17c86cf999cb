# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.reports`
    class Reports < Resource
      # List a report’s links
      def links(report_id, options: {}, **query)
        page("data", "listReportLinks", :get, "/v1/reports/#{segment(:report_id, report_id)}/links", options, query: query)
      end

      # Share a report
      #
      # Makes an address under which anyone gets the file, without a key, until it expires or is revoked.
      def create_link(report_id, options: {}, **params)
        json("createReportLink", :post, "/v1/reports/#{segment(:report_id, report_id)}/links", options, body: (params unless params.empty?))
      end

      # Get a link
      def get_link(report_id, link_id, options: {})
        json("getReportLink", :get, "/v1/reports/#{segment(:report_id, report_id)}/links/#{segment(:link_id, link_id)}", options)
      end

      # Revoke a link
      #
      # At once. It stays listed, and whoever follows it is told that it is over.
      def revoke_link(report_id, link_id, options: {})
        nothing("revokeReportLink", :delete, "/v1/reports/#{segment(:report_id, report_id)}/links/#{segment(:link_id, link_id)}", options)
      end

      # List reports
      def list(options: {}, **query)
        page("data", "listReports", :get, "/v1/reports", options, query: query)
      end

      # Make a report
      #
      # Of one scan, of one website as it is now, of a group, of a tag, or of all that you have. It is made in the background: `status` says how far it is, and `download_url` where the file is once it is `done`. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30. Executive, comparison, portfolio and compliance reports come as `pdf`, `html`, `json` and `csv`, technical ones also as `sarif`.
      def create(options: {}, **params)
        json("createReport", :post, "/v1/reports", options, body: params)
      end

      # Get a report
      def get(report_id, options: {})
        json("getReport", :get, "/v1/reports/#{segment(:report_id, report_id)}", options)
      end

      # Delete a report
      #
      # With its file and its links. One that is still being made is given up.
      def delete(report_id, options: {})
        nothing("deleteReport", :delete, "/v1/reports/#{segment(:report_id, report_id)}", options)
      end

      # Download a report
      #
      # The file, in the report’s own type.
      def download(report_id, options: {})
        file("downloadReport", :get, "/v1/reports/#{segment(:report_id, report_id)}/download", options)
      end
    end
  end
end
