<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash;

/** Every resource of the API. */
abstract class Surface
{
    public readonly Resource\Websites $websites;
    public readonly Resource\WebsiteGroups $websiteGroups;
    public readonly Scans $scans;
    public readonly Resource\Schedules $schedules;
    public readonly Resource\Vulnerabilities $vulnerabilities;
    public readonly Resource\Overview $overview;
    public readonly Resource\Monitors $monitors;
    public readonly Resource\Alerts $alerts;
    public readonly Resource\AlertChannels $alertChannels;
    public readonly Resource\Policies $policies;
    public readonly Resource\Compliance $compliance;
    public readonly Resource\Reports $reports;
    public readonly Resource\Integrations $integrations;
    public readonly Resource\Tickets $tickets;
    public readonly Resource\PaymentPages $paymentPages;
    public readonly Resource\ReportSchedules $reportSchedules;
    public readonly Webhooks $webhooks;
    public readonly Resource\Events $events;
    public readonly Resource\Checks $checks;
    public readonly Resource\Feeds $feeds;
    public readonly Resource\ApiKeys $apiKeys;
    public readonly Resource\Organizations $organizations;
    public readonly Resource\Users $users;
    public readonly Resource\Invitations $invitations;
    public readonly Resource\Sessions $sessions;
    public readonly Resource\Usage $usage;
    public readonly Resource\AuditLog $auditLog;

    protected function __construct(Transport $transport)
    {
        $this->websites = new Resource\Websites($transport);
        $this->websiteGroups = new Resource\WebsiteGroups($transport);
        $this->scans = new Scans($transport);
        $this->schedules = new Resource\Schedules($transport);
        $this->vulnerabilities = new Resource\Vulnerabilities($transport);
        $this->overview = new Resource\Overview($transport);
        $this->monitors = new Resource\Monitors($transport);
        $this->alerts = new Resource\Alerts($transport);
        $this->alertChannels = new Resource\AlertChannels($transport);
        $this->policies = new Resource\Policies($transport);
        $this->compliance = new Resource\Compliance($transport);
        $this->reports = new Resource\Reports($transport);
        $this->integrations = new Resource\Integrations($transport);
        $this->tickets = new Resource\Tickets($transport);
        $this->paymentPages = new Resource\PaymentPages($transport);
        $this->reportSchedules = new Resource\ReportSchedules($transport);
        $this->webhooks = new Webhooks($transport);
        $this->events = new Resource\Events($transport);
        $this->checks = new Resource\Checks($transport);
        $this->feeds = new Resource\Feeds($transport);
        $this->apiKeys = new Resource\ApiKeys($transport);
        $this->organizations = new Resource\Organizations($transport);
        $this->users = new Resource\Users($transport);
        $this->invitations = new Resource\Invitations($transport);
        $this->sessions = new Resource\Sessions($transport);
        $this->usage = new Resource\Usage($transport);
        $this->auditLog = new Resource\AuditLog($transport);
    }
}
