# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.payment_pages`
    class PaymentPages < Resource
      # List payment pages
      def list(options: {}, **query)
        page("data", "listPaymentPages", :get, "/v1/payment-pages", options, query: query)
      end

      # Mark a payment page
      #
      # For PCI DSS 6.4.3 and 11.6.1: it is looked at in a browser, daily unless told, at least weekly. What runs on it is listed, to be authorised with a reason; what changes raises an alert of kind `compliance` and the event `payment_page.changed`, and all of it stands in a ledger that nobody can change.
      def create(options: {}, **params)
        json("createPaymentPage", :post, "/v1/payment-pages", options, body: params)
      end

      # Get a payment page
      def get(payment_page_id, options: {})
        json("getPaymentPage", :get, "/v1/payment-pages/#{segment(:payment_page_id, payment_page_id)}", options)
      end

      # Change a payment page
      def update(payment_page_id, options: {}, **params)
        json("updatePaymentPage", :patch, "/v1/payment-pages/#{segment(:payment_page_id, payment_page_id)}", options, body: params)
      end

      # Unmark a payment page
      #
      # It is looked at no more. Its inventory and its ledger stay, for auditors.
      def delete(payment_page_id, options: {})
        nothing("deletePaymentPage", :delete, "/v1/payment-pages/#{segment(:payment_page_id, payment_page_id)}", options)
      end

      # Look at a payment page now
      def look(payment_page_id, options: {})
        json("lookAtPaymentPage", :post, "/v1/payment-pages/#{segment(:payment_page_id, payment_page_id)}/look", options)
      end

      # List the scripts of a payment page
      #
      # The inventory: every script that a browser ran for it, and who authorised it, why.
      def scripts(payment_page_id, options: {}, **query)
        page("data", "listPaymentScripts", :get, "/v1/payment-pages/#{segment(:payment_page_id, payment_page_id)}/scripts", options, query: query)
      end

      # Get a script of a payment page
      def get_script(payment_page_id, script_id, options: {})
        json("getPaymentScript", :get, "/v1/payment-pages/#{segment(:payment_page_id, payment_page_id)}/scripts/#{segment(:script_id, script_id)}", options)
      end

      # Authorise a script, or take that back
      #
      # With a reason, which the ledger keeps with who gave it, and when.
      def authorize_script(payment_page_id, script_id, options: {}, **params)
        json("authorizePaymentScript", :patch, "/v1/payment-pages/#{segment(:payment_page_id, payment_page_id)}/scripts/#{segment(:script_id, script_id)}", options, body: params)
      end

      # Read the ledger of a payment page
      #
      # Every look, change and decision, each hash-chained to the one before. Nobody can change or remove an entry.
      def ledger(payment_page_id, options: {}, **query)
        page("data", "listPaymentLedger", :get, "/v1/payment-pages/#{segment(:payment_page_id, payment_page_id)}/ledger", options, query: query)
      end
    end
  end
end
