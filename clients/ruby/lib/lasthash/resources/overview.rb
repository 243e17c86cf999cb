# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.overview`
    class Overview < Resource
      # Get the numbers of many websites
      #
      # What a dashboard shows of any set of websites over any span, in one call: scores and their trend, counts by severity and state, what was new and fixed on each day, the worst and the most improved, certificates, monitors and running scans. The numbers are kept, not counted; with `If-None-Match` an unchanged answer is 304.
      def get(options: {}, **query)
        json("getOverview", :get, "/v1/overview", options, query: query)
      end
    end
  end
end
