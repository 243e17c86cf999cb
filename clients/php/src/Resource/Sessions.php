<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->sessions`
 *
 * @phpstan-import-type ListSessionsParams from \LastHash\Types
 * @phpstan-import-type Session from \LastHash\Types
 */
class Sessions extends Resource
{
    /**
     * List log-ins
     *
     * Where people of the organisation are logged in: all of them for keys, owners and admins, only their own for others.
     *
     * @param ListSessionsParams $params
     * @param array<string, mixed> $options
     * @return Page<Session>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listSessions', 'GET', '/v1/sessions', $options, query: $params);
    }

    /**
     * End a log-in
     *
     * At once, on every server: whoever has its cookie has to log in again.
     *
     * @param array<string, mixed> $options
     */
    public function end(string $sessionId, array $options = []): void
    {
        $this->nothing('endSession', 'DELETE', '/v1/sessions/' . self::segment('session_id', $sessionId), $options);
    }
}
