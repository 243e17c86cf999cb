/** Log-in pages that phishing kits copy: their titles, the domains that may show them, and where their files come from. */
export interface Brand {
  name: string
  /** The title of the real log-in page, whole. */
  title: RegExp
  domains: readonly string[]
  /** Hosts of the brand's own pictures, styles and scripts, which kits often go on loading. */
  assets: readonly string[]
}

export const BRANDS: readonly Brand[] = [
  {
    name: 'Microsoft',
    title:
      /^(?:sign in to your (?:microsoft )?account|microsoft account \| sign in|sign in - microsoft|office 365 - sign in|sign in to outlook|outlook web app|onedrive - sign in|sharepoint online - sign in)$/i,
    domains: [
      'microsoft.com',
      'microsoftonline.com',
      'live.com',
      'office.com',
      'office365.com',
      'outlook.com',
      'msauth.net',
      'sharepoint.com',
      'azure.com',
    ],
    assets: [
      'msauth.net',
      'msftauth.net',
      'msftauthimages.net',
      'msauthimages.net',
      'microsoftonline-p.com',
      'live.com',
      'office.net',
    ],
  },
  {
    name: 'Google',
    title: /^(?:sign in [-–] google accounts|gmail|google accounts|google docs - sign in|meet google drive .*)$/i,
    domains: ['google.com', 'youtube.com', 'gmail.com'],
    assets: ['gstatic.com', 'googleusercontent.com', 'google.com'],
  },
  {
    name: 'PayPal',
    title:
      /^(?:log in to your paypal account|paypal: (?:log ?in|login)|login - paypal|paypal - log ?in|confirm your identity - paypal)$/i,
    domains: ['paypal.com', 'paypal-corp.com'],
    assets: ['paypalobjects.com', 'paypal.com'],
  },
  {
    name: 'Apple',
    title: /^(?:(?:manage your )?apple id|icloud|sign in to icloud|apple account|sign in - apple)$/i,
    domains: ['apple.com', 'icloud.com'],
    assets: ['apple.com', 'cdn-apple.com', 'icloud.com'],
  },
  {
    name: 'Facebook',
    title:
      /^(?:facebook|log ?in(?:to)? (?:to )?facebook|facebook [-–] log ?in or sign up|log into facebook \| facebook)$/i,
    domains: ['facebook.com', 'messenger.com', 'fb.com'],
    assets: ['fbcdn.net', 'facebook.com'],
  },
  {
    name: 'Instagram',
    title: /^(?:instagram|log ?in [•·-] instagram)$/i,
    domains: ['instagram.com'],
    assets: ['cdninstagram.com', 'instagram.com'],
  },
  {
    name: 'Netflix',
    title: /^(?:netflix|sign in - netflix|netflix - (?:sign|log) ?in)$/i,
    domains: ['netflix.com'],
    assets: ['nflxext.com', 'nflximg.net'],
  },
  {
    name: 'Amazon',
    title: /^amazon sign[ -]?in$/i,
    domains: ['amazon.com', 'amazon.de', 'amazon.co.uk', 'amazon.co.jp'],
    assets: ['media-amazon.com', 'ssl-images-amazon.com'],
  },
  {
    name: 'DHL',
    title: /^(?:dhl(?: express)? ?[|-] ?(?:tracking|parcel|log ?in).*|dhl \| global)$/i,
    domains: ['dhl.com', 'dhl.de'],
    assets: ['dhl.com', 'dhl.de'],
  },
  {
    name: 'LinkedIn',
    title: /^(?:linkedin login, sign in \| linkedin|linkedin: log in or sign up)$/i,
    domains: ['linkedin.com'],
    assets: ['licdn.com'],
  },
  {
    name: 'Dropbox',
    title: /^(?:login - dropbox|dropbox - (?:log|sign) ?in)$/i,
    domains: ['dropbox.com'],
    assets: ['dropboxstatic.com', 'cfl.dropboxstatic.com'],
  },
  {
    name: 'Adobe',
    title: /^(?:adobe(?: id)?(?: -)? sign in|adobe pdf online|sign in - adobe id|adobe document cloud)$/i,
    domains: ['adobe.com'],
    assets: ['adobe.com', 'typekit.net'],
  },
  {
    name: 'Steam',
    title: /^(?:steam community ?:: ?(?:sign in|log ?in)|sign in to steam)$/i,
    domains: ['steampowered.com', 'steamcommunity.com'],
    assets: ['steamstatic.com', 'akamai.steamstatic.com'],
  },
  {
    name: 'DocuSign',
    title: /^(?:docusign(?: ?[|-] ?| )(?:log ?in|sign in|secure document).*)$/i,
    domains: ['docusign.com', 'docusign.net'],
    assets: ['docusign.net', 'docucdn-a.akamaihd.net'],
  },
  {
    name: 'Chase',
    title: /^(?:sign in - chase\.com|chase (?:online )?(?:log ?in|sign ?in).*)$/i,
    domains: ['chase.com'],
    assets: ['chasecdn.com', 'chase.com'],
  },
  {
    name: 'Wells Fargo',
    title: /^(?:wells fargo (?:sign on|online).*|sign on to view your .* wells fargo)$/i,
    domains: ['wellsfargo.com'],
    assets: ['wellsfargomedia.com', 'wellsfargo.com'],
  },
]
