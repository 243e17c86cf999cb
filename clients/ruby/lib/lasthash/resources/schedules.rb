# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.schedules`
    class Schedules < Resource
      # List schedules
      def list(options: {}, **query)
        page("data", "listSchedules", :get, "/v1/schedules", options, query: query)
      end

      # Schedule scans
      #
      # Give either `cron`, of five fields in `time_zone`, or `every`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.
      def create(options: {}, **params)
        json("createSchedule", :post, "/v1/schedules", options, body: params)
      end

      # Get a schedule
      def get(schedule_id, options: {})
        json("getSchedule", :get, "/v1/schedules/#{segment(:schedule_id, schedule_id)}", options)
      end

      # Change a schedule
      #
      # JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and the other way round.
      def update(schedule_id, options: {}, **params)
        json("updateSchedule", :patch, "/v1/schedules/#{segment(:schedule_id, schedule_id)}", options, body: params)
      end

      # Delete a schedule
      #
      # Its scans stay, those that wait included.
      def delete(schedule_id, options: {})
        nothing("deleteSchedule", :delete, "/v1/schedules/#{segment(:schedule_id, schedule_id)}", options)
      end
    end
  end
end
