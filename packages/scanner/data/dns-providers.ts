/**
 * Name servers of DNS providers that hold zones for whoever asks. Where such a server does not know a zone that points to it,
 * somebody else may add the zone. Source: the providers' documentation of their name servers.
 */
export const DNS_PROVIDERS: readonly [provider: string, pattern: RegExp][] = [
  ['Amazon Route 53', /^ns-\d+\.awsdns-\d+\.(?:com|net|org|co\.uk)$/],
  ['Azure DNS', /^ns\d+-\d+\.azure-dns\.(?:com|net|org|info)$/],
  ['Google Cloud DNS', /^ns-cloud-[a-e]\d\.googledomains\.com$/],
  ['DigitalOcean', /^ns\d\.digitalocean\.com$/],
  ['DNSimple', /^ns\d\.dnsimple(?:-edge)?\.(?:com|net|org)$/],
  ['Linode', /^ns\d\.linode\.com$/],
  ['Vultr', /^ns\d\.vultr\.com$/],
  ['Hetzner', /^(?:helium|hydrogen|oxygen)\.ns\.hetzner\.(?:de|com)$/],
  ['DNS Made Easy', /^ns\d+\.dnsmadeeasy\.com$/],
  ['NS1', /^dns\d\.p\d+\.nsone\.net$/],
  ['Name.com', /^ns\d[a-z]{3}\.name\.com$/],
  ['Hurricane Electric', /^ns\d\.he\.net$/],
  ['ClouDNS', /^(?:p?ns\d+)\.cloudns\.(?:net|com|uk)$/],
  ['Tierra.net', /^ns\d\.domaindiscover\.com$/],
  ['Yahoo Small Business', /^yns\d\.yahoo\.com$/],
  ['MyDomain', /^ns\d\.mydomain\.com$/],
  ['Bizland', /^(?:clickme\d?\.click2site|ns\d\.bizland)\.com$/],
  ['Reg.ru', /^ns\d\.reg\.ru$/],
]
