# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.usage`
    class Usage < Resource
      # Use against plan
      def get(options: {})
        json("getUsage", :get, "/v1/usage", options)
      end
    end
  end
end
