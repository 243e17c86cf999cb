# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.feeds`
    class Feeds < Resource
      # List feeds of vulnerability data
      #
      # How old each is on the machine that answers. Where there is no copy, scans use the small set that comes with the product.
      def list(options: {}, **query)
        page("data", "listFeeds", :get, "/v1/feeds", options, query: query)
      end

      # Have feeds renewed
      #
      # A worker fetches them, one after another. Asked again within ten minutes, it is done once. `GET /v1/feeds` tells how it went.
      def update(options: {}, **params)
        json("updateFeeds", :post, "/v1/feeds/update", options, body: (params unless params.empty?))
      end
    end
  end
end
