# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.integration_tests`
    class IntegrationTests < Resource
      # Try an integration before it is made
      #
      # Asks the tracker whether the token and the place are good. Nothing is made there, and nothing is kept here.
      def test_draft_integration(options: {}, **params)
        json("testDraftIntegration", :post, "/v1/integration-tests", options, body: params)
      end
    end
  end
end
