# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.users`
    class Users < Resource
      # List people
      #
      # Everybody who belongs to the organisation, with their role.
      def list(options: {}, **query)
        page("data", "listUsers", :get, "/v1/users", options, query: query)
      end

      # Get a person
      #
      # `me` is whoever is logged in.
      def get(user_id, options: {})
        json("getUser", :get, "/v1/users/#{segment(:user_id, user_id)}", options)
      end

      # Change a person’s role
      #
      # JSON merge patch (RFC 7396). It holds from the next request on. Nobody gives a role, or takes one away, that can do more than they can themselves; the last owner stays one.
      def update(user_id, options: {}, **params)
        json("updateUser", :patch, "/v1/users/#{segment(:user_id, user_id)}", options, body: params)
      end

      # Remove a person
      #
      # From the organisation, from the next request on. The account stays theirs; API keys that they made stay the organisation’s: `created_by` names them.
      def remove(user_id, options: {})
        nothing("removeUser", :delete, "/v1/users/#{segment(:user_id, user_id)}", options)
      end
    end
  end
end
