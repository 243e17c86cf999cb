# Made by `npm run clients`: do not edit.

from __future__ import annotations

from typing import Any, AsyncIterator, Dict, List, Literal

from . import _params as params
from . import _types as types
from ._async import AsyncPager, AsyncResource
from ._events import ScanEvent
from ._request import NOT_GIVEN, NotGiven, Request, RequestOptions, given, segment


class AsyncWebsites(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        tag: str | NotGiven = NOT_GIVEN,
        group: str | NotGiven = NOT_GIVEN,
        criticality: Literal["low", "medium", "high", "critical"] | NotGiven = NOT_GIVEN,
        grade: Literal["A+", "A", "B", "C", "D", "F"] | NotGiven = NOT_GIVEN,
        min_score: int | NotGiven = NOT_GIVEN,
        max_score: int | NotGiven = NOT_GIVEN,
        verified: bool | NotGiven = NOT_GIVEN,
        q: str | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Website]:
        """List websites"""
        request = Request(
            "listWebsites",
            "GET",
            "/v1/websites",
            query={
                "limit": limit,
                "cursor": cursor,
                "tag": tag,
                "group": group,
                "criticality": criticality,
                "grade": grade,
                "min_score": min_score,
                "max_score": max_score,
                "verified": verified,
                "q": q,
                "url": url,
            },
        )
        return self._list(types.Website, "data", request, options)

    async def create(
        self,
        *,
        url: str,
        name: str | NotGiven = NOT_GIVEN,
        tags: List[str] | NotGiven = NOT_GIVEN,
        groups: List[str] | NotGiven = NOT_GIVEN,
        criticality: Literal["low", "medium", "high", "critical"] | NotGiven = NOT_GIVEN,
        settings: params.CreateWebsiteParamsSettings | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Website:
        """Register a website"""
        request = Request(
            "createWebsite",
            "POST",
            "/v1/websites",
            body=given({
                "url": url,
                "name": name,
                "tags": tags,
                "groups": groups,
                "criticality": criticality,
                "settings": settings,
            }),
        )
        return await self._json(types.Website, request, options)

    async def update_many(
        self,
        *,
        ids: List[str],
        tags: List[str] | None | NotGiven = NOT_GIVEN,
        groups: List[str] | None | NotGiven = NOT_GIVEN,
        criticality: Literal["low", "medium", "high", "critical"] | None | NotGiven = NOT_GIVEN,
        settings: params.UpdateWebsitesParamsSettings | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.UpdateWebsitesResult:
        """Change many websites

        The same change to up to 100 of them, with a result each: one that is not there holds up no other.
        """
        request = Request(
            "updateWebsites",
            "PATCH",
            "/v1/websites",
            body=given({
                "ids": ids,
                "tags": tags,
                "groups": groups,
                "criticality": criticality,
                "settings": settings,
            }),
        )
        return await self._json(types.UpdateWebsitesResult, request, options)

    async def get(
        self,
        website_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Website:
        """Get a website"""
        request = Request(
            "getWebsite",
            "GET",
            f"/v1/websites/{segment('website_id', website_id)}",
        )
        return await self._json(types.Website, request, options)

    async def update(
        self,
        website_id: str,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        tags: List[str] | None | NotGiven = NOT_GIVEN,
        groups: List[str] | None | NotGiven = NOT_GIVEN,
        criticality: Literal["low", "medium", "high", "critical"] | None | NotGiven = NOT_GIVEN,
        settings: params.UpdateWebsiteParamsSettings | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Website:
        """Change a website

        JSON merge patch (RFC 7396). The address stays: another address is another website.
        """
        request = Request(
            "updateWebsite",
            "PATCH",
            f"/v1/websites/{segment('website_id', website_id)}",
            body=given({
                "name": name,
                "tags": tags,
                "groups": groups,
                "criticality": criticality,
                "settings": settings,
            }),
        )
        return await self._json(types.Website, request, options)

    async def delete(
        self,
        website_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a website

        With its scans and vulnerabilities.
        """
        request = Request(
            "deleteWebsite",
            "DELETE",
            f"/v1/websites/{segment('website_id', website_id)}",
        )
        return await self._nothing(request, options)

    def score_history(
        self,
        website_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        scan_type: Literal["quick", "full", "active"] | NotGiven = NOT_GIVEN,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ScorePoint]:
        """Follow a website’s score

        One point for each finished scan. Compare points of one scan type and score_version only.
        """
        request = Request(
            "getScoreHistory",
            "GET",
            f"/v1/websites/{segment('website_id', website_id)}/score-history",
            query={
                "limit": limit,
                "cursor": cursor,
                "scan_type": scan_type,
                "from": from_,
                "to": to,
            },
        )
        return self._list(types.ScorePoint, "data", request, options)

    async def import_many(
        self,
        *,
        websites: List[params.ImportWebsitesParamsWebsite] | NotGiven = NOT_GIVEN,
        csv: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.WebsiteImport:
        """Register many websites

        Up to 1000 at once, as JSON or CSV, with a result for each: what is wrong with one keeps none of the others out.
        """
        request = Request(
            "importWebsites",
            "POST",
            "/v1/website-imports",
            body=given({
                "websites": websites,
                "csv": csv,
            }),
        )
        return await self._json(types.WebsiteImport, request, options)

    async def verification(
        self,
        website_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Verification:
        """Get the verification of a website"""
        request = Request(
            "getVerification",
            "GET",
            f"/v1/websites/{segment('website_id', website_id)}/verification",
        )
        return await self._json(types.Verification, request, options)

    async def begin_verification(
        self,
        website_id: str,
        *,
        method: Literal["dns", "file", "meta"],
        options: RequestOptions | None = None,
    ) -> types.Verification:
        """Begin to verify a website

        Gives what to publish: a TXT record, a file, or a meta element in the head of the start page. The token stays the same when another way is chosen.
        """
        request = Request(
            "beginVerification",
            "POST",
            f"/v1/websites/{segment('website_id', website_id)}/verification",
            body=given({
                "method": method,
            }),
        )
        return await self._json(types.Verification, request, options)

    async def check_verification(
        self,
        website_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Verification:
        """Look for the verification of a website

        Looks at once, for up to ten seconds. A verified website is looked at again every day; it stays verified for three days without.
        """
        request = Request(
            "checkVerification",
            "POST",
            f"/v1/websites/{segment('website_id', website_id)}/verification/check",
        )
        return await self._json(types.Verification, request, options)


class AsyncWebsiteGroups(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.WebsiteGroup]:
        """List groups of websites"""
        request = Request(
            "listWebsiteGroups",
            "GET",
            "/v1/website-groups",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.WebsiteGroup, "data", request, options)

    async def create(
        self,
        *,
        name: str,
        description: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.WebsiteGroup:
        """Make a group of websites

        Which websites are in it, they say themselves: `groups` of a website.
        """
        request = Request(
            "createWebsiteGroup",
            "POST",
            "/v1/website-groups",
            body=given({
                "name": name,
                "description": description,
            }),
        )
        return await self._json(types.WebsiteGroup, request, options)

    async def get(
        self,
        group_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.WebsiteGroup:
        """Get a group of websites"""
        request = Request(
            "getWebsiteGroup",
            "GET",
            f"/v1/website-groups/{segment('group_id', group_id)}",
        )
        return await self._json(types.WebsiteGroup, request, options)

    async def update(
        self,
        group_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.WebsiteGroup:
        """Change a group of websites"""
        request = Request(
            "updateWebsiteGroup",
            "PATCH",
            f"/v1/website-groups/{segment('group_id', group_id)}",
            body=given({
                "name": name,
                "description": description,
            }),
        )
        return await self._json(types.WebsiteGroup, request, options)

    async def delete(
        self,
        group_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a group of websites

        Its websites stay.
        """
        request = Request(
            "deleteWebsiteGroup",
            "DELETE",
            f"/v1/website-groups/{segment('group_id', group_id)}",
        )
        return await self._nothing(request, options)


class AsyncScans(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        status: Literal["queued", "running", "done", "failed", "canceled"] | NotGiven = NOT_GIVEN,
        scan_type: Literal["quick", "full", "active"] | NotGiven = NOT_GIVEN,
        schedule_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Scan]:
        """List scans"""
        request = Request(
            "listScans",
            "GET",
            "/v1/scans",
            query={
                "limit": limit,
                "cursor": cursor,
                "website_id": website_id,
                "status": status,
                "scan_type": scan_type,
                "schedule_id": schedule_id,
            },
        )
        return self._list(types.Scan, "data", request, options)

    async def create(
        self,
        *,
        website_id: str | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        scan_type: Literal["quick", "full", "active"] | NotGiven = NOT_GIVEN,
        priority: Literal["low", "normal", "high"] | NotGiven = NOT_GIVEN,
        policy_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Scan:
        """Start a scan

        Scans over the plan’s concurrent limit wait in the queue. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30, for the end of the scan.
        """
        request = Request(
            "createScan",
            "POST",
            "/v1/scans",
            body=given({
                "website_id": website_id,
                "url": url,
                "scan_type": scan_type,
                "priority": priority,
                "policy_id": policy_id,
            }),
        )
        return await self._json(types.Scan, request, options)

    async def get(
        self,
        scan_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Scan:
        """Get a scan"""
        request = Request(
            "getScan",
            "GET",
            f"/v1/scans/{segment('scan_id', scan_id)}",
        )
        return await self._json(types.Scan, request, options)

    async def cancel(
        self,
        scan_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Scan:
        """Cancel a scan

        It counts as canceled at once; what still runs of it stops all traffic within two seconds.
        """
        request = Request(
            "cancelScan",
            "POST",
            f"/v1/scans/{segment('scan_id', scan_id)}/cancel",
        )
        return await self._json(types.Scan, request, options)

    def vulnerabilities(
        self,
        scan_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        severity: Literal["critical", "high", "medium", "low", "info"] | NotGiven = NOT_GIVEN,
        status: Literal["open", "fixed", "reopened", "accepted_risk", "false_positive", "merged"] | NotGiven = NOT_GIVEN,
        confidence: Literal["confirmed", "firm", "tentative"] | NotGiven = NOT_GIVEN,
        type: Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"] | NotGiven = NOT_GIVEN,
        check: str | NotGiven = NOT_GIVEN,
        cve: str | NotGiven = NOT_GIVEN,
        kev: bool | NotGiven = NOT_GIVEN,
        assigned_to: str | NotGiven = NOT_GIVEN,
        first_seen_after: str | NotGiven = NOT_GIVEN,
        first_seen_before: str | NotGiven = NOT_GIVEN,
        q: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Vulnerability]:
        """List what a scan saw

        With their states of today. `score_impact` is what each took off this scan’s score.
        """
        request = Request(
            "listScanVulnerabilities",
            "GET",
            f"/v1/scans/{segment('scan_id', scan_id)}/vulnerabilities",
            query={
                "limit": limit,
                "cursor": cursor,
                "severity": severity,
                "status": status,
                "confidence": confidence,
                "type": type,
                "check": check,
                "cve": cve,
                "kev": kev,
                "assigned_to": assigned_to,
                "first_seen_after": first_seen_after,
                "first_seen_before": first_seen_before,
                "q": q,
            },
        )
        return self._list(types.Vulnerability, "vulnerabilities", request, options)

    async def coverage(
        self,
        scan_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Coverage:
        """Get what a scan tested

        Check by check: passed, failed, skipped because it does not apply, not gathered, or broken; and why.
        """
        request = Request(
            "getScanCoverage",
            "GET",
            f"/v1/scans/{segment('scan_id', scan_id)}/coverage",
        )
        return await self._json(types.Coverage, request, options)

    def software(
        self,
        scan_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Software]:
        """List the software that a scan saw

        Servers, languages, frameworks, content management with plugins and themes, JavaScript libraries, and who is between the visitor and the site; by name, on one page.
        """
        request = Request(
            "listScanSoftware",
            "GET",
            f"/v1/scans/{segment('scan_id', scan_id)}/software",
        )
        return self._list(types.Software, "data", request, options)

    async def report(
        self,
        scan_id: str,
        *,
        format: Literal["json", "html", "sarif", "junit", "pdf", "csv"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ScanDocument | str | bytes:
        """Get a scan’s report

        The same document as a page for people, as JSON, as SARIF 2.1.0 for code scanning, as JUnit for CI, as PDF, or as CSV. `POST /v1/reports` makes more kinds of reports, and keeps them.
        """
        request = Request(
            "getScanReport",
            "GET",
            f"/v1/scans/{segment('scan_id', scan_id)}/report",
            query={
                "format": format,
            },
        )
        found: types.ScanDocument | str | bytes = await self._file(types.ScanDocument, request, options)
        return found

    def watch(
        self,
        scan_id: str,
        *,
        last_event_id: str | None = None,
        options: RequestOptions | None = None,
        until: float | None = None,
    ) -> AsyncIterator[ScanEvent]:
        """Watch a scan

        Server-Sent Events: `source`, `check` and `finding` as they come, and at last `scan.completed`, `scan.failed` or `scan.canceled` with the scan. Resumable with `Last-Event-ID`; 204 when there is nothing after it.
        """
        request = Request(
            "watchScan",
            "GET",
            f"/v1/scans/{segment('scan_id', scan_id)}/events",
        )
        return self._events(request, last_event_id, options, until)

    async def get_evidence(
        self,
        scan_id: str,
        vulnerability_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Evidence:
        """Get what a scan saw of a vulnerability

        As that scan saw it, whatever became of it since: places, the request and what was answered, and the line that repeats it. Strings from the website are an enemy’s: escape them wherever they are shown.
        """
        request = Request(
            "getScanEvidence",
            "GET",
            f"/v1/scans/{segment('scan_id', scan_id)}/evidence/{segment('vulnerability_id', vulnerability_id)}",
        )
        return await self._json(types.Evidence, request, options)

    async def diff(
        self,
        scan_id: str,
        other_scan_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ScanDiff:
        """Compare two scans

        From the first to the second, of the same website: what is new, fixed, back again, unchanged, and what the second did not test.
        """
        request = Request(
            "diffScans",
            "GET",
            f"/v1/scans/{segment('scan_id', scan_id)}/diff/{segment('other_scan_id', other_scan_id)}",
        )
        return await self._json(types.ScanDiff, request, options)


class AsyncSchedules(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Schedule]:
        """List schedules"""
        request = Request(
            "listSchedules",
            "GET",
            "/v1/schedules",
            query={
                "limit": limit,
                "cursor": cursor,
                "website_id": website_id,
            },
        )
        return self._list(types.Schedule, "data", request, options)

    async def create(
        self,
        *,
        website_id: str,
        cron: str | NotGiven = NOT_GIVEN,
        every: Literal["hourly", "daily", "weekly", "monthly"] | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        window: params.CreateScheduleParamsWindow | NotGiven = NOT_GIVEN,
        jitter: int | NotGiven = NOT_GIVEN,
        scan_type: Literal["quick", "full", "active"] | NotGiven = NOT_GIVEN,
        priority: Literal["low", "normal", "high"] | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Schedule:
        """Schedule scans

        Give either `cron`, of five fields in `time_zone`, or `every`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.
        """
        request = Request(
            "createSchedule",
            "POST",
            "/v1/schedules",
            body=given({
                "website_id": website_id,
                "cron": cron,
                "every": every,
                "time_zone": time_zone,
                "window": window,
                "jitter": jitter,
                "scan_type": scan_type,
                "priority": priority,
                "enabled": enabled,
            }),
        )
        return await self._json(types.Schedule, request, options)

    async def get(
        self,
        schedule_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Schedule:
        """Get a schedule"""
        request = Request(
            "getSchedule",
            "GET",
            f"/v1/schedules/{segment('schedule_id', schedule_id)}",
        )
        return await self._json(types.Schedule, request, options)

    async def update(
        self,
        schedule_id: str,
        *,
        cron: str | None | NotGiven = NOT_GIVEN,
        every: Literal["hourly", "daily", "weekly", "monthly"] | None | NotGiven = NOT_GIVEN,
        time_zone: str | None | NotGiven = NOT_GIVEN,
        window: params.UpdateScheduleParamsWindow | None | NotGiven = NOT_GIVEN,
        jitter: int | None | NotGiven = NOT_GIVEN,
        scan_type: Literal["quick", "full", "active"] | None | NotGiven = NOT_GIVEN,
        priority: Literal["low", "normal", "high"] | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Schedule:
        """Change a schedule

        JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and the other way round.
        """
        request = Request(
            "updateSchedule",
            "PATCH",
            f"/v1/schedules/{segment('schedule_id', schedule_id)}",
            body=given({
                "cron": cron,
                "every": every,
                "time_zone": time_zone,
                "window": window,
                "jitter": jitter,
                "scan_type": scan_type,
                "priority": priority,
                "enabled": enabled,
            }),
        )
        return await self._json(types.Schedule, request, options)

    async def delete(
        self,
        schedule_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a schedule

        Its scans stay, those that wait included.
        """
        request = Request(
            "deleteSchedule",
            "DELETE",
            f"/v1/schedules/{segment('schedule_id', schedule_id)}",
        )
        return await self._nothing(request, options)


class AsyncVulnerabilities(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        severity: Literal["critical", "high", "medium", "low", "info"] | NotGiven = NOT_GIVEN,
        status: Literal["open", "fixed", "reopened", "accepted_risk", "false_positive", "merged"] | NotGiven = NOT_GIVEN,
        confidence: Literal["confirmed", "firm", "tentative"] | NotGiven = NOT_GIVEN,
        type: Literal["vulnerability", "misconfiguration", "exposure", "threat", "information"] | NotGiven = NOT_GIVEN,
        check: str | NotGiven = NOT_GIVEN,
        cve: str | NotGiven = NOT_GIVEN,
        kev: bool | NotGiven = NOT_GIVEN,
        assigned_to: str | NotGiven = NOT_GIVEN,
        first_seen_after: str | NotGiven = NOT_GIVEN,
        first_seen_before: str | NotGiven = NOT_GIVEN,
        q: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        tag: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Vulnerability]:
        """List vulnerabilities

        Of all websites, whichever scan saw them; what was merged into another one only where `status=merged` asks for it.
        """
        request = Request(
            "listVulnerabilities",
            "GET",
            "/v1/vulnerabilities",
            query={
                "limit": limit,
                "cursor": cursor,
                "severity": severity,
                "status": status,
                "confidence": confidence,
                "type": type,
                "check": check,
                "cve": cve,
                "kev": kev,
                "assigned_to": assigned_to,
                "first_seen_after": first_seen_after,
                "first_seen_before": first_seen_before,
                "q": q,
                "website_id": website_id,
                "tag": tag,
            },
        )
        return self._list(types.Vulnerability, "data", request, options)

    async def update_many(
        self,
        *,
        ids: List[str],
        status: Literal["open", "accepted_risk", "false_positive"] | NotGiven = NOT_GIVEN,
        reason: str | None | NotGiven = NOT_GIVEN,
        expires_at: str | None | NotGiven = NOT_GIVEN,
        assignee: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.UpdateVulnerabilitiesResult:
        """Decide about many vulnerabilities

        The same change to up to 100 of them, with a result each: one that is refused holds up no other.
        """
        request = Request(
            "updateVulnerabilities",
            "PATCH",
            "/v1/vulnerabilities",
            body=given({
                "ids": ids,
                "status": status,
                "reason": reason,
                "expires_at": expires_at,
                "assignee": assignee,
            }),
        )
        return await self._json(types.UpdateVulnerabilitiesResult, request, options)

    async def get(
        self,
        vulnerability_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Vulnerability:
        """Get a vulnerability"""
        request = Request(
            "getVulnerability",
            "GET",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}",
        )
        return await self._json(types.Vulnerability, request, options)

    async def update(
        self,
        vulnerability_id: str,
        *,
        status: Literal["open", "accepted_risk", "false_positive"] | NotGiven = NOT_GIVEN,
        reason: str | None | NotGiven = NOT_GIVEN,
        expires_at: str | None | NotGiven = NOT_GIVEN,
        assignee: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Vulnerability:
        """Decide about a vulnerability

        Accept the risk, mark it false, or open it again; give it to somebody. What is accepted or false weighs nothing. It opens again by itself when the decision ends, and when it has become worse since.
        """
        request = Request(
            "updateVulnerability",
            "PATCH",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}",
            body=given({
                "status": status,
                "reason": reason,
                "expires_at": expires_at,
                "assignee": assignee,
            }),
        )
        return await self._json(types.Vulnerability, request, options)

    def changes(
        self,
        vulnerability_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Change]:
        """List what became of a vulnerability"""
        request = Request(
            "listVulnerabilityChanges",
            "GET",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}/history",
        )
        return self._list(types.Change, "data", request, options)

    def comments(
        self,
        vulnerability_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Comment]:
        """List comments"""
        request = Request(
            "listVulnerabilityComments",
            "GET",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}/comments",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.Comment, "data", request, options)

    async def create_comment(
        self,
        vulnerability_id: str,
        *,
        body: str,
        options: RequestOptions | None = None,
    ) -> types.Comment:
        """Comment on a vulnerability"""
        request = Request(
            "createVulnerabilityComment",
            "POST",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}/comments",
            body=given({
                "body": body,
            }),
        )
        return await self._json(types.Comment, request, options)

    async def verify(
        self,
        vulnerability_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.VulnerabilityVerification:
        """Look at a vulnerability again

        Runs its check alone, at the places where it showed: seconds instead of a scan. `fixed` only where all of them were looked at; `not_tested` with the reason where that cannot be said. What is mended becomes `fixed`, what was `fixed` and shows again `reopened`. With `Prefer: wait=N` the answer waits up to N seconds, at most 30, for the result.
        """
        request = Request(
            "verifyVulnerability",
            "POST",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}/verify",
        )
        return await self._json(types.VulnerabilityVerification, request, options)

    def verifications(
        self,
        vulnerability_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.VulnerabilityVerification]:
        """List how a vulnerability was looked at again"""
        request = Request(
            "listVulnerabilityVerifications",
            "GET",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}/verifications",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.VulnerabilityVerification, "data", request, options)

    async def get_verification(
        self,
        vulnerability_id: str,
        verification_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.VulnerabilityVerification:
        """Get how a vulnerability was looked at again"""
        request = Request(
            "getVulnerabilityVerification",
            "GET",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}/verifications/{segment('verification_id', verification_id)}",
        )
        return await self._json(types.VulnerabilityVerification, request, options)

    async def merge(
        self,
        vulnerability_id: str,
        *,
        into: str,
        options: RequestOptions | None = None,
    ) -> types.Vulnerability:
        """Merge a duplicate into another vulnerability

        Both must be of one website. The other one stands for both from now on, with the places of both, and weighs once; later scans’ findings of either are its own. It counts as fixed only when both are gone. Places that were set apart are brought back the same way.
        """
        request = Request(
            "mergeVulnerability",
            "POST",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}/merge",
            body=given({
                "into": into,
            }),
        )
        return await self._json(types.Vulnerability, request, options)

    async def split(
        self,
        id: str,
        *,
        vulnerability_id: str | NotGiven = NOT_GIVEN,
        path: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Vulnerability:
        """Undo a merge, or set some places apart

        With `vulnerability_id`: one that was merged into this one is one of its own again. With `path`: the places whose path begins with it become a vulnerability of their own, also in later scans, to be decided about apart; as one cause both weigh once.
        """
        request = Request(
            "splitVulnerability",
            "POST",
            f"/v1/vulnerabilities/{segment('vulnerability_id', id)}/split",
            body=given({
                "vulnerability_id": vulnerability_id,
                "path": path,
            }),
        )
        return await self._json(types.Vulnerability, request, options)

    def fingerprints(
        self,
        vulnerability_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ListVulnerabilityFingerprintsItem]:
        """List what a vulnerability is recognised by

        Its own fingerprint first, then those of what was merged into it: a finding of a scan that has one of them is this one.
        """
        request = Request(
            "listVulnerabilityFingerprints",
            "GET",
            f"/v1/vulnerabilities/{segment('vulnerability_id', vulnerability_id)}/fingerprints",
        )
        return self._list(types.ListVulnerabilityFingerprintsItem, "data", request, options)


class AsyncOverview(AsyncResource):
    async def get(
        self,
        *,
        website_ids: str | NotGiven = NOT_GIVEN,
        tags: str | NotGiven = NOT_GIVEN,
        groups: str | NotGiven = NOT_GIVEN,
        tenants: str | NotGiven = NOT_GIVEN,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Overview:
        """Get the numbers of many websites

        What a dashboard shows of any set of websites over any span, in one call: scores and their trend, counts by severity and state, what was new and fixed on each day, the worst and the most improved, certificates, monitors and running scans. The numbers are kept, not counted; with `If-None-Match` an unchanged answer is 304.
        """
        request = Request(
            "getOverview",
            "GET",
            "/v1/overview",
            query={
                "website_ids": website_ids,
                "tags": tags,
                "groups": groups,
                "tenants": tenants,
                "from": from_,
                "to": to,
            },
        )
        return await self._json(types.Overview, request, options)


class AsyncMonitors(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        kind: Literal["uptime", "certificate", "headers", "dns", "content", "scripts", "score", "malware", "domain"] | NotGiven = NOT_GIVEN,
        status: Literal["pending", "up", "degraded", "down", "unknown"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Monitor]:
        """List monitors"""
        request = Request(
            "listMonitors",
            "GET",
            "/v1/monitors",
            query={
                "limit": limit,
                "cursor": cursor,
                "website_id": website_id,
                "kind": kind,
                "status": status,
            },
        )
        return self._list(types.Monitor, "data", request, options)

    async def create(
        self,
        *,
        website_id: str,
        kind: Literal["uptime", "certificate", "headers", "dns", "content", "scripts", "score", "malware", "domain"],
        interval: int | NotGiven = NOT_GIVEN,
        thresholds: params.CreateMonitorParamsThresholds | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Monitor:
        """Watch a website

        Looks at once, then every `interval` seconds. What differs from the looks before, or goes beyond a threshold, is looked at a second time before an alarm is raised.
        """
        request = Request(
            "createMonitor",
            "POST",
            "/v1/monitors",
            body=given({
                "website_id": website_id,
                "kind": kind,
                "interval": interval,
                "thresholds": thresholds,
                "enabled": enabled,
            }),
        )
        return await self._json(types.Monitor, request, options)

    async def get(
        self,
        monitor_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Monitor:
        """Get a monitor"""
        request = Request(
            "getMonitor",
            "GET",
            f"/v1/monitors/{segment('monitor_id', monitor_id)}",
        )
        return await self._json(types.Monitor, request, options)

    async def update(
        self,
        monitor_id: str,
        *,
        interval: int | None | NotGiven = NOT_GIVEN,
        thresholds: params.UpdateMonitorParamsThresholds | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Monitor:
        """Change a monitor

        JSON merge patch (RFC 7396), thresholds included. The next look follows at once.
        """
        request = Request(
            "updateMonitor",
            "PATCH",
            f"/v1/monitors/{segment('monitor_id', monitor_id)}",
            body=given({
                "interval": interval,
                "thresholds": thresholds,
                "enabled": enabled,
            }),
        )
        return await self._json(types.Monitor, request, options)

    async def delete(
        self,
        monitor_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Stop watching

        Deletes the monitor with its history. Alerts that stand because of it are resolved, and kept.
        """
        request = Request(
            "deleteMonitor",
            "DELETE",
            f"/v1/monitors/{segment('monitor_id', monitor_id)}",
        )
        return await self._nothing(request, options)

    async def history(
        self,
        monitor_id: str,
        *,
        step: Literal["hour", "day"] | NotGiven = NOT_GIVEN,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.MonitorHistory:
        """Get the history of a monitor

        Hour by hour and in sum, of at most 31 days; the last 24 hours unless told; kept for 400 days. Or, with `step=day`, day by day of at most 1100; the last 90 unless told; kept as long as the monitor. Percentiles are right to within 5%.
        """
        request = Request(
            "getMonitorHistory",
            "GET",
            f"/v1/monitors/{segment('monitor_id', monitor_id)}/history",
            query={
                "step": step,
                "from": from_,
                "to": to,
            },
        )
        return await self._json(types.MonitorHistory, request, options)


class AsyncAlerts(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        status: Literal["open", "acknowledged", "resolved"] | NotGiven = NOT_GIVEN,
        kind: Literal["uptime", "certificate", "headers", "dns", "content", "scripts", "score", "malware", "domain", "policy", "compliance", "schedule", "monitoring"] | NotGiven = NOT_GIVEN,
        severity: Literal["critical", "high", "medium", "low", "info"] | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        monitor_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Alert]:
        """List alerts"""
        request = Request(
            "listAlerts",
            "GET",
            "/v1/alerts",
            query={
                "limit": limit,
                "cursor": cursor,
                "status": status,
                "kind": kind,
                "severity": severity,
                "website_id": website_id,
                "monitor_id": monitor_id,
            },
        )
        return self._list(types.Alert, "data", request, options)

    async def get(
        self,
        alert_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Alert:
        """Get an alert"""
        request = Request(
            "getAlert",
            "GET",
            f"/v1/alerts/{segment('alert_id', alert_id)}",
        )
        return await self._json(types.Alert, request, options)

    async def update(
        self,
        alert_id: str,
        *,
        status: Literal["open", "acknowledged", "resolved"],
        options: RequestOptions | None = None,
    ) -> types.Alert:
        """Acknowledge or resolve an alert

        An alert resolves by itself when its cause has gone. Resolved by hand, what is there now becomes what its monitor holds later looks against.
        """
        request = Request(
            "updateAlert",
            "PATCH",
            f"/v1/alerts/{segment('alert_id', alert_id)}",
            body=given({
                "status": status,
            }),
        )
        return await self._json(types.Alert, request, options)


class AsyncAlertChannels(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        kind: Literal["mail", "slack", "teams", "pagerduty", "webhook"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.AlertChannel]:
        """List alert channels"""
        request = Request(
            "listAlertChannels",
            "GET",
            "/v1/alert-channels",
            query={
                "limit": limit,
                "cursor": cursor,
                "kind": kind,
            },
        )
        return self._list(types.AlertChannel, "data", request, options)

    async def create(
        self,
        *,
        name: str,
        kind: Literal["mail", "slack", "teams", "pagerduty", "webhook"],
        settings: params.CreateAlertChannelParamsSettings,
        filter: params.CreateAlertChannelParamsFilter | NotGiven = NOT_GIVEN,
        quiet_hours: params.CreateAlertChannelParamsQuietHours | None | NotGiven = NOT_GIVEN,
        digest: params.CreateAlertChannelParamsDigest | NotGiven = NOT_GIVEN,
        critical_at_once: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.AlertChannelCreated:
        """Have alerts told somewhere

        By mail, in Slack or Microsoft Teams, to PagerDuty, or to an endpoint of your own. Secrets are kept encrypted and never shown again. An alert is told when it opens, becomes worse, is acknowledged and is resolved.
        """
        request = Request(
            "createAlertChannel",
            "POST",
            "/v1/alert-channels",
            body=given({
                "name": name,
                "kind": kind,
                "settings": settings,
                "filter": filter,
                "quiet_hours": quiet_hours,
                "digest": digest,
                "critical_at_once": critical_at_once,
            }),
        )
        return await self._json(types.AlertChannelCreated, request, options)

    async def get(
        self,
        channel_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.AlertChannel:
        """Get an alert channel"""
        request = Request(
            "getAlertChannel",
            "GET",
            f"/v1/alert-channels/{segment('channel_id', channel_id)}",
        )
        return await self._json(types.AlertChannel, request, options)

    async def update(
        self,
        channel_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        settings: params.UpdateAlertChannelParamsSettings | NotGiven = NOT_GIVEN,
        filter: params.UpdateAlertChannelParamsFilter | None | NotGiven = NOT_GIVEN,
        quiet_hours: params.UpdateAlertChannelParamsQuietHours | None | NotGiven = NOT_GIVEN,
        digest: params.UpdateAlertChannelParamsDigest | None | NotGiven = NOT_GIVEN,
        critical_at_once: bool | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.AlertChannel:
        """Change an alert channel

        `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.
        """
        request = Request(
            "updateAlertChannel",
            "PATCH",
            f"/v1/alert-channels/{segment('channel_id', channel_id)}",
            body=given({
                "name": name,
                "settings": settings,
                "filter": filter,
                "quiet_hours": quiet_hours,
                "digest": digest,
                "critical_at_once": critical_at_once,
                "enabled": enabled,
            }),
        )
        return await self._json(types.AlertChannel, request, options)

    async def delete(
        self,
        channel_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete an alert channel

        With its deliveries. What is on its way may still arrive.
        """
        request = Request(
            "deleteAlertChannel",
            "DELETE",
            f"/v1/alert-channels/{segment('channel_id', channel_id)}",
        )
        return await self._nothing(request, options)

    async def test(
        self,
        channel_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ChannelDeliveryWithAttempts:
        """Try an alert channel

        Sends a test, once, and waits for what the other side answers: `status` is `succeeded` or `failed`, and the attempt holds the answer. It is `pending` when no server has come to it within 25 seconds.
        """
        request = Request(
            "testAlertChannel",
            "POST",
            f"/v1/alert-channels/{segment('channel_id', channel_id)}/test",
        )
        return await self._json(types.ChannelDeliveryWithAttempts, request, options)

    def deliveries(
        self,
        channel_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        status: Literal["pending", "succeeded", "failed"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ChannelDelivery]:
        """List what was told

        Kept for 90 days.
        """
        request = Request(
            "listAlertChannelDeliveries",
            "GET",
            f"/v1/alert-channels/{segment('channel_id', channel_id)}/deliveries",
            query={
                "limit": limit,
                "cursor": cursor,
                "status": status,
            },
        )
        return self._list(types.ChannelDelivery, "data", request, options)

    async def get_delivery(
        self,
        channel_id: str,
        channel_delivery_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ChannelDeliveryWithAttempts:
        """Get what was told, with every try"""
        request = Request(
            "getAlertChannelDelivery",
            "GET",
            f"/v1/alert-channels/{segment('channel_id', channel_id)}/deliveries/{segment('channel_delivery_id', channel_delivery_id)}",
        )
        return await self._json(types.ChannelDeliveryWithAttempts, request, options)


class AsyncPolicies(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Policy]:
        """List policies"""
        request = Request(
            "listPolicies",
            "GET",
            "/v1/policies",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.Policy, "data", request, options)

    async def create(
        self,
        *,
        name: str,
        fail_when: params.CreatePolicyParamsFailWhen,
        description: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Policy:
        """Make a policy

        One object for pipelines, alerts and tickets. A scan that names it is judged by it (`policy_id`, then `gate`); an alert channel whose filter names it is told of scans that fail it.
        """
        request = Request(
            "createPolicy",
            "POST",
            "/v1/policies",
            body=given({
                "name": name,
                "description": description,
                "fail_when": fail_when,
            }),
        )
        return await self._json(types.Policy, request, options)

    async def get(
        self,
        policy_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Policy:
        """Get a policy"""
        request = Request(
            "getPolicy",
            "GET",
            f"/v1/policies/{segment('policy_id', policy_id)}",
        )
        return await self._json(types.Policy, request, options)

    async def update(
        self,
        policy_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        fail_when: params.UpdatePolicyParamsFailWhen | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Policy:
        """Change a policy

        Scans that have ended keep their verdict.
        """
        request = Request(
            "updatePolicy",
            "PATCH",
            f"/v1/policies/{segment('policy_id', policy_id)}",
            body=given({
                "name": name,
                "description": description,
                "fail_when": fail_when,
            }),
        )
        return await self._json(types.Policy, request, options)

    async def delete(
        self,
        policy_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a policy

        Alerts that it has raised are resolved. A scan that names it and has not ended yet fails.
        """
        request = Request(
            "deletePolicy",
            "DELETE",
            f"/v1/policies/{segment('policy_id', policy_id)}",
        )
        return await self._nothing(request, options)

    async def simulate(
        self,
        policy_id: str,
        *,
        website_ids: List[str] | NotGiven = NOT_GIVEN,
        tags: List[str] | NotGiven = NOT_GIVEN,
        scan_type: Literal["quick", "full", "active"] | NotGiven = NOT_GIVEN,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.SimulatedScans:
        """See what a policy would have said of past scans

        Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.
        """
        request = Request(
            "simulatePolicy",
            "POST",
            f"/v1/policies/{segment('policy_id', policy_id)}/simulate",
            body=given({
                "website_ids": website_ids,
                "tags": tags,
                "scan_type": scan_type,
                "from": from_,
                "to": to,
                "limit": limit,
                "cursor": cursor,
            }) or NOT_GIVEN,
        )
        return await self._json(types.SimulatedScans, request, options)

    async def simulate_draft(
        self,
        *,
        fail_when: params.SimulateDraftParamsFailWhen,
        website_ids: List[str] | NotGiven = NOT_GIVEN,
        tags: List[str] | NotGiven = NOT_GIVEN,
        scan_type: Literal["quick", "full", "active"] | NotGiven = NOT_GIVEN,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.SimulatedScans:
        """See what a draft would have said of past scans

        Without making a policy. Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.
        """
        request = Request(
            "simulateDraft",
            "POST",
            "/v1/policy-simulations",
            body=given({
                "fail_when": fail_when,
                "website_ids": website_ids,
                "tags": tags,
                "scan_type": scan_type,
                "from": from_,
                "to": to,
                "limit": limit,
                "cursor": cursor,
            }),
        )
        return await self._json(types.SimulatedScans, request, options)


class AsyncCompliance(AsyncResource):
    def frameworks(
        self,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.FrameworkSummary]:
        """List frameworks

        All of them, in one page.
        """
        request = Request(
            "listFrameworks",
            "GET",
            "/v1/compliance/frameworks",
        )
        return self._list(types.FrameworkSummary, "data", request, options)

    async def framework(
        self,
        framework: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Framework:
        """Get a framework

        Requirement by requirement, with its official number, what it asks in our words, the checks that speak to it, and what of it cannot be seen from outside.
        """
        request = Request(
            "getFramework",
            "GET",
            f"/v1/compliance/frameworks/{segment('framework', framework)}",
        )
        return await self._json(types.Framework, request, options)

    async def update_framework(
        self,
        framework: str,
        *,
        followed: bool,
        options: RequestOptions | None = None,
    ) -> types.Framework:
        """Follow a framework, or no longer

        Of a framework that is followed, an alert of kind `compliance` tells when a requirement of a website that stood well begins to fail after a scan, one for each website and framework; and the event `compliance.changed` tells of every change.
        """
        request = Request(
            "updateFramework",
            "PATCH",
            f"/v1/compliance/frameworks/{segment('framework', framework)}",
            body=given({
                "followed": followed,
            }),
        )
        return await self._json(types.Framework, request, options)

    async def assess(
        self,
        framework: str,
        *,
        website_id: str | NotGiven = NOT_GIVEN,
        group_id: str | NotGiven = NOT_GIVEN,
        level: int | NotGiven = NOT_GIVEN,
        status: Literal["failing", "not_tested", "attestation_needed", "partly_tested", "accepted", "met", "not_applicable"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ComplianceAssessment:
        """Hold a framework against websites

        As things stand now: of one website, of a group, or of all. Of several, a requirement stands as on the worst of them. That a check passes proves no more than what it asked: the judgement is an auditor’s.
        """
        request = Request(
            "assessCompliance",
            "GET",
            f"/v1/compliance/frameworks/{segment('framework', framework)}/assessment",
            query={
                "website_id": website_id,
                "group_id": group_id,
                "level": level,
                "status": status,
            },
        )
        return await self._json(types.ComplianceAssessment, request, options)

    def changes(
        self,
        framework: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        requirement: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ComplianceChange]:
        """List how requirements have changed

        Written when a scan ends, against how things stood when the one before did. Never changed afterwards.
        """
        request = Request(
            "listComplianceChanges",
            "GET",
            f"/v1/compliance/frameworks/{segment('framework', framework)}/changes",
            query={
                "limit": limit,
                "cursor": cursor,
                "website_id": website_id,
                "requirement": requirement,
            },
        )
        return self._list(types.ComplianceChange, "data", request, options)

    def attestations(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        framework: str | NotGiven = NOT_GIVEN,
        requirement: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Attestation]:
        """List attestations"""
        request = Request(
            "listAttestations",
            "GET",
            "/v1/compliance/attestations",
            query={
                "limit": limit,
                "cursor": cursor,
                "framework": framework,
                "requirement": requirement,
                "website_id": website_id,
            },
        )
        return self._list(types.Attestation, "data", request, options)

    async def create_attestation(
        self,
        *,
        framework: str,
        requirement: str,
        verdict: Literal["met", "not_met", "not_applicable"],
        statement: str,
        website_id: str | NotGiven = NOT_GIVEN,
        expires_at: str | None | NotGiven = NOT_GIVEN,
        file: params.CreateAttestationParamsFile | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Attestation:
        """Attest a requirement

        For what does not show from outside. Of several that count, the newest does, and one of a website before one of all. It outweighs no finding: a requirement that a check puts in doubt stays so. What was said is not changed afterwards: withdraw it, and attest anew.
        """
        request = Request(
            "createAttestation",
            "POST",
            "/v1/compliance/attestations",
            body=given({
                "framework": framework,
                "requirement": requirement,
                "website_id": website_id,
                "verdict": verdict,
                "statement": statement,
                "expires_at": expires_at,
                "file": file,
            }),
        )
        return await self._json(types.Attestation, request, options)

    async def attestation(
        self,
        attestation_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Attestation:
        """Get an attestation"""
        request = Request(
            "getAttestation",
            "GET",
            f"/v1/compliance/attestations/{segment('attestation_id', attestation_id)}",
        )
        return await self._json(types.Attestation, request, options)

    async def withdraw_attestation(
        self,
        attestation_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Withdraw an attestation

        It counts no more, and is still shown: with who withdrew it, and when.
        """
        request = Request(
            "withdrawAttestation",
            "DELETE",
            f"/v1/compliance/attestations/{segment('attestation_id', attestation_id)}",
        )
        return await self._nothing(request, options)

    async def download_attestation_file(
        self,
        attestation_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> bytes:
        """Download the file of an attestation"""
        request = Request(
            "downloadAttestationFile",
            "GET",
            f"/v1/compliance/attestations/{segment('attestation_id', attestation_id)}/file",
        )
        found: bytes = await self._file(lambda value: value, request, options)
        return found

    def bundles(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        framework: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ComplianceBundle]:
        """List bundles"""
        request = Request(
            "listBundles",
            "GET",
            "/v1/compliance/bundles",
            query={
                "limit": limit,
                "cursor": cursor,
                "framework": framework,
            },
        )
        return self._list(types.ComplianceBundle, "data", request, options)

    async def create_bundle(
        self,
        *,
        framework: str,
        website_id: str | NotGiven = NOT_GIVEN,
        group_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ComplianceBundle:
        """Make a signed bundle

        For auditors: the assessment, its evidence, attestations with their files, and the history of changes, each file hash-chained and all of it signed (Ed25519). Anybody verifies it by `npx lasthash verify FILE` or at `/verify`, without an account. It is kept.
        """
        request = Request(
            "createBundle",
            "POST",
            "/v1/compliance/bundles",
            body=given({
                "framework": framework,
                "website_id": website_id,
                "group_id": group_id,
            }),
        )
        return await self._json(types.ComplianceBundle, request, options)

    async def bundle(
        self,
        bundle_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ComplianceBundle:
        """Get a bundle"""
        request = Request(
            "getBundle",
            "GET",
            f"/v1/compliance/bundles/{segment('bundle_id', bundle_id)}",
        )
        return await self._json(types.ComplianceBundle, request, options)

    async def download_bundle(
        self,
        bundle_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> bytes:
        """Download a bundle"""
        request = Request(
            "downloadBundle",
            "GET",
            f"/v1/compliance/bundles/{segment('bundle_id', bundle_id)}/file",
        )
        found: bytes = await self._file(lambda value: value, request, options)
        return found

    def signing_keys(
        self,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.SigningKey]:
        """List signing keys

        What bundles are signed by; the first is made with the first bundle. All of them, in one page.
        """
        request = Request(
            "listSigningKeys",
            "GET",
            "/v1/compliance/signing-keys",
        )
        return self._list(types.SigningKey, "data", request, options)

    async def rotate_signing_key(
        self,
        *,
        options: RequestOptions | None = None,
    ) -> types.SigningKey:
        """Sign by a new key

        The one before signs nothing any more, and stays published: what it has signed is verified as before. A bundle that claims to be signed by it later is refused.
        """
        request = Request(
            "rotateSigningKey",
            "POST",
            "/v1/compliance/signing-keys",
        )
        return await self._json(types.SigningKey, request, options)


class AsyncReports(AsyncResource):
    def links(
        self,
        report_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ReportLink]:
        """List a report’s links"""
        request = Request(
            "listReportLinks",
            "GET",
            f"/v1/reports/{segment('report_id', report_id)}/links",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.ReportLink, "data", request, options)

    async def create_link(
        self,
        report_id: str,
        *,
        expires_at: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ReportLink:
        """Share a report

        Makes an address under which anyone gets the file, without a key, until it expires or is revoked.
        """
        request = Request(
            "createReportLink",
            "POST",
            f"/v1/reports/{segment('report_id', report_id)}/links",
            body=given({
                "expires_at": expires_at,
            }) or NOT_GIVEN,
        )
        return await self._json(types.ReportLink, request, options)

    async def get_link(
        self,
        report_id: str,
        link_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ReportLink:
        """Get a link"""
        request = Request(
            "getReportLink",
            "GET",
            f"/v1/reports/{segment('report_id', report_id)}/links/{segment('link_id', link_id)}",
        )
        return await self._json(types.ReportLink, request, options)

    async def revoke_link(
        self,
        report_id: str,
        link_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Revoke a link

        At once. It stays listed, and whoever follows it is told that it is over.
        """
        request = Request(
            "revokeReportLink",
            "DELETE",
            f"/v1/reports/{segment('report_id', report_id)}/links/{segment('link_id', link_id)}",
        )
        return await self._nothing(request, options)

    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        kind: Literal["executive", "technical", "comparison", "portfolio", "compliance"] | NotGiven = NOT_GIVEN,
        status: Literal["queued", "running", "done", "failed"] | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        scan_id: str | NotGiven = NOT_GIVEN,
        report_schedule_id: str | NotGiven = NOT_GIVEN,
        run_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Report]:
        """List reports"""
        request = Request(
            "listReports",
            "GET",
            "/v1/reports",
            query={
                "limit": limit,
                "cursor": cursor,
                "kind": kind,
                "status": status,
                "website_id": website_id,
                "scan_id": scan_id,
                "report_schedule_id": report_schedule_id,
                "run_id": run_id,
            },
        )
        return self._list(types.Report, "data", request, options)

    async def create(
        self,
        *,
        scan_id: str | NotGiven = NOT_GIVEN,
        baseline_scan_id: str | NotGiven = NOT_GIVEN,
        kind: Literal["executive", "technical", "comparison", "portfolio", "compliance"] | NotGiven = NOT_GIVEN,
        language: Literal["en", "de", "fr"] | NotGiven = NOT_GIVEN,
        website_id: str | None | NotGiven = NOT_GIVEN,
        group: str | None | NotGiven = NOT_GIVEN,
        tag: str | None | NotGiven = NOT_GIVEN,
        framework: str | None | NotGiven = NOT_GIVEN,
        filter: params.CreateReportParamsFilter | None | NotGiven = NOT_GIVEN,
        period_days: int | NotGiven = NOT_GIVEN,
        format: Literal["pdf", "html", "json", "csv", "sarif"] | NotGiven = NOT_GIVEN,
        title: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Report:
        """Make a report

        Of one scan, of one website as it is now, of a group, of a tag, or of all that you have. It is made in the background: `status` says how far it is, and `download_url` where the file is once it is `done`. With `Prefer: wait=N` (RFC 7240) the answer waits up to N seconds, at most 30. Executive, comparison, portfolio and compliance reports come as `pdf`, `html`, `json` and `csv`, technical ones also as `sarif`.
        """
        request = Request(
            "createReport",
            "POST",
            "/v1/reports",
            body=given({
                "scan_id": scan_id,
                "baseline_scan_id": baseline_scan_id,
                "kind": kind,
                "language": language,
                "website_id": website_id,
                "group": group,
                "tag": tag,
                "framework": framework,
                "filter": filter,
                "period_days": period_days,
                "format": format,
                "title": title,
            }),
        )
        return await self._json(types.Report, request, options)

    async def get(
        self,
        report_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Report:
        """Get a report"""
        request = Request(
            "getReport",
            "GET",
            f"/v1/reports/{segment('report_id', report_id)}",
        )
        return await self._json(types.Report, request, options)

    async def delete(
        self,
        report_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a report

        With its file and its links. One that is still being made is given up.
        """
        request = Request(
            "deleteReport",
            "DELETE",
            f"/v1/reports/{segment('report_id', report_id)}",
        )
        return await self._nothing(request, options)

    async def download(
        self,
        report_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> Any | str | bytes:
        """Download a report

        The file, in the report’s own type.
        """
        request = Request(
            "downloadReport",
            "GET",
            f"/v1/reports/{segment('report_id', report_id)}/download",
        )
        found: Any | str | bytes = await self._file(lambda value: value, request, options)
        return found


class AsyncIntegrations(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        kind: Literal["jira", "linear", "github", "gitlab", "slack"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Integration]:
        """List integrations"""
        request = Request(
            "listIntegrations",
            "GET",
            "/v1/integrations",
            query={
                "limit": limit,
                "cursor": cursor,
                "kind": kind,
            },
        )
        return self._list(types.Integration, "data", request, options)

    async def create(
        self,
        *,
        kind: Literal["jira", "linear", "github", "gitlab", "slack"],
        settings: params.CreateIntegrationParamsSettings,
        name: str | NotGiven = NOT_GIVEN,
        base_url: str | NotGiven = NOT_GIVEN,
        rules: List[params.CreateIntegrationParamsRule] | NotGiven = NOT_GIVEN,
        mapping: params.CreateIntegrationParamsMapping | NotGiven = NOT_GIVEN,
        sync: params.CreateIntegrationParamsSync | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.IntegrationCreated:
        """Have vulnerabilities become tickets

        In Jira (Cloud and Data Center), Linear, GitHub, GitLab or as messages in Slack. `rules` say which vulnerabilities do so by themselves. Secrets are kept encrypted and never shown again. `POST /v1/integration-tests` says beforehand whether it will work.
        """
        request = Request(
            "createIntegration",
            "POST",
            "/v1/integrations",
            body=given({
                "name": name,
                "kind": kind,
                "base_url": base_url,
                "settings": settings,
                "rules": rules,
                "mapping": mapping,
                "sync": sync,
            }),
        )
        return await self._json(types.IntegrationCreated, request, options)

    async def test_draft(
        self,
        *,
        kind: Literal["jira", "linear", "github", "gitlab", "slack"],
        settings: params.TestDraftIntegrationParamsSettings,
        base_url: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.IntegrationTest:
        """Try an integration before it is made

        Asks the tracker whether the token and the place are good. Nothing is made there, and nothing is kept here.
        """
        request = Request(
            "testDraftIntegration",
            "POST",
            "/v1/integration-tests",
            body=given({
                "kind": kind,
                "base_url": base_url,
                "settings": settings,
            }),
        )
        return await self._json(types.IntegrationTest, request, options)

    async def get(
        self,
        integration_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Integration:
        """Get an integration"""
        request = Request(
            "getIntegration",
            "GET",
            f"/v1/integrations/{segment('integration_id', integration_id)}",
        )
        return await self._json(types.Integration, request, options)

    async def update(
        self,
        integration_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        base_url: str | NotGiven = NOT_GIVEN,
        settings: params.UpdateIntegrationParamsSettings | NotGiven = NOT_GIVEN,
        rules: List[params.UpdateIntegrationParamsRule] | None | NotGiven = NOT_GIVEN,
        mapping: params.UpdateIntegrationParamsMapping | None | NotGiven = NOT_GIVEN,
        sync: params.UpdateIntegrationParamsSync | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Integration:
        """Change an integration

        What waits, or has failed, is tried again at once.
        """
        request = Request(
            "updateIntegration",
            "PATCH",
            f"/v1/integrations/{segment('integration_id', integration_id)}",
            body=given({
                "name": name,
                "base_url": base_url,
                "settings": settings,
                "rules": rules,
                "mapping": mapping,
                "sync": sync,
                "enabled": enabled,
            }),
        )
        return await self._json(types.Integration, request, options)

    async def delete(
        self,
        integration_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete an integration

        With all that is known of its tickets; what is in the tracker stays there. To let it rest and go on later with the same tickets, set `enabled` to false.
        """
        request = Request(
            "deleteIntegration",
            "DELETE",
            f"/v1/integrations/{segment('integration_id', integration_id)}",
        )
        return await self._nothing(request, options)

    async def test(
        self,
        integration_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.IntegrationTest:
        """Try an integration

        Asks the tracker whether the token and the place are good. Nothing is made there.
        """
        request = Request(
            "testIntegration",
            "POST",
            f"/v1/integrations/{segment('integration_id', integration_id)}/test",
        )
        return await self._json(types.IntegrationTest, request, options)


class AsyncTickets(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        integration_id: str | NotGiven = NOT_GIVEN,
        vulnerability_id: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        status: Literal["pending", "open", "closed", "failed", "gone", "canceled"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Ticket]:
        """List tickets"""
        request = Request(
            "listTickets",
            "GET",
            "/v1/tickets",
            query={
                "limit": limit,
                "cursor": cursor,
                "integration_id": integration_id,
                "vulnerability_id": vulnerability_id,
                "website_id": website_id,
                "status": status,
            },
        )
        return self._list(types.Ticket, "data", request, options)

    async def create(
        self,
        *,
        vulnerability_id: str,
        integration_id: str,
        options: RequestOptions | None = None,
    ) -> types.Ticket:
        """Make a ticket of a vulnerability

        Whatever the integration’s rules say. It is made in the background: `status` is `pending` until it is in the tracker. A vulnerability has one ticket in each tracker, never two.
        """
        request = Request(
            "createTicket",
            "POST",
            "/v1/tickets",
            body=given({
                "vulnerability_id": vulnerability_id,
                "integration_id": integration_id,
            }),
        )
        return await self._json(types.Ticket, request, options)

    async def get(
        self,
        ticket_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Ticket:
        """Get a ticket"""
        request = Request(
            "getTicket",
            "GET",
            f"/v1/tickets/{segment('ticket_id', ticket_id)}",
        )
        return await self._json(types.Ticket, request, options)

    async def retry(
        self,
        ticket_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Ticket:
        """Bring a ticket in line now

        Takes up at once what failed or waits, and reads what the tracker shows. A ticket that was deleted there is made anew.
        """
        request = Request(
            "retryTicket",
            "POST",
            f"/v1/tickets/{segment('ticket_id', ticket_id)}/retry",
        )
        return await self._json(types.Ticket, request, options)


class AsyncPaymentPages(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.PaymentPage]:
        """List payment pages"""
        request = Request(
            "listPaymentPages",
            "GET",
            "/v1/payment-pages",
            query={
                "limit": limit,
                "cursor": cursor,
                "website_id": website_id,
            },
        )
        return self._list(types.PaymentPage, "data", request, options)

    async def create(
        self,
        *,
        website_id: str,
        url: str,
        name: str | NotGiven = NOT_GIVEN,
        interval: int | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.PaymentPage:
        """Mark a payment page

        For PCI DSS 6.4.3 and 11.6.1: it is looked at in a browser, daily unless told, at least weekly. What runs on it is listed, to be authorised with a reason; what changes raises an alert of kind `compliance` and the event `payment_page.changed`, and all of it stands in a ledger that nobody can change.
        """
        request = Request(
            "createPaymentPage",
            "POST",
            "/v1/payment-pages",
            body=given({
                "website_id": website_id,
                "url": url,
                "name": name,
                "interval": interval,
            }),
        )
        return await self._json(types.PaymentPage, request, options)

    async def get(
        self,
        payment_page_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.PaymentPage:
        """Get a payment page"""
        request = Request(
            "getPaymentPage",
            "GET",
            f"/v1/payment-pages/{segment('payment_page_id', payment_page_id)}",
        )
        return await self._json(types.PaymentPage, request, options)

    async def update(
        self,
        payment_page_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        interval: int | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.PaymentPage:
        """Change a payment page"""
        request = Request(
            "updatePaymentPage",
            "PATCH",
            f"/v1/payment-pages/{segment('payment_page_id', payment_page_id)}",
            body=given({
                "name": name,
                "interval": interval,
            }),
        )
        return await self._json(types.PaymentPage, request, options)

    async def delete(
        self,
        payment_page_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Unmark a payment page

        It is looked at no more. Its inventory and its ledger stay, for auditors.
        """
        request = Request(
            "deletePaymentPage",
            "DELETE",
            f"/v1/payment-pages/{segment('payment_page_id', payment_page_id)}",
        )
        return await self._nothing(request, options)

    async def look(
        self,
        payment_page_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.PaymentPage:
        """Look at a payment page now"""
        request = Request(
            "lookAtPaymentPage",
            "POST",
            f"/v1/payment-pages/{segment('payment_page_id', payment_page_id)}/look",
        )
        return await self._json(types.PaymentPage, request, options)

    def scripts(
        self,
        payment_page_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        present: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.PaymentScript]:
        """List the scripts of a payment page

        The inventory: every script that a browser ran for it, and who authorised it, why.
        """
        request = Request(
            "listPaymentScripts",
            "GET",
            f"/v1/payment-pages/{segment('payment_page_id', payment_page_id)}/scripts",
            query={
                "limit": limit,
                "cursor": cursor,
                "present": present,
            },
        )
        return self._list(types.PaymentScript, "data", request, options)

    async def get_script(
        self,
        payment_page_id: str,
        script_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.PaymentScript:
        """Get a script of a payment page"""
        request = Request(
            "getPaymentScript",
            "GET",
            f"/v1/payment-pages/{segment('payment_page_id', payment_page_id)}/scripts/{segment('script_id', script_id)}",
        )
        return await self._json(types.PaymentScript, request, options)

    async def authorize_script(
        self,
        payment_page_id: str,
        script_id: str,
        *,
        authorized: bool,
        justification: str,
        kind: Literal["version", "address"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.PaymentScript:
        """Authorise a script, or take that back

        With a reason, which the ledger keeps with who gave it, and when.
        """
        request = Request(
            "authorizePaymentScript",
            "PATCH",
            f"/v1/payment-pages/{segment('payment_page_id', payment_page_id)}/scripts/{segment('script_id', script_id)}",
            body=given({
                "authorized": authorized,
                "justification": justification,
                "kind": kind,
            }),
        )
        return await self._json(types.PaymentScript, request, options)

    def ledger(
        self,
        payment_page_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        kind: Literal["page_marked", "page_unmarked", "look", "look_failed", "script_added", "script_changed", "script_removed", "header_changed", "script_authorized", "script_revoked"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.PaymentLedgerEntry]:
        """Read the ledger of a payment page

        Every look, change and decision, each hash-chained to the one before. Nobody can change or remove an entry.
        """
        request = Request(
            "listPaymentLedger",
            "GET",
            f"/v1/payment-pages/{segment('payment_page_id', payment_page_id)}/ledger",
            query={
                "limit": limit,
                "cursor": cursor,
                "kind": kind,
            },
        )
        return self._list(types.PaymentLedgerEntry, "data", request, options)


class AsyncReportSchedules(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        website_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ReportSchedule]:
        """List schedules of reports"""
        request = Request(
            "listReportSchedules",
            "GET",
            "/v1/report-schedules",
            query={
                "limit": limit,
                "cursor": cursor,
                "website_id": website_id,
            },
        )
        return self._list(types.ReportSchedule, "data", request, options)

    async def create(
        self,
        *,
        name: str,
        cron: str | NotGiven = NOT_GIVEN,
        every: Literal["hourly", "daily", "weekly", "monthly"] | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        kind: Literal["executive", "technical", "comparison", "portfolio", "compliance"] | NotGiven = NOT_GIVEN,
        language: Literal["en", "de", "fr"] | NotGiven = NOT_GIVEN,
        website_id: str | None | NotGiven = NOT_GIVEN,
        group: str | None | NotGiven = NOT_GIVEN,
        tag: str | None | NotGiven = NOT_GIVEN,
        framework: str | None | NotGiven = NOT_GIVEN,
        filter: params.CreateReportScheduleParamsFilter | None | NotGiven = NOT_GIVEN,
        period_days: int | NotGiven = NOT_GIVEN,
        formats: List[Literal["pdf", "html", "json", "csv", "sarif"]] | NotGiven = NOT_GIVEN,
        recipients: List[str] | NotGiven = NOT_GIVEN,
        message: str | NotGiven = NOT_GIVEN,
        attach: bool | NotGiven = NOT_GIVEN,
        link_days: int | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        title: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ReportSchedule:
        """Have reports made and mailed on a schedule

        Give either `cron`, of five fields in `time_zone`, or `every`. Each time, one report of each of `formats` is made, kept, and mailed to each of `recipients`. Where clocks change, a time of day that does not exist is made up for right after, and one that is there twice counts once. A time that was missed while the service was down is made up for once.
        """
        request = Request(
            "createReportSchedule",
            "POST",
            "/v1/report-schedules",
            body=given({
                "name": name,
                "cron": cron,
                "every": every,
                "time_zone": time_zone,
                "kind": kind,
                "language": language,
                "website_id": website_id,
                "group": group,
                "tag": tag,
                "framework": framework,
                "filter": filter,
                "period_days": period_days,
                "formats": formats,
                "recipients": recipients,
                "message": message,
                "attach": attach,
                "link_days": link_days,
                "enabled": enabled,
                "title": title,
            }),
        )
        return await self._json(types.ReportSchedule, request, options)

    async def get(
        self,
        report_schedule_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ReportSchedule:
        """Get a schedule of reports"""
        request = Request(
            "getReportSchedule",
            "GET",
            f"/v1/report-schedules/{segment('report_schedule_id', report_schedule_id)}",
        )
        return await self._json(types.ReportSchedule, request, options)

    async def update(
        self,
        report_schedule_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        cron: str | None | NotGiven = NOT_GIVEN,
        every: Literal["hourly", "daily", "weekly", "monthly"] | None | NotGiven = NOT_GIVEN,
        time_zone: str | None | NotGiven = NOT_GIVEN,
        kind: Literal["executive", "technical", "comparison", "portfolio", "compliance"] | NotGiven = NOT_GIVEN,
        language: Literal["en", "de", "fr"] | NotGiven = NOT_GIVEN,
        website_id: str | None | NotGiven = NOT_GIVEN,
        group: str | None | NotGiven = NOT_GIVEN,
        tag: str | None | NotGiven = NOT_GIVEN,
        framework: str | None | NotGiven = NOT_GIVEN,
        filter: params.UpdateReportScheduleParamsFilter | None | NotGiven = NOT_GIVEN,
        period_days: int | NotGiven = NOT_GIVEN,
        formats: List[Literal["pdf", "html", "json", "csv", "sarif"]] | NotGiven = NOT_GIVEN,
        recipients: List[str] | None | NotGiven = NOT_GIVEN,
        message: str | None | NotGiven = NOT_GIVEN,
        attach: bool | NotGiven = NOT_GIVEN,
        link_days: int | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        title: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ReportSchedule:
        """Change a schedule of reports

        JSON merge patch (RFC 7396). `enabled: false` pauses it; `enabled: true` goes on, also after it was switched off, and forgives the failures. A `cron` takes the place of `every`, and of `website_id`, `group` and `tag` the one that is given that of the others. `recipients` are replaced whole; who has unsubscribed stays so.
        """
        request = Request(
            "updateReportSchedule",
            "PATCH",
            f"/v1/report-schedules/{segment('report_schedule_id', report_schedule_id)}",
            body=given({
                "name": name,
                "cron": cron,
                "every": every,
                "time_zone": time_zone,
                "kind": kind,
                "language": language,
                "website_id": website_id,
                "group": group,
                "tag": tag,
                "framework": framework,
                "filter": filter,
                "period_days": period_days,
                "formats": formats,
                "recipients": recipients,
                "message": message,
                "attach": attach,
                "link_days": link_days,
                "enabled": enabled,
                "title": title,
            }),
        )
        return await self._json(types.ReportSchedule, request, options)

    async def delete(
        self,
        report_schedule_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a schedule of reports

        With its runs and deliveries. Mails that wait are not sent any more; reports that were made stay.
        """
        request = Request(
            "deleteReportSchedule",
            "DELETE",
            f"/v1/report-schedules/{segment('report_schedule_id', report_schedule_id)}",
        )
        return await self._nothing(request, options)

    async def send_now(
        self,
        report_schedule_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ReportRun:
        """Make and mail the reports of a schedule now

        Beside its own times, which stay as they are; also while it is paused.
        """
        request = Request(
            "sendReportSchedule",
            "POST",
            f"/v1/report-schedules/{segment('report_schedule_id', report_schedule_id)}/send",
        )
        return await self._json(types.ReportRun, request, options)

    def runs(
        self,
        report_schedule_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ReportRun]:
        """List the runs of a schedule of reports

        Kept for 400 days.
        """
        request = Request(
            "listReportRuns",
            "GET",
            f"/v1/report-schedules/{segment('report_schedule_id', report_schedule_id)}/runs",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.ReportRun, "data", request, options)

    async def get_run(
        self,
        report_schedule_id: str,
        run_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ReportRun:
        """Get a run of a schedule of reports"""
        request = Request(
            "getReportRun",
            "GET",
            f"/v1/report-schedules/{segment('report_schedule_id', report_schedule_id)}/runs/{segment('run_id', run_id)}",
        )
        return await self._json(types.ReportRun, request, options)

    def deliveries(
        self,
        report_schedule_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        status: Literal["pending", "sent", "failed", "bounced", "skipped"] | NotGiven = NOT_GIVEN,
        run_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ReportDelivery]:
        """List what was mailed, recipient by recipient

        Kept as long as their runs.
        """
        request = Request(
            "listReportDeliveries",
            "GET",
            f"/v1/report-schedules/{segment('report_schedule_id', report_schedule_id)}/deliveries",
            query={
                "limit": limit,
                "cursor": cursor,
                "status": status,
                "run_id": run_id,
            },
        )
        return self._list(types.ReportDelivery, "data", request, options)


class AsyncWebhooks(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Webhook]:
        """List webhooks"""
        request = Request(
            "listWebhooks",
            "GET",
            "/v1/webhooks",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.Webhook, "data", request, options)

    async def create(
        self,
        *,
        url: str,
        events: List[Literal["scan.queued", "scan.started", "scan.completed", "scan.failed", "scan.canceled", "vulnerability.detected", "vulnerability.resolved", "vulnerability.reopened", "vulnerability.accepted", "threat.detected", "score.degraded", "score.improved", "monitor.down", "monitor.recovered", "certificate.expiring", "certificate.changed", "dns.changed", "content.changed", "scripts.changed", "alert.opened", "alert.resolved", "alert_channel.disabled", "compliance.changed", "report.ready", "report_schedule.disabled", "report.failed", "ticket.created", "ticket.updated", "payment_page.changed", "website.created", "website.verified", "website.verification_lost", "schedule.disabled", "webhook.disabled", "api_key.created", "api_key.revoked"]],
        secret: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        api_version: Literal["v1"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.WebhookCreated:
        """Register a webhook"""
        request = Request(
            "createWebhook",
            "POST",
            "/v1/webhooks",
            body=given({
                "url": url,
                "events": events,
                "secret": secret,
                "description": description,
                "api_version": api_version,
            }),
        )
        return await self._json(types.WebhookCreated, request, options)

    async def get(
        self,
        webhook_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Webhook:
        """Get a webhook"""
        request = Request(
            "getWebhook",
            "GET",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}",
        )
        return await self._json(types.Webhook, request, options)

    async def update(
        self,
        webhook_id: str,
        *,
        url: str | NotGiven = NOT_GIVEN,
        events: List[Literal["scan.queued", "scan.started", "scan.completed", "scan.failed", "scan.canceled", "vulnerability.detected", "vulnerability.resolved", "vulnerability.reopened", "vulnerability.accepted", "threat.detected", "score.degraded", "score.improved", "monitor.down", "monitor.recovered", "certificate.expiring", "certificate.changed", "dns.changed", "content.changed", "scripts.changed", "alert.opened", "alert.resolved", "alert_channel.disabled", "compliance.changed", "report.ready", "report_schedule.disabled", "report.failed", "ticket.created", "ticket.updated", "payment_page.changed", "website.created", "website.verified", "website.verification_lost", "schedule.disabled", "webhook.disabled", "api_key.created", "api_key.revoked"]] | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        api_version: Literal["v1"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Webhook:
        """Change a webhook

        JSON merge patch (RFC 7396). `enabled: true` switches one on again that was disabled; `enabled: false` also gives up what waits for it.
        """
        request = Request(
            "updateWebhook",
            "PATCH",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}",
            body=given({
                "url": url,
                "events": events,
                "description": description,
                "enabled": enabled,
                "api_version": api_version,
            }),
        )
        return await self._json(types.Webhook, request, options)

    async def delete(
        self,
        webhook_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a webhook

        With its deliveries. What is on its way may still arrive.
        """
        request = Request(
            "deleteWebhook",
            "DELETE",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}",
        )
        return await self._nothing(request, options)

    async def test(
        self,
        webhook_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.TestWebhookResult:
        """Send a test event

        Sends `webhook.test` to this endpoint, subscribed or not. Its delivery shows what came of it.
        """
        request = Request(
            "testWebhook",
            "POST",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}/test",
        )
        return await self._json(types.TestWebhookResult, request, options)

    async def rotate_secret(
        self,
        webhook_id: str,
        *,
        secret: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.WebhookCreated:
        """Replace the secret

        The new secret signs from now on, and for 24 hours the old one as well: two signatures, parted by a space.
        """
        request = Request(
            "rotateWebhookSecret",
            "POST",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}/rotate-secret",
            body=given({
                "secret": secret,
            }) or NOT_GIVEN,
        )
        return await self._json(types.WebhookCreated, request, options)

    def deliveries(
        self,
        webhook_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        status: Literal["pending", "succeeded", "failed"] | NotGiven = NOT_GIVEN,
        event_type: str | NotGiven = NOT_GIVEN,
        event_id: str | NotGiven = NOT_GIVEN,
        replay_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Delivery]:
        """List deliveries"""
        request = Request(
            "listDeliveries",
            "GET",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}/deliveries",
            query={
                "limit": limit,
                "cursor": cursor,
                "status": status,
                "event_type": event_type,
                "event_id": event_id,
                "replay_id": replay_id,
            },
        )
        return self._list(types.Delivery, "data", request, options)

    async def get_delivery(
        self,
        webhook_id: str,
        delivery_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.DeliveryWithAttempts:
        """Get a delivery with every try"""
        request = Request(
            "getDelivery",
            "GET",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}/deliveries/{segment('delivery_id', delivery_id)}",
        )
        return await self._json(types.DeliveryWithAttempts, request, options)

    async def redeliver(
        self,
        webhook_id: str,
        delivery_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Delivery:
        """Deliver once more

        With the same `webhook-id`, so that a receiver that has it already can tell.
        """
        request = Request(
            "redeliver",
            "POST",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}/deliveries/{segment('delivery_id', delivery_id)}/redeliver",
        )
        return await self._json(types.Delivery, request, options)

    def replays(
        self,
        webhook_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.WebhookReplay]:
        """List replays"""
        request = Request(
            "listWebhookReplays",
            "GET",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}/replays",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.WebhookReplay, "data", request, options)

    async def replay(
        self,
        webhook_id: str,
        *,
        from_: str,
        to: str | NotGiven = NOT_GIVEN,
        events: List[Literal["scan.queued", "scan.started", "scan.completed", "scan.failed", "scan.canceled", "vulnerability.detected", "vulnerability.resolved", "vulnerability.reopened", "vulnerability.accepted", "threat.detected", "score.degraded", "score.improved", "monitor.down", "monitor.recovered", "certificate.expiring", "certificate.changed", "dns.changed", "content.changed", "scripts.changed", "alert.opened", "alert.resolved", "alert_channel.disabled", "compliance.changed", "report.ready", "report_schedule.disabled", "report.failed", "ticket.created", "ticket.updated", "payment_page.changed", "website.created", "website.verified", "website.verification_lost", "schedule.disabled", "webhook.disabled", "api_key.created", "api_key.revoked"]] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.WebhookReplay:
        """Replay a span of events

        Delivers what happened between two moments once more, each event once and with its own `webhook-id`, so that a receiver that has it already can tell. An event that is on its way just now is not sent twice. At most 100,000 events; one replay of a webhook at a time.
        """
        request = Request(
            "replayWebhook",
            "POST",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}/replays",
            body=given({
                "from": from_,
                "to": to,
                "events": events,
            }),
        )
        return await self._json(types.WebhookReplay, request, options)

    async def get_replay(
        self,
        webhook_id: str,
        replay_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.WebhookReplay:
        """Get a replay"""
        request = Request(
            "getWebhookReplay",
            "GET",
            f"/v1/webhooks/{segment('webhook_id', webhook_id)}/replays/{segment('replay_id', replay_id)}",
        )
        return await self._json(types.WebhookReplay, request, options)


class AsyncEvents(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        type: Literal["scan.queued", "scan.started", "scan.completed", "scan.failed", "scan.canceled", "vulnerability.detected", "vulnerability.resolved", "vulnerability.reopened", "vulnerability.accepted", "threat.detected", "score.degraded", "score.improved", "monitor.down", "monitor.recovered", "certificate.expiring", "certificate.changed", "dns.changed", "content.changed", "scripts.changed", "alert.opened", "alert.resolved", "alert_channel.disabled", "compliance.changed", "report.ready", "report_schedule.disabled", "report.failed", "ticket.created", "ticket.updated", "payment_page.changed", "website.created", "website.verified", "website.verification_lost", "schedule.disabled", "webhook.disabled", "webhook.test", "api_key.created", "api_key.revoked"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Event]:
        """List events

        Everything that happened: the same objects as webhooks deliver.
        """
        request = Request(
            "listEvents",
            "GET",
            "/v1/events",
            query={
                "limit": limit,
                "cursor": cursor,
                "type": type,
            },
        )
        return self._list(types.Event, "data", request, options)

    async def get(
        self,
        event_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Event:
        """Get an event"""
        request = Request(
            "getEvent",
            "GET",
            f"/v1/events/{segment('event_id', event_id)}",
        )
        return await self._json(types.Event, request, options)


class AsyncChecks(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Check]:
        """List checks

        Everything that is looked for, by id.
        """
        request = Request(
            "listChecks",
            "GET",
            "/v1/checks",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.Check, "data", request, options)

    async def get(
        self,
        family: str,
        name: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Check:
        """Get a check"""
        request = Request(
            "getCheck",
            "GET",
            f"/v1/checks/{segment('family', family)}/{segment('name', name)}",
        )
        return await self._json(types.Check, request, options)


class AsyncFeeds(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Feed]:
        """List feeds of vulnerability data

        How old each is on the machine that answers. Where there is no copy, scans use the small set that comes with the product.
        """
        request = Request(
            "listFeeds",
            "GET",
            "/v1/feeds",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.Feed, "data", request, options)

    async def update(
        self,
        *,
        feeds: List[Literal["kev", "retire", "epss", "endoflife", "urlhaus", "urlhaus-payloads", "wordfence", "badkeys", "osv-bitnami", "osv-packagist", "osv-rubygems", "osv-pypi", "osv-maven", "osv-nuget", "osv-npm"]] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.UpdateFeedsResult:
        """Have feeds renewed

        A worker fetches them, one after another. Asked again within ten minutes, it is done once. `GET /v1/feeds` tells how it went.
        """
        request = Request(
            "updateFeeds",
            "POST",
            "/v1/feeds/update",
            body=given({
                "feeds": feeds,
            }) or NOT_GIVEN,
        )
        return await self._json(types.UpdateFeedsResult, request, options)


class AsyncApiKeys(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.ApiKey]:
        """List API keys"""
        request = Request(
            "listApiKeys",
            "GET",
            "/v1/api-keys",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.ApiKey, "data", request, options)

    async def create(
        self,
        *,
        name: str,
        mode: Literal["live", "test"] | NotGiven = NOT_GIVEN,
        scopes: List[Literal["organizations:read", "organizations:write", "users:read", "users:write", "sessions:read", "sessions:write", "api_keys:read", "api_keys:write", "websites:read", "websites:write", "scans:read", "scans:write", "schedules:read", "schedules:write", "vulnerabilities:read", "vulnerabilities:write", "monitors:read", "monitors:write", "alerts:read", "alerts:write", "alert_channels:read", "alert_channels:write", "policies:read", "policies:write", "compliance:read", "compliance:write", "reports:read", "reports:write", "integrations:read", "integrations:write", "tickets:read", "tickets:write", "webhooks:read", "webhooks:write", "events:read", "events:write", "usage:read", "usage:write", "audit_log:read", "audit_log:write", "checks:read", "checks:write", "feeds:read", "feeds:write", "metrics:read", "exports:read", "billing:write"]] | NotGiven = NOT_GIVEN,
        allowed_cidrs: List[str] | NotGiven = NOT_GIVEN,
        allowed_origins: List[str] | NotGiven = NOT_GIVEN,
        expires_at: str | None | NotGiven = NOT_GIVEN,
        force: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ApiKeyCreated:
        """Make an API key

        The key is in the answer, this once. It can do no more than the key that makes it.
        """
        request = Request(
            "createApiKey",
            "POST",
            "/v1/api-keys",
            body=given({
                "name": name,
                "mode": mode,
                "scopes": scopes,
                "allowed_cidrs": allowed_cidrs,
                "allowed_origins": allowed_origins,
                "expires_at": expires_at,
                "force": force,
            }),
        )
        return await self._json(types.ApiKeyCreated, request, options)

    async def get(
        self,
        key_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ApiKey:
        """Get an API key"""
        request = Request(
            "getApiKey",
            "GET",
            f"/v1/api-keys/{segment('key_id', key_id)}",
        )
        return await self._json(types.ApiKey, request, options)

    async def update(
        self,
        key_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        scopes: List[Literal["organizations:read", "organizations:write", "users:read", "users:write", "sessions:read", "sessions:write", "api_keys:read", "api_keys:write", "websites:read", "websites:write", "scans:read", "scans:write", "schedules:read", "schedules:write", "vulnerabilities:read", "vulnerabilities:write", "monitors:read", "monitors:write", "alerts:read", "alerts:write", "alert_channels:read", "alert_channels:write", "policies:read", "policies:write", "compliance:read", "compliance:write", "reports:read", "reports:write", "integrations:read", "integrations:write", "tickets:read", "tickets:write", "webhooks:read", "webhooks:write", "events:read", "events:write", "usage:read", "usage:write", "audit_log:read", "audit_log:write", "checks:read", "checks:write", "feeds:read", "feeds:write", "metrics:read", "exports:read", "billing:write"]] | NotGiven = NOT_GIVEN,
        allowed_cidrs: List[str] | None | NotGiven = NOT_GIVEN,
        allowed_origins: List[str] | None | NotGiven = NOT_GIVEN,
        expires_at: str | None | NotGiven = NOT_GIVEN,
        force: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ApiKey:
        """Change an API key

        JSON merge patch (RFC 7396).
        """
        request = Request(
            "updateApiKey",
            "PATCH",
            f"/v1/api-keys/{segment('key_id', key_id)}",
            body=given({
                "name": name,
                "scopes": scopes,
                "allowed_cidrs": allowed_cidrs,
                "allowed_origins": allowed_origins,
                "expires_at": expires_at,
                "force": force,
            }),
        )
        return await self._json(types.ApiKey, request, options)

    async def revoke(
        self,
        key_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Revoke an API key

        At once, on every server. It stays in the list, with the time.
        """
        request = Request(
            "revokeApiKey",
            "DELETE",
            f"/v1/api-keys/{segment('key_id', key_id)}",
        )
        return await self._nothing(request, options)

    async def roll(
        self,
        key_id: str,
        *,
        overlap_seconds: int | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.ApiKeyCreated:
        """Replace an API key

        Makes a successor with the same rights. The old key works until the overlap has passed.
        """
        request = Request(
            "rollApiKey",
            "POST",
            f"/v1/api-keys/{segment('key_id', key_id)}/roll",
            body=given({
                "overlap_seconds": overlap_seconds,
            }) or NOT_GIVEN,
        )
        return await self._json(types.ApiKeyCreated, request, options)


class AsyncOrganizations(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Organization]:
        """List organisations

        Your own and those under it.
        """
        request = Request(
            "listOrganizations",
            "GET",
            "/v1/organizations",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.Organization, "data", request, options)

    async def create(
        self,
        *,
        name: str,
        plan: Literal["starter", "pro", "business", "enterprise"],
        limits: params.CreateOrganizationParamsLimits | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Organization:
        """Make an organisation

        Under your own: a customer of yours, with its own data, plan and limits. Your keys act for it with the header `LastHash-Organization`; so make its own keys, where it is to have some. It takes the scope `billing:write` as well.
        """
        request = Request(
            "createOrganization",
            "POST",
            "/v1/organizations",
            body=given({
                "name": name,
                "plan": plan,
                "limits": limits,
            }),
        )
        return await self._json(types.Organization, request, options)

    async def get(
        self,
        organization_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Organization:
        """Get an organisation"""
        request = Request(
            "getOrganization",
            "GET",
            f"/v1/organizations/{segment('organization_id', organization_id)}",
        )
        return await self._json(types.Organization, request, options)

    async def update(
        self,
        organization_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        plan: Literal["starter", "pro", "business", "enterprise"] | NotGiven = NOT_GIVEN,
        limits: params.UpdateOrganizationParamsLimits | NotGiven = NOT_GIVEN,
        suspended: bool | NotGiven = NOT_GIVEN,
        branding: params.UpdateOrganizationParamsBranding | NotGiven = NOT_GIVEN,
        allowed_origins: List[str] | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.Organization:
        """Change an organisation

        JSON merge patch (RFC 7396). Plan, limits and suspension are for the organisation above to change; they hold at once, on every server, and take the scope `billing:write` as well.
        """
        request = Request(
            "updateOrganization",
            "PATCH",
            f"/v1/organizations/{segment('organization_id', organization_id)}",
            body=given({
                "name": name,
                "plan": plan,
                "limits": limits,
                "suspended": suspended,
                "branding": branding,
                "allowed_origins": allowed_origins,
            }),
        )
        return await self._json(types.Organization, request, options)

    async def delete(
        self,
        organization_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Organization:
        """Delete an organisation

        It is suspended at once, and gone after 30 days, with all that it has. Until then the organisation above can restore it, and export it. It takes the scope `billing:write` as well.
        """
        request = Request(
            "deleteOrganization",
            "DELETE",
            f"/v1/organizations/{segment('organization_id', organization_id)}",
        )
        return await self._json(types.Organization, request, options)

    async def restore(
        self,
        organization_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Organization:
        """Restore an organisation

        Takes its deletion back, while its days of grace last. One that was suspended before stays suspended. It takes the scope `billing:write` as well.
        """
        request = Request(
            "restoreOrganization",
            "POST",
            f"/v1/organizations/{segment('organization_id', organization_id)}/restore",
        )
        return await self._json(types.Organization, request, options)

    async def check_domain(
        self,
        organization_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Organization:
        """Take an own domain into use

        Asks `branding.domain` over the network, for up to ten seconds. When this service answers there, links in answers, events and mails lead to it from now on.
        """
        request = Request(
            "checkDomain",
            "POST",
            f"/v1/organizations/{segment('organization_id', organization_id)}/domain/check",
        )
        return await self._json(types.Organization, request, options)

    async def export(
        self,
        organization_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.ExportOrganizationResult:
        """Export all of an organisation

        Everything that is kept of it, as one JSON document: `tables` has the rows of each kind, as they are stored, without secrets; `people` tells who its members are, whom the rows name by their ids; `files` has evidence and reports in base64. Also of one under yours that is deleted, while its days of grace last.
        """
        request = Request(
            "exportOrganization",
            "GET",
            f"/v1/organizations/{segment('organization_id', organization_id)}/export",
        )
        return await self._json(types.ExportOrganizationResult, request, options)


class AsyncUsers(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.User]:
        """List people

        Everybody who belongs to the organisation, with their role.
        """
        request = Request(
            "listUsers",
            "GET",
            "/v1/users",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.User, "data", request, options)

    async def get(
        self,
        user_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.User:
        """Get a person

        `me` is whoever is logged in.
        """
        request = Request(
            "getUser",
            "GET",
            f"/v1/users/{segment('user_id', user_id)}",
        )
        return await self._json(types.User, request, options)

    async def update(
        self,
        user_id: str,
        *,
        role: Literal["owner", "admin", "analyst", "viewer"] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> types.User:
        """Change a person’s role

        JSON merge patch (RFC 7396). It holds from the next request on. Nobody gives a role, or takes one away, that can do more than they can themselves; the last owner stays one.
        """
        request = Request(
            "updateUser",
            "PATCH",
            f"/v1/users/{segment('user_id', user_id)}",
            body=given({
                "role": role,
            }),
        )
        return await self._json(types.User, request, options)

    async def remove(
        self,
        user_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove a person

        From the organisation, from the next request on. The account stays theirs; API keys that they made stay the organisation’s: `created_by` names them.
        """
        request = Request(
            "removeUser",
            "DELETE",
            f"/v1/users/{segment('user_id', user_id)}",
        )
        return await self._nothing(request, options)


class AsyncInvitations(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Invitation]:
        """List invitations"""
        request = Request(
            "listInvitations",
            "GET",
            "/v1/invitations",
            query={
                "limit": limit,
                "cursor": cursor,
            },
        )
        return self._list(types.Invitation, "data", request, options)

    async def create(
        self,
        *,
        email: str,
        role: Literal["owner", "admin", "analyst", "viewer"],
        options: RequestOptions | None = None,
    ) -> types.InvitationSent:
        """Invite a person

        A link, which works for a week, goes to the address; where mail is not set up, it is in the answer, this once. An earlier invitation to the same address ends. The role can do no more than you can.
        """
        request = Request(
            "createInvitation",
            "POST",
            "/v1/invitations",
            body=given({
                "email": email,
                "role": role,
            }),
        )
        return await self._json(types.InvitationSent, request, options)

    async def get(
        self,
        invitation_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.Invitation:
        """Get an invitation"""
        request = Request(
            "getInvitation",
            "GET",
            f"/v1/invitations/{segment('invitation_id', invitation_id)}",
        )
        return await self._json(types.Invitation, request, options)

    async def revoke(
        self,
        invitation_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Revoke an invitation

        Its link opens nothing from now on. It stays in the list, with the time.
        """
        request = Request(
            "revokeInvitation",
            "DELETE",
            f"/v1/invitations/{segment('invitation_id', invitation_id)}",
        )
        return await self._nothing(request, options)

    async def resend(
        self,
        invitation_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> types.InvitationSent:
        """Send an invitation again

        With a new link, for another week; the one before opens nothing any more.
        """
        request = Request(
            "resendInvitation",
            "POST",
            f"/v1/invitations/{segment('invitation_id', invitation_id)}/resend",
        )
        return await self._json(types.InvitationSent, request, options)


class AsyncSessions(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        user_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.Session]:
        """List log-ins

        Where people of the organisation are logged in: all of them for keys, owners and admins, only their own for others.
        """
        request = Request(
            "listSessions",
            "GET",
            "/v1/sessions",
            query={
                "limit": limit,
                "cursor": cursor,
                "user_id": user_id,
            },
        )
        return self._list(types.Session, "data", request, options)

    async def end(
        self,
        session_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """End a log-in

        At once, on every server: whoever has its cookie has to log in again.
        """
        request = Request(
            "endSession",
            "DELETE",
            f"/v1/sessions/{segment('session_id', session_id)}",
        )
        return await self._nothing(request, options)


class AsyncUsage(AsyncResource):
    async def get(
        self,
        *,
        options: RequestOptions | None = None,
    ) -> types.Usage:
        """Use against plan"""
        request = Request(
            "getUsage",
            "GET",
            "/v1/usage",
        )
        return await self._json(types.Usage, request, options)


class AsyncAuditLog(AsyncResource):
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        key_id: str | NotGiven = NOT_GIVEN,
        user_id: str | NotGiven = NOT_GIVEN,
        operation: str | NotGiven = NOT_GIVEN,
        object_id: str | NotGiven = NOT_GIVEN,
        created_after: str | NotGiven = NOT_GIVEN,
        created_before: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncPager[types.AuditLogEntry]:
        """List changes

        Every change through the API. Entries are only added, and each one’s hash covers the one before it.
        """
        request = Request(
            "listAuditLog",
            "GET",
            "/v1/audit-log",
            query={
                "limit": limit,
                "cursor": cursor,
                "key_id": key_id,
                "user_id": user_id,
                "operation": operation,
                "object_id": object_id,
                "created_after": created_after,
                "created_before": created_before,
            },
        )
        return self._list(types.AuditLogEntry, "data", request, options)

    def export(
        self,
        *,
        after_sequence: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[Any]:
        """Export changes

        All of them, oldest first, one JSON object a line (NDJSON).
        """
        request = Request(
            "exportAuditLog",
            "GET",
            "/v1/audit-log/export",
            query={
                "after_sequence": after_sequence,
            },
        )
        return self._lines(request, options)
