# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.alert_channels`
    class AlertChannels < Resource
      # List alert channels
      def list(options: {}, **query)
        page("data", "listAlertChannels", :get, "/v1/alert-channels", options, query: query)
      end

      # Have alerts told somewhere
      #
      # By mail, in Slack or Microsoft Teams, to PagerDuty, or to an endpoint of your own. Secrets are kept encrypted and never shown again. An alert is told when it opens, becomes worse, is acknowledged and is resolved.
      def create(options: {}, **params)
        json("createAlertChannel", :post, "/v1/alert-channels", options, body: params)
      end

      # Get an alert channel
      def get(channel_id, options: {})
        json("getAlertChannel", :get, "/v1/alert-channels/#{segment(:channel_id, channel_id)}", options)
      end

      # Change an alert channel
      #
      # `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.
      def update(channel_id, options: {}, **params)
        json("updateAlertChannel", :patch, "/v1/alert-channels/#{segment(:channel_id, channel_id)}", options, body: params)
      end

      # Delete an alert channel
      #
      # With its deliveries. What is on its way may still arrive.
      def delete(channel_id, options: {})
        nothing("deleteAlertChannel", :delete, "/v1/alert-channels/#{segment(:channel_id, channel_id)}", options)
      end

      # Try an alert channel
      #
      # Sends a test, once, and waits for what the other side answers: `status` is `succeeded` or `failed`, and the attempt holds the answer. It is `pending` when no server has come to it within 25 seconds.
      def test(channel_id, options: {})
        json("testAlertChannel", :post, "/v1/alert-channels/#{segment(:channel_id, channel_id)}/test", options)
      end

      # List what was told
      #
      # Kept for 90 days.
      def deliveries(channel_id, options: {}, **query)
        page("data", "listAlertChannelDeliveries", :get, "/v1/alert-channels/#{segment(:channel_id, channel_id)}/deliveries", options, query: query)
      end

      # Get what was told, with every try
      def get_delivery(channel_id, channel_delivery_id, options: {})
        json("getAlertChannelDelivery", :get, "/v1/alert-channels/#{segment(:channel_id, channel_id)}/deliveries/#{segment(:channel_delivery_id, channel_delivery_id)}", options)
      end
    end
  end
end
