<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->monitors`
 *
 * @phpstan-import-type CreateMonitorParams from \LastHash\Types
 * @phpstan-import-type GetMonitorHistoryParams from \LastHash\Types
 * @phpstan-import-type ListMonitorsParams from \LastHash\Types
 * @phpstan-import-type Monitor from \LastHash\Types
 * @phpstan-import-type MonitorHistory from \LastHash\Types
 * @phpstan-import-type UpdateMonitorParams from \LastHash\Types
 */
class Monitors extends Resource
{
    /**
     * List monitors
     *
     * @param ListMonitorsParams $params
     * @param array<string, mixed> $options
     * @return Page<Monitor>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listMonitors', 'GET', '/v1/monitors', $options, query: $params);
    }

    /**
     * Watch a website
     *
     * Looks at once, then every `interval` seconds. What differs from the looks before, or goes beyond a threshold, is looked at a second time before an alarm is raised.
     *
     * @param CreateMonitorParams $params
     * @param array<string, mixed> $options
     * @return Monitor
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createMonitor', 'POST', '/v1/monitors', $options, body: $params);
    }

    /**
     * Get a monitor
     *
     * @param array<string, mixed> $options
     * @return Monitor
     */
    public function get(string $monitorId, array $options = []): object
    {
        return $this->json('getMonitor', 'GET', '/v1/monitors/' . self::segment('monitor_id', $monitorId), $options);
    }

    /**
     * Change a monitor
     *
     * JSON merge patch (RFC 7396), thresholds included. The next look follows at once.
     *
     * @param UpdateMonitorParams $params
     * @param array<string, mixed> $options
     * @return Monitor
     */
    public function update(string $monitorId, array $params, array $options = []): object
    {
        return $this->json('updateMonitor', 'PATCH', '/v1/monitors/' . self::segment('monitor_id', $monitorId), $options, body: $params);
    }

    /**
     * Stop watching
     *
     * Deletes the monitor with its history. Alerts that stand because of it are resolved, and kept.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $monitorId, array $options = []): void
    {
        $this->nothing('deleteMonitor', 'DELETE', '/v1/monitors/' . self::segment('monitor_id', $monitorId), $options);
    }

    /**
     * Get the history of a monitor
     *
     * Hour by hour and in sum, of at most 31 days; the last 24 hours unless told; kept for 400 days. Or, with `step=day`, day by day of at most 1100; the last 90 unless told; kept as long as the monitor. Percentiles are right to within 5%.
     *
     * @param GetMonitorHistoryParams $params
     * @param array<string, mixed> $options
     * @return MonitorHistory
     */
    public function history(string $monitorId, array $params = [], array $options = []): object
    {
        return $this->json('getMonitorHistory', 'GET', '/v1/monitors/' . self::segment('monitor_id', $monitorId) . '/history', $options, query: $params);
    }
}
