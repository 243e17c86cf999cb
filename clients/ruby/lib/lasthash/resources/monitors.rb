# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.monitors`
    class Monitors < Resource
      # List monitors
      def list(options: {}, **query)
        page("data", "listMonitors", :get, "/v1/monitors", options, query: query)
      end

      # Watch a website
      #
      # Looks at once, then every `interval` seconds. What differs from the looks before, or goes beyond a threshold, is looked at a second time before an alarm is raised.
      def create(options: {}, **params)
        json("createMonitor", :post, "/v1/monitors", options, body: params)
      end

      # Get a monitor
      def get(monitor_id, options: {})
        json("getMonitor", :get, "/v1/monitors/#{segment(:monitor_id, monitor_id)}", options)
      end

      # Change a monitor
      #
      # JSON merge patch (RFC 7396), thresholds included. The next look follows at once.
      def update(monitor_id, options: {}, **params)
        json("updateMonitor", :patch, "/v1/monitors/#{segment(:monitor_id, monitor_id)}", options, body: params)
      end

      # Stop watching
      #
      # Deletes the monitor with its history. Alerts that stand because of it are resolved, and kept.
      def delete(monitor_id, options: {})
        nothing("deleteMonitor", :delete, "/v1/monitors/#{segment(:monitor_id, monitor_id)}", options)
      end

      # Get the history of a monitor
      #
      # Hour by hour and in sum, of at most 31 days; the last 24 hours unless told; kept for 400 days. Or, with `step=day`, day by day of at most 1100; the last 90 unless told; kept as long as the monitor. Percentiles are right to within 5%.
      def history(monitor_id, options: {}, **query)
        json("getMonitorHistory", :get, "/v1/monitors/#{segment(:monitor_id, monitor_id)}/history", options, query: query)
      end
    end
  end
end
