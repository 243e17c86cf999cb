<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->reportSchedules`
 *
 * @phpstan-import-type CreateReportScheduleParams from \LastHash\Types
 * @phpstan-import-type ListReportDeliveriesParams from \LastHash\Types
 * @phpstan-import-type ListReportRunsParams from \LastHash\Types
 * @phpstan-import-type ListReportSchedulesParams from \LastHash\Types
 * @phpstan-import-type ReportDelivery from \LastHash\Types
 * @phpstan-import-type ReportRun from \LastHash\Types
 * @phpstan-import-type ReportSchedule from \LastHash\Types
 * @phpstan-import-type UpdateReportScheduleParams from \LastHash\Types
 */
class ReportSchedules extends Resource
{
    /**
     * List schedules of reports
     *
     * @param ListReportSchedulesParams $params
     * @param array<string, mixed> $options
     * @return Page<ReportSchedule>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listReportSchedules', 'GET', '/v1/report-schedules', $options, query: $params);
    }

    /**
     * Have reports made and mailed on a schedule
     *
     * Give either `cron`, of five fields in `time_zone`, or `every`. Each time, one report of each of `formats` is made, kept, and mailed to each of `recipients`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.
     *
     * @param CreateReportScheduleParams $params
     * @param array<string, mixed> $options
     * @return ReportSchedule
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createReportSchedule', 'POST', '/v1/report-schedules', $options, body: $params);
    }

    /**
     * Get a schedule of reports
     *
     * @param array<string, mixed> $options
     * @return ReportSchedule
     */
    public function get(string $reportScheduleId, array $options = []): object
    {
        return $this->json('getReportSchedule', 'GET', '/v1/report-schedules/' . self::segment('report_schedule_id', $reportScheduleId), $options);
    }

    /**
     * Change a schedule of reports
     *
     * JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and of `website_id`, `group` and `tag` the one that is given that of the others. `recipients` are replaced whole; who has unsubscribed stays so.
     *
     * @param UpdateReportScheduleParams $params
     * @param array<string, mixed> $options
     * @return ReportSchedule
     */
    public function update(string $reportScheduleId, array $params, array $options = []): object
    {
        return $this->json('updateReportSchedule', 'PATCH', '/v1/report-schedules/' . self::segment('report_schedule_id', $reportScheduleId), $options, body: $params);
    }

    /**
     * Delete a schedule of reports
     *
     * With its runs and deliveries. Mails that wait are not sent any more; reports that were made stay.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $reportScheduleId, array $options = []): void
    {
        $this->nothing('deleteReportSchedule', 'DELETE', '/v1/report-schedules/' . self::segment('report_schedule_id', $reportScheduleId), $options);
    }

    /**
     * Make and mail the reports of a schedule now
     *
     * Beside its own times, which stay as they are; also while it is paused.
     *
     * @param array<string, mixed> $options
     * @return ReportRun
     */
    public function sendNow(string $reportScheduleId, array $options = []): object
    {
        return $this->json('sendReportSchedule', 'POST', '/v1/report-schedules/' . self::segment('report_schedule_id', $reportScheduleId) . '/send', $options);
    }

    /**
     * List the runs of a schedule of reports
     *
     * Kept for 400 days.
     *
     * @param ListReportRunsParams $params
     * @param array<string, mixed> $options
     * @return Page<ReportRun>
     */
    public function runs(string $reportScheduleId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listReportRuns', 'GET', '/v1/report-schedules/' . self::segment('report_schedule_id', $reportScheduleId) . '/runs', $options, query: $params);
    }

    /**
     * Get a run of a schedule of reports
     *
     * @param array<string, mixed> $options
     * @return ReportRun
     */
    public function getRun(string $reportScheduleId, string $runId, array $options = []): object
    {
        return $this->json('getReportRun', 'GET', '/v1/report-schedules/' . self::segment('report_schedule_id', $reportScheduleId) . '/runs/' . self::segment('run_id', $runId), $options);
    }

    /**
     * List what was mailed, recipient by recipient
     *
     * Kept as long as their runs.
     *
     * @param ListReportDeliveriesParams $params
     * @param array<string, mixed> $options
     * @return Page<ReportDelivery>
     */
    public function deliveries(string $reportScheduleId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listReportDeliveries', 'GET', '/v1/report-schedules/' . self::segment('report_schedule_id', $reportScheduleId) . '/deliveries', $options, query: $params);
    }
}
