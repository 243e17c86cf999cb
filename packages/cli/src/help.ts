export const HELP = `LastHash scans a website for security faults and tells how to mend them.

Usage
  lasthash scan URL [options]   scan a website, with no server at all
  lasthash checks               list what is checked
  lasthash feeds status         show the age of vulnerability data
  lasthash feeds update [NAME]  fetch it anew, or only the feeds named
  lasthash --help | --version

Scan your own websites, or those whose owners asked you to.

What to scan
  --type quick|full|active  quick: start page, TLS, DNS and mail, in seconds;
                            full (default): also the whole site, in a browser,
                            too, and files that should not be there;
                            active: attacks, not in this version
  --allow-private           let the scan reach loopback and private addresses
  --timeout SECONDS         look no longer than that, and judge what is there
                            (60 for quick, 600 for full); with --server: how
                            long to wait for the scan (3600)

  --include PATH            crawl only paths that begin so (* for anything,
                            $ for the end; may be repeated)
  --exclude PATH            leave out paths that begin so
  --no-browser              open no page in a browser

As whom to scan
  --header "NAME: VALUE"    send it with every request to the website (may be
                            repeated); the value is left out of all results
  --cookie NAME=VALUE       likewise
  --login FILE              a JSON file that says how to log in:
                            {"url": "/login", "username": "ann",
                            "password": "{{env.PASSWORD}}"}, or "steps"; see
                            docs/log-in.md

What to print
  --format FORMAT           text (default), json, sarif, junit or html
  -o, --output FILE         write the result there instead of to stdout
  -q, --quiet               say nothing on stderr but what went wrong
  --no-color                no colours (also: NO_COLOR=1)

When to fail
  --fail-on SEVERITY        on a finding that is so bad or worse: critical,
                            high, medium, low or info
  --min-score N             on a score below N, from 0 to 100
  --baseline FILE           an earlier --format json: only findings that are not
                            in it count for --fail-on (low, if that is not said)

  Tentative findings, and those that were accepted or marked as false, never
  count. The result is written before the command fails.

Vulnerability data
  A small set comes with the product; feeds bring the rest into the data folder,
  where scans find it. A copy that is broken or lost more than half is refused.
  --force                   take a copy that lost more than half all the same

With a LastHash server
  --server URL              let it scan and keep the result; LASTHASH_API_KEY
                            has to hold a key of it
  --policy ID               fail when the server's policy of that id says so

Exit codes
  0  passed
  1  failed, by --fail-on, --min-score, --baseline or --policy
  2  could not be run: bad arguments, target unreachable, server refused

The result goes to stdout and everything else to stderr.

Environment
  LASTHASH_API_KEY                  the key for --server
  LASTHASH_ALLOW_PRIVATE_TARGETS=1  as --allow-private
  LASTHASH_DNS_SERVERS              DNS servers to ask, separated by commas
  LASTHASH_RDAP_BOOTSTRAP           a mirror of IANA's list of registries, which
                                    tell when domains expire; or off
  CHROME_PATH                       the Chromium to open pages in
  NODE_EXTRA_CA_CERTS               file of further authorities to trust
  LASTHASH_DATA_DIR                 where feeds are kept (./.lasthash)
  LASTHASH_FEED_MIRROR              address of a mirror of all feeds
  LASTHASH_FEED_<NAME>              address of one feed, http, https or file
  LASTHASH_FEED_WORDFENCE_KEY       key for the feed of WordPress

Examples
  lasthash scan example.com
  lasthash scan example.com --type quick --fail-on high --min-score 80
  lasthash scan example.com --format html --output report.html
  lasthash scan example.com --format json -o now.json --baseline before.json
  lasthash scan http://localhost:3000 --allow-private
`
