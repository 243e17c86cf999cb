# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.websites`
    class Websites < Resource
      # List websites
      def list(options: {}, **query)
        page("data", "listWebsites", :get, "/v1/websites", options, query: query)
      end

      # Register a website
      def create(options: {}, **params)
        json("createWebsite", :post, "/v1/websites", options, body: params)
      end

      # Change many websites
      #
      # The same change to up to 100 of them, with a result each: one that is not there holds up no other.
      def update_many(options: {}, **params)
        json("updateWebsites", :patch, "/v1/websites", options, body: params)
      end

      # Get a website
      def get(website_id, options: {})
        json("getWebsite", :get, "/v1/websites/#{segment(:website_id, website_id)}", options)
      end

      # Change a website
      #
      # JSON merge patch (RFC 7396). The address stays: another address is another website.
      def update(website_id, options: {}, **params)
        json("updateWebsite", :patch, "/v1/websites/#{segment(:website_id, website_id)}", options, body: params)
      end

      # Delete a website
      #
      # With its scans and vulnerabilities.
      def delete(website_id, options: {})
        nothing("deleteWebsite", :delete, "/v1/websites/#{segment(:website_id, website_id)}", options)
      end

      # Follow a website’s score
      #
      # One point for each finished scan. Compare points of one scan type and score_version only.
      def score_history(website_id, options: {}, **query)
        page("data", "getScoreHistory", :get, "/v1/websites/#{segment(:website_id, website_id)}/score-history", options, query: query)
      end

      # Register many websites
      #
      # Up to 1000 at once, as JSON or CSV, with a result for each: what is wrong with one keeps none of the others out.
      def import_many(options: {}, **params)
        json("importWebsites", :post, "/v1/website-imports", options, body: params)
      end

      # Get the verification of a website
      def verification(website_id, options: {})
        json("getVerification", :get, "/v1/websites/#{segment(:website_id, website_id)}/verification", options)
      end

      # Begin to verify a website
      #
      # Gives what to publish: a TXT record, a file, or a meta element in the head of the start page. The token stays the same when another way is chosen.
      def begin_verification(website_id, options: {}, **params)
        json("beginVerification", :post, "/v1/websites/#{segment(:website_id, website_id)}/verification", options, body: params)
      end

      # Look for the verification of a website
      #
      # Looks at once, for up to ten seconds. A verified website is looked at again every day; it stays verified for three days without.
      def check_verification(website_id, options: {})
        json("checkVerification", :post, "/v1/websites/#{segment(:website_id, website_id)}/verification/check", options)
      end
    end
  end
end
