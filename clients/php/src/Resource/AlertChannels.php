<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->alertChannels`
 *
 * @phpstan-import-type AlertChannel from \LastHash\Types
 * @phpstan-import-type AlertChannelCreated from \LastHash\Types
 * @phpstan-import-type ChannelDelivery from \LastHash\Types
 * @phpstan-import-type ChannelDeliveryWithAttempts from \LastHash\Types
 * @phpstan-import-type CreateAlertChannelParams from \LastHash\Types
 * @phpstan-import-type ListAlertChannelDeliveriesParams from \LastHash\Types
 * @phpstan-import-type ListAlertChannelsParams from \LastHash\Types
 * @phpstan-import-type UpdateAlertChannelParams from \LastHash\Types
 */
class AlertChannels extends Resource
{
    /**
     * List alert channels
     *
     * @param ListAlertChannelsParams $params
     * @param array<string, mixed> $options
     * @return Page<AlertChannel>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listAlertChannels', 'GET', '/v1/alert-channels', $options, query: $params);
    }

    /**
     * Have alerts told somewhere
     *
     * By mail, in Slack or Microsoft Teams, to PagerDuty, or to an endpoint of your own. Secrets are kept encrypted and never shown again. An alert is told when it opens, becomes worse, is acknowledged and is resolved.
     *
     * @param CreateAlertChannelParams $params
     * @param array<string, mixed> $options
     * @return AlertChannelCreated
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createAlertChannel', 'POST', '/v1/alert-channels', $options, body: $params);
    }

    /**
     * Get an alert channel
     *
     * @param array<string, mixed> $options
     * @return AlertChannel
     */
    public function get(string $channelId, array $options = []): object
    {
        return $this->json('getAlertChannel', 'GET', '/v1/alert-channels/' . self::segment('channel_id', $channelId), $options);
    }

    /**
     * Change an alert channel
     *
     * `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.
     *
     * @param UpdateAlertChannelParams $params
     * @param array<string, mixed> $options
     * @return AlertChannel
     */
    public function update(string $channelId, array $params, array $options = []): object
    {
        return $this->json('updateAlertChannel', 'PATCH', '/v1/alert-channels/' . self::segment('channel_id', $channelId), $options, body: $params);
    }

    /**
     * Delete an alert channel
     *
     * With its deliveries. What is on its way may still arrive.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $channelId, array $options = []): void
    {
        $this->nothing('deleteAlertChannel', 'DELETE', '/v1/alert-channels/' . self::segment('channel_id', $channelId), $options);
    }

    /**
     * Try an alert channel
     *
     * Sends a test, once, and waits for what the other side answers: `status` is `succeeded` or `failed`, and the attempt holds the answer. It is `pending` when no server has come to it within 25 seconds.
     *
     * @param array<string, mixed> $options
     * @return ChannelDeliveryWithAttempts
     */
    public function test(string $channelId, array $options = []): object
    {
        return $this->json('testAlertChannel', 'POST', '/v1/alert-channels/' . self::segment('channel_id', $channelId) . '/test', $options);
    }

    /**
     * List what was told
     *
     * Kept for 90 days.
     *
     * @param ListAlertChannelDeliveriesParams $params
     * @param array<string, mixed> $options
     * @return Page<ChannelDelivery>
     */
    public function deliveries(string $channelId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listAlertChannelDeliveries', 'GET', '/v1/alert-channels/' . self::segment('channel_id', $channelId) . '/deliveries', $options, query: $params);
    }

    /**
     * Get what was told, with every try
     *
     * @param array<string, mixed> $options
     * @return ChannelDeliveryWithAttempts
     */
    public function getDelivery(string $channelId, string $channelDeliveryId, array $options = []): object
    {
        return $this->json('getAlertChannelDelivery', 'GET', '/v1/alert-channels/' . self::segment('channel_id', $channelId) . '/deliveries/' . self::segment('channel_delivery_id', $channelDeliveryId), $options);
    }
}
