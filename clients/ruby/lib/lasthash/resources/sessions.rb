# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.sessions`
    class Sessions < Resource
      # List log-ins
      #
      # Where people of the organisation are logged in: all of them for keys, owners and admins, only their own for others.
      def list(options: {}, **query)
        page("data", "listSessions", :get, "/v1/sessions", options, query: query)
      end

      # End a log-in
      #
      # At once, on every server: whoever has its cookie has to log in again.
      def end(session_id, options: {})
        nothing("endSession", :delete, "/v1/sessions/#{segment(:session_id, session_id)}", options)
      end
    end
  end
end
