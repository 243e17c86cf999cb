<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->reports`
 *
 * @phpstan-import-type CreateReportLinkParams from \LastHash\Types
 * @phpstan-import-type CreateReportParams from \LastHash\Types
 * @phpstan-import-type ListReportLinksParams from \LastHash\Types
 * @phpstan-import-type ListReportsParams from \LastHash\Types
 * @phpstan-import-type Report from \LastHash\Types
 * @phpstan-import-type ReportLink from \LastHash\Types
 */
class Reports extends Resource
{
    /**
     * List a report’s links
     *
     * @param ListReportLinksParams $params
     * @param array<string, mixed> $options
     * @return Page<ReportLink>
     */
    public function links(string $reportId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listReportLinks', 'GET', '/v1/reports/' . self::segment('report_id', $reportId) . '/links', $options, query: $params);
    }

    /**
     * Share a report
     *
     * Makes an address under which anyone gets the file, without a key, until it expires or is revoked.
     *
     * @param ?CreateReportLinkParams $params
     * @param array<string, mixed> $options
     * @return ReportLink
     */
    public function createLink(string $reportId, ?array $params = null, array $options = []): object
    {
        return $this->json('createReportLink', 'POST', '/v1/reports/' . self::segment('report_id', $reportId) . '/links', $options, body: $params);
    }

    /**
     * Get a link
     *
     * @param array<string, mixed> $options
     * @return ReportLink
     */
    public function getLink(string $reportId, string $linkId, array $options = []): object
    {
        return $this->json('getReportLink', 'GET', '/v1/reports/' . self::segment('report_id', $reportId) . '/links/' . self::segment('link_id', $linkId), $options);
    }

    /**
     * Revoke a link
     *
     * At once. It stays listed, and whoever follows it is told that it is over.
     *
     * @param array<string, mixed> $options
     */
    public function revokeLink(string $reportId, string $linkId, array $options = []): void
    {
        $this->nothing('revokeReportLink', 'DELETE', '/v1/reports/' . self::segment('report_id', $reportId) . '/links/' . self::segment('link_id', $linkId), $options);
    }

    /**
     * List reports
     *
     * @param ListReportsParams $params
     * @param array<string, mixed> $options
     * @return Page<Report>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listReports', 'GET', '/v1/reports', $options, query: $params);
    }

    /**
     * Make a report
     *
     * Of one scan, of one website as it is now, of a group, of a tag, or of all that you have. It is made in the background: `status` says how far it is, and `download_url` where the file is once it is `done`. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30. Executive, comparison, portfolio and compliance reports come as `pdf`, `html`, `json` and `csv`, technical ones also as `sarif`.
     *
     * @param CreateReportParams $params
     * @param array<string, mixed> $options
     * @return Report
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createReport', 'POST', '/v1/reports', $options, body: $params);
    }

    /**
     * Get a report
     *
     * @param array<string, mixed> $options
     * @return Report
     */
    public function get(string $reportId, array $options = []): object
    {
        return $this->json('getReport', 'GET', '/v1/reports/' . self::segment('report_id', $reportId), $options);
    }

    /**
     * Delete a report
     *
     * With its file and its links. One that is still being made is given up.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $reportId, array $options = []): void
    {
        $this->nothing('deleteReport', 'DELETE', '/v1/reports/' . self::segment('report_id', $reportId), $options);
    }

    /**
     * Download a report
     *
     * The file, in the report’s own type.
     *
     * @param array<string, mixed> $options
     * @return string|string
     */
    public function download(string $reportId, array $options = []): object|string
    {
        return $this->file('downloadReport', 'GET', '/v1/reports/' . self::segment('report_id', $reportId) . '/download', $options);
    }
}
