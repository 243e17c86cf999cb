<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->auditLog`
 *
 * @phpstan-import-type AuditLogEntry from \LastHash\Types
 * @phpstan-import-type ExportAuditLogParams from \LastHash\Types
 * @phpstan-import-type ListAuditLogParams from \LastHash\Types
 */
class AuditLog extends Resource
{
    /**
     * List changes
     *
     * Every change through the API. Entries are only added, and each one’s hash covers the one before it.
     *
     * @param ListAuditLogParams $params
     * @param array<string, mixed> $options
     * @return Page<AuditLogEntry>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listAuditLog', 'GET', '/v1/audit-log', $options, query: $params);
    }

    /**
     * Export changes
     *
     * All of them, oldest first, one JSON object a line (NDJSON).
     *
     * @param ExportAuditLogParams $params
     * @param array<string, mixed> $options
     * @return \Generator<int, mixed>
     */
    public function export(array $params = [], array $options = []): \Generator
    {
        return $this->lines('exportAuditLog', 'GET', '/v1/audit-log/export', $options, query: $params);
    }
}
