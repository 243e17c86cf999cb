<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->schedules`
 *
 * @phpstan-import-type CreateScheduleParams from \LastHash\Types
 * @phpstan-import-type ListSchedulesParams from \LastHash\Types
 * @phpstan-import-type Schedule from \LastHash\Types
 * @phpstan-import-type UpdateScheduleParams from \LastHash\Types
 */
class Schedules extends Resource
{
    /**
     * List schedules
     *
     * @param ListSchedulesParams $params
     * @param array<string, mixed> $options
     * @return Page<Schedule>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listSchedules', 'GET', '/v1/schedules', $options, query: $params);
    }

    /**
     * Schedule scans
     *
     * Give either `cron`, of five fields in `time_zone`, or `every`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.
     *
     * @param CreateScheduleParams $params
     * @param array<string, mixed> $options
     * @return Schedule
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createSchedule', 'POST', '/v1/schedules', $options, body: $params);
    }

    /**
     * Get a schedule
     *
     * @param array<string, mixed> $options
     * @return Schedule
     */
    public function get(string $scheduleId, array $options = []): object
    {
        return $this->json('getSchedule', 'GET', '/v1/schedules/' . self::segment('schedule_id', $scheduleId), $options);
    }

    /**
     * Change a schedule
     *
     * JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and the other way round.
     *
     * @param UpdateScheduleParams $params
     * @param array<string, mixed> $options
     * @return Schedule
     */
    public function update(string $scheduleId, array $params, array $options = []): object
    {
        return $this->json('updateSchedule', 'PATCH', '/v1/schedules/' . self::segment('schedule_id', $scheduleId), $options, body: $params);
    }

    /**
     * Delete a schedule
     *
     * Its scans stay, those that wait included.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $scheduleId, array $options = []): void
    {
        $this->nothing('deleteSchedule', 'DELETE', '/v1/schedules/' . self::segment('schedule_id', $scheduleId), $options);
    }
}
