# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.organizations`
    class Organizations < Resource
      # List organisations
      #
      # Your own and those under it.
      def list(options: {}, **query)
        page("data", "listOrganizations", :get, "/v1/organizations", options, query: query)
      end

      # Make an organisation
      #
      # Under your own: a customer of yours, with its own data, plan and limits. Your keys act for it with the header `LastHash-Organization`; so make its own keys, where it is to have some. It takes the scope `billing:write` as well.
      def create(options: {}, **params)
        json("createOrganization", :post, "/v1/organizations", options, body: params)
      end

      # Get an organisation
      def get(organization_id, options: {})
        json("getOrganization", :get, "/v1/organizations/#{segment(:organization_id, organization_id)}", options)
      end

      # Change an organisation
      #
      # JSON merge patch (RFC 7396). Plan, limits and suspension are for the organisation above to change; they hold at once, on every server, and take the scope `billing:write` as well.
      def update(organization_id, options: {}, **params)
        json("updateOrganization", :patch, "/v1/organizations/#{segment(:organization_id, organization_id)}", options, body: params)
      end

      # Delete an organisation
      #
      # It is suspended at once, and gone after 30 days, with all that it has. Until then the organisation above can restore it, and export it. It takes the scope `billing:write` as well.
      def delete(organization_id, options: {})
        json("deleteOrganization", :delete, "/v1/organizations/#{segment(:organization_id, organization_id)}", options)
      end

      # Restore an organisation
      #
      # Takes its deletion back, while its days of grace last. One that was suspended before stays suspended. It takes the scope `billing:write` as well.
      def restore(organization_id, options: {})
        json("restoreOrganization", :post, "/v1/organizations/#{segment(:organization_id, organization_id)}/restore", options)
      end

      # Take an own domain into use
      #
      # Asks `branding.domain` over the network, for up to ten seconds. When this service answers there, links in answers, events and mails lead to it from now on.
      def check_domain(organization_id, options: {})
        json("checkDomain", :post, "/v1/organizations/#{segment(:organization_id, organization_id)}/domain/check", options)
      end

      # Export all of an organisation
      #
      # Everything that is kept of it, as one JSON document: `tables` has the rows of each kind, as they are stored, without secrets; `people` tells who its members are, whom the rows name by their ids; `files` has evidence and reports in base64. Also of one under yours that is deleted, while its days of grace last.
      def export(organization_id, options: {})
        json("exportOrganization", :get, "/v1/organizations/#{segment(:organization_id, organization_id)}/export", options)
      end
    end
  end
end
