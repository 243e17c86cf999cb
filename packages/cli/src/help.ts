export const HELP = `LastHash scans a website for security faults and tells how to mend them.

Usage
  lasthash scan URL [options]     scan a website, with no server at all
  lasthash checks                 list what is checked
  lasthash --help | --version

Scan your own websites, or those whose owners asked you to.

What to scan
  --type quick|full|active  quick: start page, TLS, DNS, mail, in seconds. full (default): also files
                            that should not be served. active: attacks; not in this version
  --allow-private           let the scan reach loopback and private addresses
  --timeout SECONDS         stop looking then, and judge what is there (60 quick, 600 full);
                            with --server: how long to wait for the scan (3600)

What to print
  --format FORMAT           text (default), json, sarif, junit or html
  -o, --output FILE         write the result there instead of to stdout
  -q, --quiet               say nothing on stderr but what went wrong
  --no-color                no colours (also: NO_COLOR=1)

What counts as failed
  --fail-on SEVERITY        fail when there is a finding this bad or worse: critical, high, medium,
                            low or info
  --min-score N             fail when the score is below N (0 to 100)
  --baseline FILE           an earlier --format json: findings that stand in it do not count for
                            --fail-on (which is low, if not said)

  Tentative findings, and those that were accepted or marked as false, never count.

With a LastHash server
  --server URL              scan from there, and keep the result there; needs LASTHASH_API_KEY

Exit codes
  0  passed
  1  the gate failed: --fail-on, --min-score or --baseline
  2  it could not be run: bad arguments, target unreachable, server refused

The result goes to stdout, everything else to stderr.

Environment
  LASTHASH_API_KEY                  the key for --server
  LASTHASH_ALLOW_PRIVATE_TARGETS=1  as --allow-private
  LASTHASH_DNS_SERVERS              addresses of DNS servers, separated by commas (the system's)
  NODE_EXTRA_CA_CERTS               a file of certificate authorities to trust as well

Examples
  lasthash scan example.com
  lasthash scan https://example.com --type quick --fail-on high --min-score 80
  lasthash scan https://example.com --format html --output report.html
  lasthash scan https://example.com --format json --output now.json --baseline before.json
  lasthash scan http://localhost:3000 --allow-private
`
