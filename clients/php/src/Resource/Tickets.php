<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->tickets`
 *
 * @phpstan-import-type CreateTicketParams from \LastHash\Types
 * @phpstan-import-type ListTicketsParams from \LastHash\Types
 * @phpstan-import-type Ticket from \LastHash\Types
 */
class Tickets extends Resource
{
    /**
     * List tickets
     *
     * @param ListTicketsParams $params
     * @param array<string, mixed> $options
     * @return Page<Ticket>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listTickets', 'GET', '/v1/tickets', $options, query: $params);
    }

    /**
     * Make a ticket of a vulnerability
     *
     * Whatever the integration’s rules say. It is made in the background: `status` is `pending` until it is in the tracker. A vulnerability has one ticket in each tracker, never two.
     *
     * @param CreateTicketParams $params
     * @param array<string, mixed> $options
     * @return Ticket
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createTicket', 'POST', '/v1/tickets', $options, body: $params);
    }

    /**
     * Get a ticket
     *
     * @param array<string, mixed> $options
     * @return Ticket
     */
    public function get(string $ticketId, array $options = []): object
    {
        return $this->json('getTicket', 'GET', '/v1/tickets/' . self::segment('ticket_id', $ticketId), $options);
    }

    /**
     * Bring a ticket in line now
     *
     * Takes up at once what failed or waits, and reads what the tracker shows. A ticket that was deleted there is made anew.
     *
     * @param array<string, mixed> $options
     * @return Ticket
     */
    public function retry(string $ticketId, array $options = []): object
    {
        return $this->json('retryTicket', 'POST', '/v1/tickets/' . self::segment('ticket_id', $ticketId) . '/retry', $options);
    }
}
