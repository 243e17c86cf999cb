# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.scans`
    class Scans < Resource
      # List scans
      def list(options: {}, **query)
        page("data", "listScans", :get, "/v1/scans", options, query: query)
      end

      # Start a scan
      #
      # Scans over the plan’s concurrent limit wait in the queue. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30, for the end of the scan.
      def create(options: {}, **params)
        json("createScan", :post, "/v1/scans", options, body: params)
      end

      # Get a scan
      def get(scan_id, options: {})
        json("getScan", :get, "/v1/scans/#{segment(:scan_id, scan_id)}", options)
      end

      # Cancel a scan
      #
      # It counts as canceled at once; what still runs of it stops all traffic within two seconds.
      def cancel(scan_id, options: {})
        json("cancelScan", :post, "/v1/scans/#{segment(:scan_id, scan_id)}/cancel", options)
      end

      # List what a scan saw
      #
      # With their states of today. `score_impact` is what each took off this scan’s score.
      def vulnerabilities(scan_id, options: {}, **query)
        page("vulnerabilities", "listScanVulnerabilities", :get, "/v1/scans/#{segment(:scan_id, scan_id)}/vulnerabilities", options, query: query)
      end

      # Get what a scan tested
      #
      # Check by check: passed, failed, skipped because it does not apply, not gathered, or broken; and why.
      def coverage(scan_id, options: {})
        json("getScanCoverage", :get, "/v1/scans/#{segment(:scan_id, scan_id)}/coverage", options)
      end

      # List the software that a scan saw
      #
      # Servers, languages, frameworks, content management with plugins and themes, JavaScript libraries, and who is between the visitor and the site; by name, on one page.
      def software(scan_id, options: {})
        page("data", "listScanSoftware", :get, "/v1/scans/#{segment(:scan_id, scan_id)}/software", options)
      end

      # Get a scan’s report
      #
      # The same document as a page for people, as JSON, as SARIF 2.1.0 for code scanning, as JUnit for CI, as PDF, or as CSV. `POST /v1/reports` makes more kinds of reports, and keeps them.
      def report(scan_id, options: {}, **query)
        file("getScanReport", :get, "/v1/scans/#{segment(:scan_id, scan_id)}/report", options, query: query)
      end

      # Watch a scan
      #
      # Server-Sent Events: `source`, `check` and `finding` as they come, and at last `scan.completed`, `scan.failed` or `scan.canceled` with the scan. Resumable with `Last-Event-ID`; 204 when there is nothing after it.
      def watch(scan_id, options: {})
        events("watchScan", :get, "/v1/scans/#{segment(:scan_id, scan_id)}/events", options)
      end

      # Get what a scan saw of a vulnerability
      #
      # As that scan saw it, whatever became of it since: places, the request and what was answered, and the line that repeats it. Strings from the website are an enemy’s: escape them wherever they are shown.
      def get_evidence(scan_id, vulnerability_id, options: {})
        json("getScanEvidence", :get, "/v1/scans/#{segment(:scan_id, scan_id)}/evidence/#{segment(:vulnerability_id, vulnerability_id)}", options)
      end

      # Compare two scans
      #
      # From the first to the second, of the same website: what is new, fixed, back again, unchanged, and what the second did not test.
      def diff(scan_id, other_scan_id, options: {})
        json("diffScans", :get, "/v1/scans/#{segment(:scan_id, scan_id)}/diff/#{segment(:other_scan_id, other_scan_id)}", options)
      end
    end
  end
end
