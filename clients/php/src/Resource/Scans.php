<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->scans`
 *
 * @phpstan-import-type Coverage from \LastHash\Types
 * @phpstan-import-type CreateScanParams from \LastHash\Types
 * @phpstan-import-type Evidence from \LastHash\Types
 * @phpstan-import-type GetScanReportParams from \LastHash\Types
 * @phpstan-import-type ListScanVulnerabilitiesParams from \LastHash\Types
 * @phpstan-import-type ListScansParams from \LastHash\Types
 * @phpstan-import-type Scan from \LastHash\Types
 * @phpstan-import-type ScanDiff from \LastHash\Types
 * @phpstan-import-type ScanDocument from \LastHash\Types
 * @phpstan-import-type Software from \LastHash\Types
 * @phpstan-import-type Vulnerability from \LastHash\Types
 */
class Scans extends Resource
{
    /**
     * List scans
     *
     * @param ListScansParams $params
     * @param array<string, mixed> $options
     * @return Page<Scan>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listScans', 'GET', '/v1/scans', $options, query: $params);
    }

    /**
     * Start a scan
     *
     * Scans over the plan’s concurrent limit wait in the queue. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30, for the end of the scan.
     *
     * @param CreateScanParams $params
     * @param array<string, mixed> $options
     * @return Scan
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createScan', 'POST', '/v1/scans', $options, body: $params);
    }

    /**
     * Get a scan
     *
     * @param array<string, mixed> $options
     * @return Scan
     */
    public function get(string $scanId, array $options = []): object
    {
        return $this->json('getScan', 'GET', '/v1/scans/' . self::segment('scan_id', $scanId), $options);
    }

    /**
     * Cancel a scan
     *
     * It counts as canceled at once; what still runs of it stops all traffic within two seconds.
     *
     * @param array<string, mixed> $options
     * @return Scan
     */
    public function cancel(string $scanId, array $options = []): object
    {
        return $this->json('cancelScan', 'POST', '/v1/scans/' . self::segment('scan_id', $scanId) . '/cancel', $options);
    }

    /**
     * List what a scan saw
     *
     * With their states of today. `score_impact` is what each took off this scan’s score.
     *
     * @param ListScanVulnerabilitiesParams $params
     * @param array<string, mixed> $options
     * @return Page<Vulnerability>
     */
    public function vulnerabilities(string $scanId, array $params = [], array $options = []): Page
    {
        return $this->page('vulnerabilities', 'listScanVulnerabilities', 'GET', '/v1/scans/' . self::segment('scan_id', $scanId) . '/vulnerabilities', $options, query: $params);
    }

    /**
     * Get what a scan tested
     *
     * Check by check: passed, failed, skipped because it does not apply, not gathered, or broken; and why.
     *
     * @param array<string, mixed> $options
     * @return Coverage
     */
    public function coverage(string $scanId, array $options = []): object
    {
        return $this->json('getScanCoverage', 'GET', '/v1/scans/' . self::segment('scan_id', $scanId) . '/coverage', $options);
    }

    /**
     * List the software that a scan saw
     *
     * Servers, languages, frameworks, content management with plugins and themes, JavaScript libraries, and who is between the visitor and the site; by name, on one page.
     *
     * @param array<string, mixed> $options
     * @return Page<Software>
     */
    public function software(string $scanId, array $options = []): Page
    {
        return $this->page('data', 'listScanSoftware', 'GET', '/v1/scans/' . self::segment('scan_id', $scanId) . '/software', $options);
    }

    /**
     * Get a scan’s report
     *
     * The same document as a page for people, as JSON, as SARIF 2.1.0 for code scanning, as JUnit for CI, as PDF, or as CSV. `POST /v1/reports` makes more kinds of reports, and keeps them.
     *
     * @param GetScanReportParams $params
     * @param array<string, mixed> $options
     * @return ScanDocument|string
     */
    public function report(string $scanId, array $params = [], array $options = []): object|string
    {
        return $this->file('getScanReport', 'GET', '/v1/scans/' . self::segment('scan_id', $scanId) . '/report', $options, query: $params);
    }

    /**
     * Watch a scan
     *
     * Server-Sent Events: `source`, `check` and `finding` as they come, and at last `scan.completed`, `scan.failed` or `scan.canceled` with the scan. Resumable with `Last-Event-ID`; 204 when there is nothing after it.
     *
     * @param array<string, mixed> $options
     * @return \Generator<int, \LastHash\ScanEvent>
     */
    public function watch(string $scanId, array $options = []): \Generator
    {
        return $this->events('watchScan', 'GET', '/v1/scans/' . self::segment('scan_id', $scanId) . '/events', $options);
    }

    /**
     * Get what a scan saw of a vulnerability
     *
     * As that scan saw it, whatever became of it since: places, the request and what was answered, and the line that repeats it. Strings from the website are an enemy’s: escape them wherever they are shown.
     *
     * @param array<string, mixed> $options
     * @return Evidence
     */
    public function getEvidence(string $scanId, string $vulnerabilityId, array $options = []): object
    {
        return $this->json('getScanEvidence', 'GET', '/v1/scans/' . self::segment('scan_id', $scanId) . '/evidence/' . self::segment('vulnerability_id', $vulnerabilityId), $options);
    }

    /**
     * Compare two scans
     *
     * From the first to the second, of the same website: what is new, fixed, back again, unchanged, and what the second did not test.
     *
     * @param array<string, mixed> $options
     * @return ScanDiff
     */
    public function diff(string $scanId, string $otherScanId, array $options = []): object
    {
        return $this->json('diffScans', 'GET', '/v1/scans/' . self::segment('scan_id', $scanId) . '/diff/' . self::segment('other_scan_id', $otherScanId), $options);
    }
}
