# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.policies`
    class Policies < Resource
      # List policies
      def list(options: {}, **query)
        page("data", "listPolicies", :get, "/v1/policies", options, query: query)
      end

      # Make a policy
      #
      # One object for pipelines, alerts and tickets. A scan that names it is judged by it (`policy_id`, then `gate`); an alert channel whose filter names it is told of scans that fail it.
      def create(options: {}, **params)
        json("createPolicy", :post, "/v1/policies", options, body: params)
      end

      # Get a policy
      def get(policy_id, options: {})
        json("getPolicy", :get, "/v1/policies/#{segment(:policy_id, policy_id)}", options)
      end

      # Change a policy
      #
      # Scans that have ended keep their verdict.
      def update(policy_id, options: {}, **params)
        json("updatePolicy", :patch, "/v1/policies/#{segment(:policy_id, policy_id)}", options, body: params)
      end

      # Delete a policy
      #
      # Alerts that it has raised are resolved. A scan that names it and has not ended yet fails.
      def delete(policy_id, options: {})
        nothing("deletePolicy", :delete, "/v1/policies/#{segment(:policy_id, policy_id)}", options)
      end

      # See what a policy would have said of past scans
      #
      # Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.
      def simulate(policy_id, options: {}, **params)
        json("simulatePolicy", :post, "/v1/policies/#{segment(:policy_id, policy_id)}/simulate", options, body: (params unless params.empty?))
      end

      # See what a draft would have said of past scans
      #
      # Without making a policy. Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.
      def simulate_draft(options: {}, **params)
        json("simulateDraft", :post, "/v1/policy-simulations", options, body: params)
      end
    end
  end
end
