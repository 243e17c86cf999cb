/**
 * Hosting services to which a name is pointed by CNAME, and what a name shows there that nobody claims. Sources: the
 * services' own error pages and their documentation of custom domains, and the public record of takeovers at
 * https://github.com/EdOverflow/can-i-take-over-xyz.
 */
export interface TakeoverService {
  name: string
  /** Ends of the name that a CNAME points to, each beginning with a dot or being a whole name. */
  hosts: readonly string[]
  /** What the page of an unclaimed name shows; null where the name then does not exist in DNS. */
  text: RegExp | null
  /** `open`: whoever registers the name at the service has it. `guarded`: the service asks for some proof first, or did not always. */
  claim: 'open' | 'guarded'
}

const service = (
  name: string,
  hosts: readonly string[],
  text: RegExp | null,
  claim: TakeoverService['claim'] = 'open',
): TakeoverService => ({ name, hosts, text, claim })

export const TAKEOVER_SERVICES: readonly TakeoverService[] = [
  // names that cease to exist
  service('AWS Elastic Beanstalk', ['.elasticbeanstalk.com'], null),
  service(
    'Microsoft Azure',
    [
      '.azurewebsites.net',
      '.cloudapp.net',
      '.cloudapp.azure.com',
      '.trafficmanager.net',
      '.azureedge.net',
      '.azurefd.net',
      '.azure-api.net',
      '.azurecontainer.io',
      '.azurecr.io',
      '.azurehdinsight.net',
      '.blob.core.windows.net',
      '.web.core.windows.net',
      '.search.windows.net',
      '.servicebus.windows.net',
    ],
    null,
  ),
  service('Discourse', ['.trydiscourse.com'], null),
  // names that answer with an error page
  service(
    'Azure App Service',
    ['.azurewebsites.net'],
    /<title>(?:Microsoft Azure Web App - )?Error 404<\/title>[\s\S]{0,4000}404 Web Site not found/,
  ),
  service('Amazon S3', ['.amazonaws.com'], /<Code>NoSuchBucket<\/Code>|Code: NoSuchBucket/),
  service('Google Cloud Storage', ['c.storage.googleapis.com'], /<Code>NoSuchBucket<\/Code>/, 'guarded'),
  service('GitHub Pages', ['.github.io'], /There isn't a GitHub Pages site here\./, 'guarded'),
  service(
    'GitLab Pages',
    ['.gitlab.io'],
    /The page you're looking for could not be found[\s\S]{0,2000}gitlab/i,
    'guarded',
  ),
  service('Bitbucket', ['.bitbucket.io'], /Repository not found/),
  service(
    'Heroku',
    ['.herokuapp.com', '.herokudns.com', '.herokussl.com'],
    /herokucdn\.com\/error-pages\/no-such-app\.html|There's nothing here, yet\./,
    'guarded',
  ),
  service('Netlify', ['.netlify.app', '.netlify.com'], /Not Found - Request ID: /, 'guarded'),
  service('Vercel', ['.vercel.app', '.now.sh', '.vercel-dns.com'], /DEPLOYMENT_NOT_FOUND/, 'guarded'),
  service('Shopify', ['.myshopify.com'], /Sorry, this shop is currently unavailable\./, 'guarded'),
  service(
    'Webflow',
    ['.webflow.com', '.webflow.io'],
    /The page you are looking for doesn't exist or has been moved\.[\s\S]{0,2000}webflow/i,
    'guarded',
  ),
  service('Wix', ['.wixdns.net', '.wix.com'], /Looks Like This Domain Isn't Connected To A Website Yet!/i, 'guarded'),
  service(
    'Tumblr',
    ['domains.tumblr.com'],
    /Whatever you were looking for doesn't currently exist at this address/,
    'guarded',
  ),
  service('WordPress.com', ['.wordpress.com'], /Do you want to register [\w.-]{1,100}\.wordpress\.com\?/),
  service('WP Engine', ['.wpengine.com'], /The site you were looking for couldn't be found\./, 'guarded'),
  service('Kinsta', ['.kinsta.cloud', '.kinsta.com'], /No Site For Domain/),
  service('Pantheon', ['.pantheonsite.io'], /404 error unknown site!/),
  service('Surge', ['.surge.sh'], /project not found/),
  service(
    'Ghost',
    ['.ghost.io'],
    /Failed to resolve DNS path for this host|The thing you were looking for is no longer here, or never was/,
  ),
  service(
    'Read the Docs',
    ['.readthedocs.io'],
    /is unknown to Read the Docs|The link you have followed or the URL that you entered does not exist/,
  ),
  service('ReadMe', ['.readme.io'], /The creators of this project are still working on making everything perfect!/),
  service('Help Scout', ['.helpscoutdocs.com'], /No settings were found for this company:/),
  service('Helpjuice', ['.helpjuice.com'], /We could not find what you're looking for\./),
  service('Intercom', ['custom.intercom.help'], /Uh oh\. That page doesn['’]t exist\./),
  service('UserVoice', ['.uservoice.com'], /This UserVoice subdomain is currently available!/),
  service('JetBrains YouTrack', ['.youtrack.cloud', '.myjetbrains.com'], /is not a registered InCloud YouTrack/),
  service('HatenaBlog', ['.hatenablog.com'], /404 Blog is not found/),
  service('LaunchRock', ['.launchrock.com'], /It looks like you may have taken a wrong turn somewhere\./),
  service('ngrok', ['.ngrok.io', '.ngrok.app', '.ngrok-cname.com'], /Tunnel [\w.-]{1,200} not found|ERR_NGROK_3200/),
  service('Pingdom', ['stats.pingdom.com'], /Sorry, couldn't find the status page/),
  service('Strikingly', ['.strikinglydns.com', '.strikingly.com'], /But if you're looking to build your own website,/),
  service(
    'SmartJobBoard',
    ['.mysmartjobboard.com'],
    /This job board website is either expired or its domain name is invalid\./,
  ),
  service('SurveySparrow', ['.surveysparrow.com'], /Account not found\./),
  service('Uberflip', ['.uberflip.com'], /The URL you've accessed does not provide a hub\./),
  service('Anima', ['.animaapp.io'], /If this is your website and you've just created it, try refreshing in a minute/),
  service('Agile CRM', ['.agilecrm.com'], /Sorry, this page is no longer available\./),
  service('Campaign Monitor', ['.createsend.com'], /Trying to access your account\?/),
  service('Canny', ['.canny.io'], /There is no such company\. Did you enter the right URL\?/),
  service('GetResponse', ['.gr8.com'], /With GetResponse Landing Pages, lead generation has never been easier/),
  service('Gemfury', ['.furyns.com'], /404: This page could not be found\./),
  service(
    'Worksites',
    ['.worksites.net'],
    /Hello! Sorry, but the (?:web)?site you(?:&rsquo;|’|')re looking for doesn(?:&rsquo;|’|')t exist\./,
  ),
  service('Fastly', ['.fastly.net'], /Fastly error: unknown domain/, 'guarded'),
  service(
    'Amazon CloudFront',
    ['.cloudfront.net'],
    /ERROR: The request could not be satisfied[\s\S]{0,2000}Bad request/,
    'guarded',
  ),
  service('DigitalOcean Spaces', ['.digitaloceanspaces.com'], /<Code>NoSuchBucket<\/Code>/),
  service('Alibaba Cloud OSS', ['.aliyuncs.com'], /<Code>NoSuchBucket<\/Code>/),
  service('Firebase Hosting', ['.firebaseapp.com', '.web.app'], /Site Not Found[\s\S]{0,2000}firebase/i, 'guarded'),
  service(
    'Railway',
    ['.up.railway.app'],
    /The train has not arrived at the station|"message":"Application not found"/,
    'guarded',
  ),
  service('Acquia', ['.acquia-sites.com'], /Web Site Not Found[\s\S]{0,2000}acquia/i, 'guarded'),
  service(
    'Flywheel',
    ['.flywheelsites.com'],
    /We're sorry, you've landed on a page that is hosted by Flywheel/,
    'guarded',
  ),
  service(
    'Squarespace',
    ['.squarespace.com'],
    /<title>Squarespace - (?:No Such Account|Website Expired)<\/title>/,
    'guarded',
  ),
  service('Zendesk', ['.zendesk.com'], /Help Center Closed/, 'guarded'),
  service('Freshdesk', ['.freshdesk.com'], /There is no helpdesk here!|May be this is still fresh!/, 'guarded'),
  service(
    'Statuspage',
    ['.statuspage.io'],
    /Better Status Communication|You are being <a href="https:\/\/www\.statuspage\.io/,
    'guarded',
  ),
  service('UptimeRobot', ['stats.uptimerobot.com'], /This public status page <b>does not seem to exist<\/b>/),
  service(
    'Unbounce',
    ['unbouncepages.com', '.unbouncepages.com'],
    /The requested URL was not found on this server\.[\s\S]{0,2000}unbounce/i,
    'guarded',
  ),
  service(
    'HubSpot',
    ['.hubspot.net', '.hs-sites.com'],
    /does not exist in our system|Domain not found[\s\S]{0,2000}hubspot/i,
    'guarded',
  ),
  service('Kajabi', ['endpoint.mykajabi.com'], /<h1>No such app<\/h1>/, 'guarded'),
  service('Thinkific', ['.thinkific.com'], /You may have mistyped the address or the page may have moved\./, 'guarded'),
  service('Teamwork', ['.teamwork.com'], /Oops - We didn't find your site\./, 'guarded'),
  service('Mashery', ['.mashery.com'], /Unrecognized domain <strong>/, 'guarded'),
  service('Tilda', ['.tilda.ws'], /Please renew your subscription/, 'guarded'),
  service('GitBook', ['.gitbook.io'], /If you need specifics, here's the error/, 'guarded'),
  service('Hashnode', ['hashnode.network'], /This (?:domain|blog) (?:is not|doesn't)[\s\S]{0,500}hashnode/i, 'guarded'),
  service('SmugMug', ['domains.smugmug.com'], /\{"text":"Page Not Found"/, 'guarded'),
  service(
    'Cargo',
    ['.cargocollective.com'],
    /If you're moving your domain away from Cargo you must make this configuration/,
  ),
  service('Big Cartel', ['.bigcartel.com'], /<h1>Oops! We couldn&#8217;t find that page\.<\/h1>/, 'guarded'),
  service('Aha!', ['.ideas.aha.io'], /There is no portal here \.\.\. sending you back to Aha!/),
  service('Airee', ['.airee.ru'], /Ошибка 402\. Сервис Айри\.рф не оплачен/),
  service('AnnounceKit', ['cname.announcekit.app'], /Error 404 - AnnounceKit/),
  service(
    'Brightcove',
    ['.bcvp0rtal.com', '.brightcovegallery.com', '.gallery.video'],
    /<p class="bc-gallery-error-code">Error Code: 404<\/p>/,
  ),
  service('FeedPress', ['redirect.feedpress.me'], /The feed has not been found\./, 'guarded'),
  service('Frontify', ['.frontify.com'], /Oops… looks like you got lost/, 'guarded'),
  service('Helprace', ['.helprace.com'], /Admin of this Helprace account needs to set up domain alias/),
  service('Landingi', ['cname.landingi.com'], /It looks like you(?:'|&#039;|’)re lost/),
  service('lemlist', ['custom.lemlist.com'], /Custom domain check[\s\S]{0,2000}lemlist/i),
  service('Proposify', ['.proposify.com'], /mailto:support@proposify\.biz/, 'guarded'),
  service('Short.io', ['cname.short.io', '.short.io'], /This domain is not configured on Short\.io/),
  service('Simplebooklet', ['.simplebooklet.com'], /We can't find this <a href="https:\/\/simplebooklet\.com/),
  service(
    'Sprintful',
    ['.sprintful.com'],
    /Please contact the owner of this calendar directly in order to book a meeting\./,
  ),
  service('Vend', ['.vendecommerce.com'], /Looks like you've traveled too far into cyberspace/, 'guarded'),
  service('Wishpond', ['.wishpond.com'], /https:\/\/www\.wishpond\.com\/404\?campaign=true/),
  service('Wufoo', ['.wufoo.com'], /Profile not found[\s\S]{0,2000}something is not right\./, 'guarded'),
]
