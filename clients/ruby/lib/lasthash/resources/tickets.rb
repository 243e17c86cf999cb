# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.tickets`
    class Tickets < Resource
      # List tickets
      def list(options: {}, **query)
        page("data", "listTickets", :get, "/v1/tickets", options, query: query)
      end

      # Make a ticket of a vulnerability
      #
      # Whatever the integration’s rules say. It is made in the background: `status` is `pending` until it is in the tracker. A vulnerability has one ticket in each tracker, never two.
      def create(options: {}, **params)
        json("createTicket", :post, "/v1/tickets", options, body: params)
      end

      # Get a ticket
      def get(ticket_id, options: {})
        json("getTicket", :get, "/v1/tickets/#{segment(:ticket_id, ticket_id)}", options)
      end

      # Bring a ticket in line now
      #
      # Takes up at once what failed or waits, and reads what the tracker shows. A ticket that was deleted there is made anew.
      def retry(ticket_id, options: {})
        json("retryTicket", :post, "/v1/tickets/#{segment(:ticket_id, ticket_id)}/retry", options)
      end
    end
  end
end
