# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.alerts`
    class Alerts < Resource
      # List alerts
      def list(options: {}, **query)
        page("data", "listAlerts", :get, "/v1/alerts", options, query: query)
      end

      # Get an alert
      def get(alert_id, options: {})
        json("getAlert", :get, "/v1/alerts/#{segment(:alert_id, alert_id)}", options)
      end

      # Acknowledge or resolve an alert
      #
      # An alert resolves by itself when its cause has gone. Resolved by hand, what is there now becomes what its monitor holds later looks against.
      def update(alert_id, options: {}, **params)
        json("updateAlert", :patch, "/v1/alerts/#{segment(:alert_id, alert_id)}", options, body: params)
      end
    end
  end
end
