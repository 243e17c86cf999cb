<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->webhooks`
 *
 * @phpstan-import-type CreateWebhookParams from \LastHash\Types
 * @phpstan-import-type Delivery from \LastHash\Types
 * @phpstan-import-type DeliveryWithAttempts from \LastHash\Types
 * @phpstan-import-type ListDeliveriesParams from \LastHash\Types
 * @phpstan-import-type ListWebhookReplaysParams from \LastHash\Types
 * @phpstan-import-type ListWebhooksParams from \LastHash\Types
 * @phpstan-import-type ReplayWebhookParams from \LastHash\Types
 * @phpstan-import-type RotateWebhookSecretParams from \LastHash\Types
 * @phpstan-import-type TestWebhookResult from \LastHash\Types
 * @phpstan-import-type UpdateWebhookParams from \LastHash\Types
 * @phpstan-import-type Webhook from \LastHash\Types
 * @phpstan-import-type WebhookCreated from \LastHash\Types
 * @phpstan-import-type WebhookReplay from \LastHash\Types
 */
class Webhooks extends Resource
{
    /**
     * List webhooks
     *
     * @param ListWebhooksParams $params
     * @param array<string, mixed> $options
     * @return Page<Webhook>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listWebhooks', 'GET', '/v1/webhooks', $options, query: $params);
    }

    /**
     * Register a webhook
     *
     * @param CreateWebhookParams $params
     * @param array<string, mixed> $options
     * @return WebhookCreated
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createWebhook', 'POST', '/v1/webhooks', $options, body: $params);
    }

    /**
     * Get a webhook
     *
     * @param array<string, mixed> $options
     * @return Webhook
     */
    public function get(string $webhookId, array $options = []): object
    {
        return $this->json('getWebhook', 'GET', '/v1/webhooks/' . self::segment('webhook_id', $webhookId), $options);
    }

    /**
     * Change a webhook
     *
     * JSON merge patch (RFC 7396). `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.
     *
     * @param UpdateWebhookParams $params
     * @param array<string, mixed> $options
     * @return Webhook
     */
    public function update(string $webhookId, array $params, array $options = []): object
    {
        return $this->json('updateWebhook', 'PATCH', '/v1/webhooks/' . self::segment('webhook_id', $webhookId), $options, body: $params);
    }

    /**
     * Delete a webhook
     *
     * With its deliveries. What is on its way may still arrive.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $webhookId, array $options = []): void
    {
        $this->nothing('deleteWebhook', 'DELETE', '/v1/webhooks/' . self::segment('webhook_id', $webhookId), $options);
    }

    /**
     * Send a test event
     *
     * Sends `webhook.test` to this endpoint, subscribed or not. Its delivery shows what came of it.
     *
     * @param array<string, mixed> $options
     * @return TestWebhookResult
     */
    public function test(string $webhookId, array $options = []): object
    {
        return $this->json('testWebhook', 'POST', '/v1/webhooks/' . self::segment('webhook_id', $webhookId) . '/test', $options);
    }

    /**
     * Replace the secret
     *
     * The new secret signs from now on, and for 24 hours the old one as well: two signatures, parted by a space.
     *
     * @param ?RotateWebhookSecretParams $params
     * @param array<string, mixed> $options
     * @return WebhookCreated
     */
    public function rotateSecret(string $webhookId, ?array $params = null, array $options = []): object
    {
        return $this->json('rotateWebhookSecret', 'POST', '/v1/webhooks/' . self::segment('webhook_id', $webhookId) . '/rotate-secret', $options, body: $params);
    }

    /**
     * List deliveries
     *
     * @param ListDeliveriesParams $params
     * @param array<string, mixed> $options
     * @return Page<Delivery>
     */
    public function deliveries(string $webhookId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listDeliveries', 'GET', '/v1/webhooks/' . self::segment('webhook_id', $webhookId) . '/deliveries', $options, query: $params);
    }

    /**
     * Get a delivery with every try
     *
     * @param array<string, mixed> $options
     * @return DeliveryWithAttempts
     */
    public function getDelivery(string $webhookId, string $deliveryId, array $options = []): object
    {
        return $this->json('getDelivery', 'GET', '/v1/webhooks/' . self::segment('webhook_id', $webhookId) . '/deliveries/' . self::segment('delivery_id', $deliveryId), $options);
    }

    /**
     * Deliver once more
     *
     * With the same `webhook-id`, so that a receiver that has it already can tell.
     *
     * @param array<string, mixed> $options
     * @return Delivery
     */
    public function redeliver(string $webhookId, string $deliveryId, array $options = []): object
    {
        return $this->json('redeliver', 'POST', '/v1/webhooks/' . self::segment('webhook_id', $webhookId) . '/deliveries/' . self::segment('delivery_id', $deliveryId) . '/redeliver', $options);
    }

    /**
     * List replays
     *
     * @param ListWebhookReplaysParams $params
     * @param array<string, mixed> $options
     * @return Page<WebhookReplay>
     */
    public function replays(string $webhookId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listWebhookReplays', 'GET', '/v1/webhooks/' . self::segment('webhook_id', $webhookId) . '/replays', $options, query: $params);
    }

    /**
     * Replay a span of events
     *
     * Delivers what happened between two moments once more, each event once and with its own `webhook-id`, so that a receiver that has it already can tell. An event that is on its way just now is not sent twice. At most 100,000 events; one replay of a webhook at a time.
     *
     * @param ReplayWebhookParams $params
     * @param array<string, mixed> $options
     * @return WebhookReplay
     */
    public function replay(string $webhookId, array $params, array $options = []): object
    {
        return $this->json('replayWebhook', 'POST', '/v1/webhooks/' . self::segment('webhook_id', $webhookId) . '/replays', $options, body: $params);
    }

    /**
     * Get a replay
     *
     * @param array<string, mixed> $options
     * @return WebhookReplay
     */
    public function getReplay(string $webhookId, string $replayId, array $options = []): object
    {
        return $this->json('getWebhookReplay', 'GET', '/v1/webhooks/' . self::segment('webhook_id', $webhookId) . '/replays/' . self::segment('replay_id', $replayId), $options);
    }
}
