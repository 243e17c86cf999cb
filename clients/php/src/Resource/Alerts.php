<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->alerts`
 *
 * @phpstan-import-type Alert from \LastHash\Types
 * @phpstan-import-type ListAlertsParams from \LastHash\Types
 * @phpstan-import-type UpdateAlertParams from \LastHash\Types
 */
class Alerts extends Resource
{
    /**
     * List alerts
     *
     * @param ListAlertsParams $params
     * @param array<string, mixed> $options
     * @return Page<Alert>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listAlerts', 'GET', '/v1/alerts', $options, query: $params);
    }

    /**
     * Get an alert
     *
     * @param array<string, mixed> $options
     * @return Alert
     */
    public function get(string $alertId, array $options = []): object
    {
        return $this->json('getAlert', 'GET', '/v1/alerts/' . self::segment('alert_id', $alertId), $options);
    }

    /**
     * Acknowledge or resolve an alert
     *
     * An alert resolves by itself when its cause has gone. Resolved by hand, what is there now becomes what its monitor holds later looks against.
     *
     * @param UpdateAlertParams $params
     * @param array<string, mixed> $options
     * @return Alert
     */
    public function update(string $alertId, array $params, array $options = []): object
    {
        return $this->json('updateAlert', 'PATCH', '/v1/alerts/' . self::segment('alert_id', $alertId), $options, body: $params);
    }
}
