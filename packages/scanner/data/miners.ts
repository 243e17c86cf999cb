/** Hosts whose purpose was to deliver miners, or to take their results. A subdomain counts as the host. */
export const MINER_HOSTS: readonly string[] = [
  'authedmine.com',
  'coin-have.com',
  'coin-hive.com',
  'coinerra.com',
  'coinhive.com',
  'coinhive-proxy.party',
  'coinimp.com',
  'coinnebula.com',
  'coinpot.co',
  'crypto-loot.com',
  'crypto-webminer.com',
  'cryptaloot.pro',
  'cryptoloot.pro',
  'cryptonoter.com',
  'deepminer.org',
  'freecontent.bid',
  'gridcash.net',
  'hashing.win',
  'hostingcloud.racing',
  'jsecoin.com',
  'jsemine.com',
  'load.jsecoin.com',
  'miner.pr0gramm.com',
  'minero.cc',
  'minero-proxy-01.now.sh',
  'monerominer.rocks',
  'mutuza.win',
  'papoto.com',
  'ppoi.org',
  'projectpoi.com',
  'reasedoper.pw',
  'rocks.io',
  'webmine.cz',
  'webmine.pro',
  'webminepool.com',
  'webminerpool.com',
]

/** Files that miners are delivered as, wherever they lie. */
export const MINER_FILES =
  /\/(?:coinhive|authedmine|cryptoloot|crypta|deepminer|coinimp|cryptonight(?:-asmjs)?|webmr|monero-miner|xmr-?miner|perfekt|minero|webmine|jsecoin)(?:\.min)?\.(?:js|wasm)(?:[?#]|$)/i

/** Constructors of miners: object, and the ways to begin. */
export const MINER_OBJECTS: ReadonlySet<string> = new Set([
  'CoinHive',
  'CoinImp',
  'CRLT',
  'CryptoLoot',
  'CryptoNoter',
  'CoinNebula',
  'deepMiner',
  'DeepMiner',
  'Minero',
  'WMP',
  'PPoi',
  'ProjectPoi',
])

/** Pools that take results of Monero and its kin. */
export const MINING_POOLS =
  /\b(?:moneroocean\.stream|supportxmr\.com|minexmr\.com|xmrpool\.(?:eu|net)|hashvault\.pro|nanopool\.org|2miners\.com|herominers\.com|c3pool\.(?:com|org)|monerohash\.com|minergate\.com|unmineable\.com|gntl\.co\.uk|pool\.monero\.hashvault\.pro)\b/i
