# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.invitations`
    class Invitations < Resource
      # List invitations
      def list(options: {}, **query)
        page("data", "listInvitations", :get, "/v1/invitations", options, query: query)
      end

      # Invite a person
      #
      # A link, which works for a week, goes to the address; where mail is not set up, it is in the answer, this once. An earlier invitation to the same address ends. The role can do no more than you can.
      def create(options: {}, **params)
        json("createInvitation", :post, "/v1/invitations", options, body: params)
      end

      # Get an invitation
      def get(invitation_id, options: {})
        json("getInvitation", :get, "/v1/invitations/#{segment(:invitation_id, invitation_id)}", options)
      end

      # Revoke an invitation
      #
      # Its link opens nothing from now on. It stays in the list, with the time.
      def revoke(invitation_id, options: {})
        nothing("revokeInvitation", :delete, "/v1/invitations/#{segment(:invitation_id, invitation_id)}", options)
      end

      # Send an invitation again
      #
      # With a new link, for another week; the one before opens nothing any more.
      def resend(invitation_id, options: {})
        json("resendInvitation", :post, "/v1/invitations/#{segment(:invitation_id, invitation_id)}/resend", options)
      end
    end
  end
end
