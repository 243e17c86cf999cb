# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.checks`
    class Checks < Resource
      # List checks
      #
      # Everything that is looked for, by id.
      def list(options: {}, **query)
        page("data", "listChecks", :get, "/v1/checks", options, query: query)
      end

      # Get a check
      def get(family, name, options: {})
        json("getCheck", :get, "/v1/checks/#{segment(:family, family)}/#{segment(:name, name)}", options)
      end
    end
  end
end
