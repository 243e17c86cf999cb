/**
 * Registrable domains of analytics, advertising, tag management, chat, consent, payment and library services that half the
 * web loads from. Frames of theirs are often invisible by design, and scripts of theirs come late: neither says anything.
 */
export const KNOWN_SERVICES: ReadonlySet<string> = new Set(
  `2mdn.net abtasty.com accessibe.com acsbapp.com addthis.com addtoany.com adform.net adnxs.com adobedtm.com adroll.com
  adsrvr.org akamaihd.net algolia.net amazon-adsystem.com amplitude.com aptrinsic.com arkoselabs.com auth0.com bing.com
  bizible.com bootstrapcdn.com braze.com bugsnag.com calendly.com chargebee.com clarity.ms cloudflare.com
  cloudflareinsights.com cloudfront.net consensu.org contentsquare.net cookiebot.com cookielaw.org cookiepro.com crazyegg.com
  criteo.com criteo.net crisp.chat cxense.com datadoghq-browser-agent.com demdex.net disqus.com doubleclick.net
  doubleverify.com drift.com driftt.com dynatrace.com everesttech.net facebook.com facebook.net fontawesome.com freshchat.com
  freshworks.com fullstory.com google-analytics.com google.com googleadservices.com googleapis.com googleoptimize.com
  googlesyndication.com googletagmanager.com googletagservices.com gstatic.com hcaptcha.com heap.io heapanalytics.com
  hotjar.com hotjar.io hs-analytics.net hs-banner.com hs-scripts.com hsforms.net hubspot.com hubspot.net iadvize.com
  imrworldwide.com inmobi.com instagram.com intercom.io intercomcdn.com iubenda.com jquery.com jsdelivr.net kameleoon.eu
  klarna.com klaviyo.com krxd.net launchdarkly.com licdn.com linkedin.com livechatinc.com liveperson.net loggly.com
  logrocket.io lpsnmedia.net lr-ingest.com luckyorange.com mailchimp.com list-manage.com marketo.com marketo.net mathtag.com
  matomo.cloud maxcdn.com mc.yandex.ru media.net mixpanel.com moatads.com mouseflow.com mxpnl.com newrelic.com nr-data.net
  olark.com omtrdc.net onetrust.com onesignal.com optimizely.com osano.com outbrain.com pardot.com paypal.com
  paypalobjects.com perimeterx.net pingdom.net pinterest.com pinimg.com plausible.io polyfill-fastly.io privy.com pubmatic.com
  pusher.com qualtrics.com quantcast.com quantserve.com quora.com recaptcha.net reddit.com redditstatic.com rlcdn.com
  rubiconproject.com salesforceliveagent.com salesforce.com scorecardresearch.com segment.com segment.io sentry-cdn.com sentry.io
  shopify.com sift.com siftscience.com sleeknote.com smartlook.com snapchat.com sc-static.net soundcloud.com spotify.com
  squarespace.com stackadapt.com statcounter.com stripe.com stripe.network taboola.com tawk.to tealium.com tiqcdn.com
  tiktok.com trustarc.com trustpilot.com twimg.com twitter.com typekit.net typeform.com unpkg.com userlike.com usercentrics.eu
  userzoom.com vimeo.com visualwebsiteoptimizer.com vwo.com wistia.com wistia.net wix.com wp.com x.com yahoo.com yandex.ru
  yimg.com youtube-nocookie.com youtube.com zdassets.com zendesk.com zoho.com zopim.com`
    .split(/\s+/)
    .filter(Boolean),
)

/** Names that look-alike hosts imitate, without the ending; long enough that no other name is one letter away by chance. */
export const IMITATED_NAMES: readonly string[] = [
  'bootstrapcdn',
  'cloudflare',
  'cloudfront',
  'doubleclick',
  'facebook',
  'fontawesome',
  'google-analytics',
  'googleadservices',
  'googleapis',
  'googlesyndication',
  'googletagmanager',
  'jsdelivr',
  'magento',
  'mailchimp',
  'optimizely',
  'paypalobjects',
  'recaptcha',
  'shopify',
  'sucuri',
  'typekit',
  'wordpress',
  'zendesk',
]
