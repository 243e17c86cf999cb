# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.vulnerabilities`
    class Vulnerabilities < Resource
      # List vulnerabilities
      #
      # Of all websites, whichever scan saw them; what was merged into another one only where `status=merged` asks for it.
      def list(options: {}, **query)
        page("data", "listVulnerabilities", :get, "/v1/vulnerabilities", options, query: query)
      end

      # Decide about many vulnerabilities
      #
      # The same change to up to 100 of them, with a result each: one that is refused holds up no other.
      def update_many(options: {}, **params)
        json("updateVulnerabilities", :patch, "/v1/vulnerabilities", options, body: params)
      end

      # Get a vulnerability
      def get(vulnerability_id, options: {})
        json("getVulnerability", :get, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}", options)
      end

      # Decide about a vulnerability
      #
      # Accept the risk, mark it false, or open it again; give it to somebody. What is accepted or false weighs nothing. It opens again by itself when the decision ends, and when it has become worse since.
      def update(vulnerability_id, options: {}, **params)
        json("updateVulnerability", :patch, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}", options, body: params)
      end

      # List what became of a vulnerability
      def changes(vulnerability_id, options: {})
        page("data", "listVulnerabilityChanges", :get, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/history", options)
      end

      # List comments
      def comments(vulnerability_id, options: {}, **query)
        page("data", "listVulnerabilityComments", :get, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/comments", options, query: query)
      end

      # Comment on a vulnerability
      def create_comment(vulnerability_id, options: {}, **params)
        json("createVulnerabilityComment", :post, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/comments", options, body: params)
      end

      # Look at a vulnerability again
      #
      # Runs its check alone, at the places where it showed: seconds instead of a scan. `fixed` only where all of them were looked at; `not_tested` with the reason where that cannot be said. What is mended becomes `fixed`, what was `fixed` and shows again `reopened`. With `Prefer: wait=N` the answer waits up to N seconds, at most 30, for the result.
      def verify(vulnerability_id, options: {})
        json("verifyVulnerability", :post, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/verify", options)
      end

      # List how a vulnerability was looked at again
      def verifications(vulnerability_id, options: {}, **query)
        page("data", "listVulnerabilityVerifications", :get, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/verifications", options, query: query)
      end

      # Get how a vulnerability was looked at again
      def get_verification(vulnerability_id, verification_id, options: {})
        json("getVulnerabilityVerification", :get, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/verifications/#{segment(:verification_id, verification_id)}", options)
      end

      # Merge a duplicate into another vulnerability
      #
      # Both must be of one website. The other one stands for both from now on, with the places of both, and weighs once; later scans’ findings of either are its own. It counts as fixed only when both are gone. Places that were set apart are brought back the same way.
      def merge(vulnerability_id, options: {}, **params)
        json("mergeVulnerability", :post, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/merge", options, body: params)
      end

      # Undo a merge, or set some places apart
      #
      # With `vulnerability_id`: one that was merged into this one is one of its own again. With `path`: the places whose path begins with it become a vulnerability of their own, also in later scans, to be decided about apart; as one cause both weigh once.
      def split(vulnerability_id, options: {}, **params)
        json("splitVulnerability", :post, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/split", options, body: params)
      end

      # List what a vulnerability is recognised by
      #
      # Its own fingerprint first, then those of what was merged into it: a finding of a scan that has one of them is this one.
      def fingerprints(vulnerability_id, options: {})
        page("data", "listVulnerabilityFingerprints", :get, "/v1/vulnerabilities/#{segment(:vulnerability_id, vulnerability_id)}/fingerprints", options)
      end
    end
  end
end
