# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.api_keys`
    class ApiKeys < Resource
      # List API keys
      def list(options: {}, **query)
        page("data", "listApiKeys", :get, "/v1/api-keys", options, query: query)
      end

      # Make an API key
      #
      # The key is in the answer, this once. It can do no more than the key that makes it.
      def create(options: {}, **params)
        json("createApiKey", :post, "/v1/api-keys", options, body: params)
      end

      # Get an API key
      def get(key_id, options: {})
        json("getApiKey", :get, "/v1/api-keys/#{segment(:key_id, key_id)}", options)
      end

      # Change an API key
      #
      # JSON merge patch (RFC 7396).
      def update(key_id, options: {}, **params)
        json("updateApiKey", :patch, "/v1/api-keys/#{segment(:key_id, key_id)}", options, body: params)
      end

      # Revoke an API key
      #
      # At once, on every server. It stays in the list, with the time.
      def revoke(key_id, options: {})
        nothing("revokeApiKey", :delete, "/v1/api-keys/#{segment(:key_id, key_id)}", options)
      end

      # Replace an API key
      #
      # Makes a successor with the same rights. The old key works until the overlap has passed.
      def roll(key_id, options: {}, **params)
        json("rollApiKey", :post, "/v1/api-keys/#{segment(:key_id, key_id)}/roll", options, body: (params unless params.empty?))
      end
    end
  end
end
