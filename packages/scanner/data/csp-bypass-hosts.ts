/**
 * Hosts that many policies trust for scripts and that let anyone run code of their choice: by an endpoint that wraps its
 * answer in a function which the caller names (JSONP), by hosting AngularJS 1, whose templates are code, or by serving
 * whatever anybody uploads. Sources: Weichselbaum, Spagnuolo, Lekies and Janc, "CSP Is Dead, Long Live CSP!" (ACM CCS
 * 2016), https://research.google/pubs/pub45542/; the lists of https://github.com/google/csp-evaluator; and the services'
 * own documentation of their callback parameters and upload features.
 */
export interface BypassHost {
  host: string
  /** A path that shows it, for policies which allow only some of the host's paths. */
  path: string
  by: 'jsonp' | 'angular' | 'upload'
  /** True when it works only where the policy allows 'unsafe-eval' as well. */
  needs_eval?: boolean
}

export const BYPASS_HOSTS: readonly BypassHost[] = [
  // callbacks that the caller names
  { host: 'accounts.google.com', path: '/o/oauth2/revoke', by: 'jsonp' },
  { host: 'www.google.com', path: '/complete/search', by: 'jsonp' },
  { host: 'clients1.google.com', path: '/complete/search', by: 'jsonp' },
  { host: 'suggestqueries.google.com', path: '/complete/search', by: 'jsonp' },
  { host: 'cse.google.com', path: '/api/007627024705277327428/cse/r3vs7b0fcli/queries/js', by: 'jsonp' },
  { host: 'translate.googleapis.com', path: '/translate_a/l', by: 'jsonp' },
  { host: 'translate.google.com', path: '/translate_a/l', by: 'jsonp' },
  { host: 'maps.googleapis.com', path: '/maps/api/js/GeoPhotoService.GetMetadata', by: 'jsonp' },
  { host: 'www.googleapis.com', path: '/customsearch/v1', by: 'jsonp' },
  { host: 'www.youtube.com', path: '/oembed', by: 'jsonp' },
  { host: 'googleads.g.doubleclick.net', path: '/pagead/conversion/1036918760/wcm', by: 'jsonp' },
  { host: 'securepubads.g.doubleclick.net', path: '/gampad/ads', by: 'jsonp' },
  { host: 'pagead2.googlesyndication.com', path: '/relatedsearch', by: 'jsonp' },
  { host: 'partner.googleadservices.com', path: '/gampad/ads', by: 'jsonp' },
  { host: 'www.blogger.com', path: '/feeds/', by: 'jsonp' },
  { host: 'graph.facebook.com', path: '/', by: 'jsonp' },
  { host: 'syndication.twitter.com', path: '/widgets/timelines/', by: 'jsonp' },
  { host: 'cdn.syndication.twimg.com', path: '/widgets/timelines/', by: 'jsonp' },
  { host: 'publish.twitter.com', path: '/oembed', by: 'jsonp' },
  { host: 'widgets.pinterest.com', path: '/v3/pidgets/boards/', by: 'jsonp' },
  { host: 'api.flickr.com', path: '/services/feeds/photos_public.gne', by: 'jsonp' },
  { host: 'www.flickr.com', path: '/services/oembed.json', by: 'jsonp' },
  { host: 'vimeo.com', path: '/api/oembed.json', by: 'jsonp' },
  { host: 'fast.wistia.com', path: '/embed/medias/', by: 'jsonp' },
  { host: 'links.services.disqus.com', path: '/api/ping', by: 'jsonp' },
  { host: 'api.mixpanel.com', path: '/track/', by: 'jsonp' },
  { host: 'gum.criteo.com', path: '/sync', by: 'jsonp' },
  { host: 'ib.adnxs.com', path: '/jpt', by: 'jsonp' },
  { host: 'pubsub.pubnub.com', path: '/subscribe/', by: 'jsonp' },
  { host: 'dev.virtualearth.net', path: '/REST/v1/', by: 'jsonp' },
  { host: 'nominatim.openstreetmap.org', path: '/search', by: 'jsonp' },
  { host: 'en.wikipedia.org', path: '/w/api.php', by: 'jsonp' },
  { host: 'meta.wikimedia.org', path: '/w/api.php', by: 'jsonp' },
  { host: 'commons.wikimedia.org', path: '/w/api.php', by: 'jsonp' },
  { host: 'api.github.com', path: '/', by: 'jsonp' },
  { host: 'api.vk.com', path: '/method/', by: 'jsonp' },
  { host: 'mc.yandex.ru', path: '/watch/', by: 'jsonp' },
  { host: 'translate.yandex.net', path: '/api/v1.5/tr.json/detect', by: 'jsonp' },
  { host: 'api.map.baidu.com', path: '/', by: 'jsonp' },
  { host: 'suggest.taobao.com', path: '/sug', by: 'jsonp' },
  { host: 'public-api.wordpress.com', path: '/rest/v1.1/', by: 'jsonp' },
  { host: 'ajax.googleapis.com', path: '/ajax/services/', by: 'jsonp' },
  // AngularJS 1 next to whatever else the host carries
  { host: 'ajax.googleapis.com', path: '/ajax/libs/angularjs/1.8.3/angular.min.js', by: 'angular' },
  { host: 'cdnjs.cloudflare.com', path: '/ajax/libs/angular.js/1.8.3/angular.min.js', by: 'angular' },
  { host: 'cdn.bootcss.com', path: '/angular.js/1.8.3/angular.min.js', by: 'angular' },
  { host: 'cdn.bootcdn.net', path: '/ajax/libs/angular.js/1.8.3/angular.min.js', by: 'angular' },
  { host: 'yastatic.net', path: '/angularjs/1.3.16/angular.min.js', by: 'angular' },
  { host: 'www.gstatic.com', path: '/fsn/angular_js-bundle1.js', by: 'angular' },
  { host: 'code.angularjs.org', path: '/1.8.3/angular.min.js', by: 'angular' },
  { host: 'lib.baomitu.com', path: '/angular.js/1.8.3/angular.min.js', by: 'angular' },
  // anyone may publish
  { host: 'cdn.jsdelivr.net', path: '/npm/', by: 'upload' },
  { host: 'unpkg.com', path: '/', by: 'upload' },
  { host: 'esm.sh', path: '/', by: 'upload' },
  { host: 'cdn.skypack.dev', path: '/', by: 'upload' },
  { host: 'ga.jspm.io', path: '/', by: 'upload' },
  { host: 'cdn.statically.io', path: '/', by: 'upload' },
  { host: 'rawcdn.githack.com', path: '/', by: 'upload' },
  { host: 'raw.githack.com', path: '/', by: 'upload' },
  { host: 'storage.googleapis.com', path: '/', by: 'upload' },
  { host: 's3.amazonaws.com', path: '/', by: 'upload' },
  { host: 'cdn.shopify.com', path: '/s/files/', by: 'upload' },
  { host: 'firebasestorage.googleapis.com', path: '/', by: 'upload' },
  // tag managers run what their owner's container says, through eval
  { host: 'www.googletagmanager.com', path: '/gtm/js', by: 'jsonp', needs_eval: true },
  { host: 'www.google-analytics.com', path: '/gtm/js', by: 'jsonp', needs_eval: true },
  { host: 'ssl.google-analytics.com', path: '/gtm/js', by: 'jsonp', needs_eval: true },
  { host: 'www.googleadservices.com', path: '/pagead/conversion/1070110417/wcm', by: 'jsonp', needs_eval: true },
]
