# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.events`
    class Events < Resource
      # List events
      #
      # Everything that happened: the same objects as webhooks deliver.
      def list(options: {}, **query)
        page("data", "listEvents", :get, "/v1/events", options, query: query)
      end

      # Get an event
      def get(event_id, options: {})
        json("getEvent", :get, "/v1/events/#{segment(:event_id, event_id)}", options)
      end
    end
  end
end
