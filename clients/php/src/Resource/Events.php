<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->events`
 *
 * @phpstan-import-type Event from \LastHash\Types
 * @phpstan-import-type ListEventsParams from \LastHash\Types
 */
class Events extends Resource
{
    /**
     * List events
     *
     * Everything that happened: the same objects as webhooks deliver.
     *
     * @param ListEventsParams $params
     * @param array<string, mixed> $options
     * @return Page<Event>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listEvents', 'GET', '/v1/events', $options, query: $params);
    }

    /**
     * Get an event
     *
     * @param array<string, mixed> $options
     * @return Event
     */
    public function get(string $eventId, array $options = []): object
    {
        return $this->json('getEvent', 'GET', '/v1/events/' . self::segment('event_id', $eventId), $options);
    }
}
