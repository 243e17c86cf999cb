# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.website_groups`
    class WebsiteGroups < Resource
      # List groups of websites
      def list(options: {}, **query)
        page("data", "listWebsiteGroups", :get, "/v1/website-groups", options, query: query)
      end

      # Make a group of websites
      #
      # Which websites are in it, they say themselves: `groups` of a website.
      def create(options: {}, **params)
        json("createWebsiteGroup", :post, "/v1/website-groups", options, body: params)
      end

      # Get a group of websites
      def get(group_id, options: {})
        json("getWebsiteGroup", :get, "/v1/website-groups/#{segment(:group_id, group_id)}", options)
      end

      # Change a group of websites
      def update(group_id, options: {}, **params)
        json("updateWebsiteGroup", :patch, "/v1/website-groups/#{segment(:group_id, group_id)}", options, body: params)
      end

      # Delete a group of websites
      #
      # Its websites stay.
      def delete(group_id, options: {})
        nothing("deleteWebsiteGroup", :delete, "/v1/website-groups/#{segment(:group_id, group_id)}", options)
      end
    end
  end
end
