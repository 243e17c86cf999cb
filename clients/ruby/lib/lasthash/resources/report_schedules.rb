# frozen_string_literal: true

# Made by `npm run clients` from docs/openapi.json: do not edit.

module LastHash
  module Resources
    # `client.report_schedules`
    class ReportSchedules < Resource
      # List schedules of reports
      def list(options: {}, **query)
        page("data", "listReportSchedules", :get, "/v1/report-schedules", options, query: query)
      end

      # Have reports made and mailed on a schedule
      #
      # Give either `cron`, of five fields in `time_zone`, or `every`. Each time, one report of each of `formats` is made, kept, and mailed to each of `recipients`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.
      def create(options: {}, **params)
        json("createReportSchedule", :post, "/v1/report-schedules", options, body: params)
      end

      # Get a schedule of reports
      def get(report_schedule_id, options: {})
        json("getReportSchedule", :get, "/v1/report-schedules/#{segment(:report_schedule_id, report_schedule_id)}", options)
      end

      # Change a schedule of reports
      #
      # JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and of `website_id`, `group` and `tag` the one that is given that of the others. `recipients` are replaced whole; who has unsubscribed stays so.
      def update(report_schedule_id, options: {}, **params)
        json("updateReportSchedule", :patch, "/v1/report-schedules/#{segment(:report_schedule_id, report_schedule_id)}", options, body: params)
      end

      # Delete a schedule of reports
      #
      # With its runs and deliveries. Mails that wait are not sent any more; reports that were made stay.
      def delete(report_schedule_id, options: {})
        nothing("deleteReportSchedule", :delete, "/v1/report-schedules/#{segment(:report_schedule_id, report_schedule_id)}", options)
      end

      # Make and mail the reports of a schedule now
      #
      # Beside its own times, which stay as they are; also while it is paused.
      def send_now(report_schedule_id, options: {})
        json("sendReportSchedule", :post, "/v1/report-schedules/#{segment(:report_schedule_id, report_schedule_id)}/send", options)
      end

      # List the runs of a schedule of reports
      #
      # Kept for 400 days.
      def runs(report_schedule_id, options: {}, **query)
        page("data", "listReportRuns", :get, "/v1/report-schedules/#{segment(:report_schedule_id, report_schedule_id)}/runs", options, query: query)
      end

      # Get a run of a schedule of reports
      def get_run(report_schedule_id, run_id, options: {})
        json("getReportRun", :get, "/v1/report-schedules/#{segment(:report_schedule_id, report_schedule_id)}/runs/#{segment(:run_id, run_id)}", options)
      end

      # List what was mailed, recipient by recipient
      #
      # Kept as long as their runs.
      def deliveries(report_schedule_id, options: {}, **query)
        page("data", "listReportDeliveries", :get, "/v1/report-schedules/#{segment(:report_schedule_id, report_schedule_id)}/deliveries", options, query: query)
      end
    end
  end
end
