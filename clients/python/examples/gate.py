"""Fails a pipeline when a website has vulnerabilities that are high or worse: python gate.py https://staging.example.com"""

import sys

from lasthash import LastHash, ScanFailedError

with LastHash() as client:
    try:
        scan = client.scans.create_and_wait(url=sys.argv[1], scan_type="quick", priority="high")
    except ScanFailedError as failure:
        print(failure, file=sys.stderr)
        sys.exit(2)
    counts = scan.vulnerabilities
    print(f"{scan.url}: {scan.security_score} ({scan.grade}), {counts.critical} critical, {counts.high} high")
    for found in client.scans.vulnerabilities(scan.id, severity="critical"):
        print(f"- {found.title}\n  {found.remediation}")
    for found in client.scans.vulnerabilities(scan.id, severity="high"):
        print(f"- {found.title}\n  {found.remediation}")
    sys.exit(1 if counts.critical + counts.high > 0 else 0)
