# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.compliance`
    class Compliance < Resource
      # List frameworks
      #
      # All of them, in one page.
      def frameworks(options: {})
        page("data", "listFrameworks", :get, "/v1/compliance/frameworks", options)
      end

      # Get a framework
      #
      # Requirement by requirement, with its official number, what it asks in our words, the checks that speak to it, and what of it cannot be seen from outside.
      def framework(framework, options: {})
        json("getFramework", :get, "/v1/compliance/frameworks/#{segment(:framework, framework)}", options)
      end

      # Follow a framework, or no longer
      #
      # Of a framework that is followed, an alert of kind `compliance` tells when a requirement of a website that stood well begins to fail after a scan, one for each website and framework; and the event `compliance.changed` tells of every change.
      def update_framework(framework, options: {}, **params)
        json("updateFramework", :patch, "/v1/compliance/frameworks/#{segment(:framework, framework)}", options, body: params)
      end

      # Hold a framework against websites
      #
      # As things stand now: of one website, of a group, or of all. Of several, a requirement stands as on the worst of them. That a check passes proves no more than what it asked: the judgement is an auditor’s.
      def assess(framework, options: {}, **query)
        json("assessCompliance", :get, "/v1/compliance/frameworks/#{segment(:framework, framework)}/assessment", options, query: query)
      end

      # List how requirements have changed
      #
      # Written when a scan ends, against how things stood when the one before did. Never changed afterwards.
      def changes(framework, options: {}, **query)
        page("data", "listComplianceChanges", :get, "/v1/compliance/frameworks/#{segment(:framework, framework)}/changes", options, query: query)
      end

      # List attestations
      def attestations(options: {}, **query)
        page("data", "listAttestations", :get, "/v1/compliance/attestations", options, query: query)
      end

      # Attest a requirement
      #
      # For what does not show from outside. Of several that count, the newest does, and one of a website before one of all. It outweighs no finding: a requirement that a check puts in doubt stays so. What was said is not changed afterwards: withdraw it, and attest anew.
      def create_attestation(options: {}, **params)
        json("createAttestation", :post, "/v1/compliance/attestations", options, body: params)
      end

      # Get an attestation
      def attestation(attestation_id, options: {})
        json("getAttestation", :get, "/v1/compliance/attestations/#{segment(:attestation_id, attestation_id)}", options)
      end

      # Withdraw an attestation
      #
      # It counts no more, and is still shown: with who withdrew it, and when.
      def withdraw_attestation(attestation_id, options: {})
        nothing("withdrawAttestation", :delete, "/v1/compliance/attestations/#{segment(:attestation_id, attestation_id)}", options)
      end

      # Download the file of an attestation
      def download_attestation_file(attestation_id, options: {})
        file("downloadAttestationFile", :get, "/v1/compliance/attestations/#{segment(:attestation_id, attestation_id)}/file", options)
      end

      # List bundles
      def bundles(options: {}, **query)
        page("data", "listBundles", :get, "/v1/compliance/bundles", options, query: query)
      end

      # Make a signed bundle
      #
      # For auditors: the assessment, its evidence, attestations with their files, and the history of changes, each file hash-chained and all of it signed (Ed25519). Anybody verifies it by `npx lasthash verify FILE` or at `/verify`, without an account. It is kept.
      def create_bundle(options: {}, **params)
        json("createBundle", :post, "/v1/compliance/bundles", options, body: params)
      end

      # Get a bundle
      def bundle(bundle_id, options: {})
        json("getBundle", :get, "/v1/compliance/bundles/#{segment(:bundle_id, bundle_id)}", options)
      end

      # Download a bundle
      def download_bundle(bundle_id, options: {})
        file("downloadBundle", :get, "/v1/compliance/bundles/#{segment(:bundle_id, bundle_id)}/file", options)
      end

      # List signing keys
      #
      # What bundles are signed by; the first is made with the first bundle. All of them, in one page.
      def signing_keys(options: {})
        page("data", "listSigningKeys", :get, "/v1/compliance/signing-keys", options)
      end

      # Sign by a new key
      #
      # The one before signs nothing any more, and stays published: what it has signed is verified as before. A bundle that claims to be signed by it later is refused.
      def rotate_signing_key(options: {})
        json("rotateSigningKey", :post, "/v1/compliance/signing-keys", options)
      end
    end
  end
end
