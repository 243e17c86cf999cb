# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.integrations`
    class Integrations < Resource
      # List integrations
      def list(options: {}, **query)
        page("data", "listIntegrations", :get, "/v1/integrations", options, query: query)
      end

      # Have vulnerabilities become tickets
      #
      # In Jira (Cloud and Data Center), Linear, GitHub, GitLab or as messages in Slack. `rules` say which vulnerabilities do so by themselves. Secrets are kept encrypted and never shown again. `POST /v1/integration-tests` says beforehand whether it will work.
      def create(options: {}, **params)
        json("createIntegration", :post, "/v1/integrations", options, body: params)
      end

      # Try an integration before it is made
      #
      # Asks the tracker whether the token and the place are good. Nothing is made there, and nothing is kept here.
      def test_draft(options: {}, **params)
        json("testDraftIntegration", :post, "/v1/integration-tests", options, body: params)
      end

      # Get an integration
      def get(integration_id, options: {})
        json("getIntegration", :get, "/v1/integrations/#{segment(:integration_id, integration_id)}", options)
      end

      # Change an integration
      #
      # What waits, or has failed, is tried again at once.
      def update(integration_id, options: {}, **params)
        json("updateIntegration", :patch, "/v1/integrations/#{segment(:integration_id, integration_id)}", options, body: params)
      end

      # Delete an integration
      #
      # With all that is known of its tickets; what is in the tracker stays there. To let it rest and go on later with the same tickets, set `enabled` to false.
      def delete(integration_id, options: {})
        nothing("deleteIntegration", :delete, "/v1/integrations/#{segment(:integration_id, integration_id)}", options)
      end

      # Try an integration
      #
      # Asks the tracker whether the token and the place are good. Nothing is made there.
      def test(integration_id, options: {})
        json("testIntegration", :post, "/v1/integrations/#{segment(:integration_id, integration_id)}/test", options)
      end
    end
  end
end
