# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.webhooks`
    class Webhooks < Resource
      # List webhooks
      def list(options: {}, **query)
        page("data", "listWebhooks", :get, "/v1/webhooks", options, query: query)
      end

      # Register a webhook
      def create(options: {}, **params)
        json("createWebhook", :post, "/v1/webhooks", options, body: params)
      end

      # Get a webhook
      def get(webhook_id, options: {})
        json("getWebhook", :get, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}", options)
      end

      # Change a webhook
      #
      # JSON merge patch (RFC 7396). `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.
      def update(webhook_id, options: {}, **params)
        json("updateWebhook", :patch, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}", options, body: params)
      end

      # Delete a webhook
      #
      # With its deliveries. What is on its way may still arrive.
      def delete(webhook_id, options: {})
        nothing("deleteWebhook", :delete, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}", options)
      end

      # Send a test event
      #
      # Sends `webhook.test` to this endpoint, subscribed or not. Its delivery shows what came of it.
      def test(webhook_id, options: {})
        json("testWebhook", :post, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}/test", options)
      end

      # Replace the secret
      #
      # The new secret signs from now on, and for 24 hours the old one as well: two signatures, parted by a space.
      def rotate_secret(webhook_id, options: {}, **params)
        json("rotateWebhookSecret", :post, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}/rotate-secret", options, body: (params unless params.empty?))
      end

      # List deliveries
      def deliveries(webhook_id, options: {}, **query)
        page("data", "listDeliveries", :get, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}/deliveries", options, query: query)
      end

      # Get a delivery with every try
      def get_delivery(webhook_id, delivery_id, options: {})
        json("getDelivery", :get, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}/deliveries/#{segment(:delivery_id, delivery_id)}", options)
      end

      # Deliver once more
      #
      # With the same `webhook-id`, so that a receiver that has it already can tell.
      def redeliver(webhook_id, delivery_id, options: {})
        json("redeliver", :post, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}/deliveries/#{segment(:delivery_id, delivery_id)}/redeliver", options)
      end

      # List replays
      def replays(webhook_id, options: {}, **query)
        page("data", "listWebhookReplays", :get, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}/replays", options, query: query)
      end

      # Replay a span of events
      #
      # Delivers what happened between two moments once more, each event once and with its own `webhook-id`, so that a receiver that has it already can tell. An event that is on its way just now is not sent twice. At most 100,000 events; one replay of a webhook at a time.
      def replay(webhook_id, options: {}, **params)
        json("replayWebhook", :post, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}/replays", options, body: params)
      end

      # Get a replay
      def get_replay(webhook_id, replay_id, options: {})
        json("getWebhookReplay", :get, "/v1/webhooks/#{segment(:webhook_id, webhook_id)}/replays/#{segment(:replay_id, replay_id)}", options)
      end
    end
  end
end
