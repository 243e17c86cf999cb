import type { Technology } from '../src/derive/technology-signs.ts'

/**
 * Log-in pages and administrations, told by the markup of their own. Seen from outside they are no flaw, but worth knowing:
 * a password is all that stands between strangers and what they run.
 */
export interface Panel {
  /** Stable: part of a finding's fingerprint. */
  id: string
  name: string
  /** Where it usually is, beyond the places that are shared by many (`/login`, `/admin/`, and the start page). */
  paths: readonly string[]
  /** What it runs on, where its paths need not be asked for otherwise. */
  only?: readonly Technology[]
  /** All must match the body. */
  proof: readonly RegExp[]
}

const panel = (id: string, name: string, paths: readonly string[], ...proof: RegExp[]): Panel => ({
  id,
  name,
  paths,
  proof,
})
const on = (technologies: readonly Technology[], ...panels: Panel[]): Panel[] =>
  panels.map((one) => ({ ...one, only: technologies }))

/** Where applications of every kind have their log-in. */
export const SHARED_PANEL_PATHS = [
  '/login',
  '/admin/',
  '/admin/login',
  '/administrator/',
  '/user/login',
  '/signin',
  '/auth/login',
  '/dashboard/',
]

export const PANELS: readonly Panel[] = [
  panel('joomla', 'Joomla', [], /<input[^>]{0,200}name="option" value="com_login"/, /name="passwd"/),
  panel('drupal', 'Drupal', [], /\bid="user-login-form"|data-drupal-selector="user-login-form"/),
  panel('typo3', 'TYPO3', [], /id="typo3-login-form"|class="typo3-login/),
  panel(
    'magento',
    'Magento',
    [],
    /class="[^"]{0,100}adminhtml-auth-login|id="login-form"[\s\S]{0,2000}?name="login\[username\]"/,
  ),
  panel('prestashop', 'PrestaShop', [], /id="login-panel"[\s\S]{0,3000}?PrestaShop/),
  panel(
    'django',
    'Django administration',
    [],
    /<div id="site-name"[^>]{0,60}>|Django (?:site admin|administration)/,
    /csrfmiddlewaretoken/,
    /id="id_username"/,
  ),
  panel('strapi', 'Strapi', [], /<title>Strapi Admin<\/title>/),
  panel('directus', 'Directus', [], /<title>Directus<\/title>/),
  panel('kentico', 'Kentico', [], /<title>\s*Kentico[^<]{0,60}<\/title>/),
  panel('grafana', 'Grafana', ['/grafana/login'], /<title>Grafana<\/title>/, /window\.grafanaBootData\s*=/),
  panel(
    'kibana',
    'Kibana',
    ['/kibana/', '/app/kibana'],
    /<kbn-injected-metadata|kbnLoadingMessage|<title>Elastic<\/title>/,
  ),
  panel(
    'jenkins',
    'Jenkins',
    ['/jenkins/login'],
    /<title>Sign in \[Jenkins\]<\/title>|<title>Sign in - Jenkins<\/title>/,
  ),
  panel('gitlab', 'GitLab', [], /<meta content="GitLab" property="og:site_name">/),
  panel('gitea', 'Gitea', [], /Powered by Gitea|<meta name="keywords" content="go,git,self-hosted,gitea">/),
  panel('sonarqube', 'SonarQube', [], /<title>SonarQube<\/title>/),
  panel('nexus', 'Nexus Repository', [], /<title>(?:Sonatype )?Nexus Repository(?: Manager)?<\/title>/),
  panel('artifactory', 'Artifactory', [], /<title>(?:JFrog|Artifactory)[^<]{0,60}<\/title>/),
  panel('harbor', 'Harbor', [], /<title>Harbor<\/title>[\s\S]{0,4000}?<harbor-app/),
  panel('portainer', 'Portainer', [], /<title>Portainer<\/title>/, /ng-app="portainer"/),
  panel('rancher', 'Rancher', [], /<title>Rancher<\/title>/),
  panel('argocd', 'Argo CD', [], /<title>Argo CD<\/title>/),
  panel('traefik', 'Traefik', [], /<title>Traefik<\/title>/),
  panel(
    'keycloak',
    'Keycloak',
    [],
    /<title>(?:Keycloak Administration (?:Console|UI)|Sign in to [^<]{1,100})<\/title>/,
    /keycloak/i,
  ),
  panel('nagios', 'Nagios', ['/nagios/'], /<title>Nagios(?: Core| XI)?[^<]{0,60}<\/title>/),
  panel('rabbitmq', 'RabbitMQ', [], /<title>RabbitMQ Management<\/title>/),
  panel('activemq', 'ActiveMQ', [], /<title>Apache ActiveMQ<\/title>/),
  panel('webmin', 'Webmin', [], /<title>Login to (?:Webmin|Usermin)<\/title>/),
  panel('cpanel', 'cPanel', [], /<title>(?:cPanel|WHM) Login<\/title>/),
  panel('plesk', 'Plesk', [], /<title>Plesk [^<]{0,60}<\/title>/),
  panel('directadmin', 'DirectAdmin', [], /<title>DirectAdmin Login<\/title>/),
  panel('ispconfig', 'ISPConfig', [], /<title>ISPConfig[^<]{0,40}<\/title>/),
  panel('zimbra', 'Zimbra', [], /<title>Zimbra (?:Web Client|Administration)[^<]{0,40}<\/title>/),
  panel('owncloud', 'ownCloud', [], /<title>\s*ownCloud\s*<\/title>/),
  panel('mongo-express', 'Mongo Express', [], /<title>Mongo Express - Login<\/title>/),
  panel('metabase', 'Metabase', [], /<title>Metabase<\/title>/),
  panel('superset', 'Superset', [], /<title>Superset<\/title>/),
  panel('airflow', 'Airflow', [], /<title>Sign In - Airflow<\/title>|<title>Airflow - Login<\/title>/),
  panel('jupyter', 'Jupyter', [], /<title>(?:Jupyter Notebook|Jupyter Server|JupyterLab|JupyterHub)<\/title>/),
  panel('minio', 'MinIO', [], /<title>MinIO (?:Console|Browser)<\/title>/),
  panel(
    'fortinet',
    'FortiGate',
    [],
    /<title>(?:FortiGate|Please Login)<\/title>[\s\S]{0,8000}?(?:fgt_lang|logincheck)/,
  ),
  panel('citrix', 'Citrix Gateway', [], /<title>(?:Citrix Gateway|NetScaler (?:Gateway|AAA))<\/title>/),
  panel('globalprotect', 'GlobalProtect', [], /<title>GlobalProtect Portal<\/title>/),
  panel(
    'pulse',
    'Pulse Secure',
    [],
    /<title>(?:Pulse Connect Secure|Ivanti Connect Secure)[^<]{0,60}<\/title>|\/dana-na\/css\//,
  ),
  panel('vmware', 'VMware', [], /<title>(?:VMware ESXi|Log in to VMware)[^<]{0,60}<\/title>|id="vmw-|VMware vSphere/),
  panel(
    'proxmox',
    'Proxmox',
    [],
    /<title>[^<]{1,100} - Proxmox (?:Virtual Environment|Mail Gateway|Backup Server)<\/title>/,
  ),
  panel('synology', 'Synology DSM', [], /<title>[^<]{0,100}Synology[^<]{0,60}<\/title>/),
  panel('jira', 'Jira', [], /<meta name="application-name" content="JIRA"/),
  panel('confluence', 'Confluence', [], /<meta name="ajs-version-number"|id="com-atlassian-confluence"/),
  panel('redmine', 'Redmine', [], /<meta name="description" content="Redmine"/),
  panel('mantis', 'MantisBT', [], /<title>MantisBT<\/title>|Powered by <a[^>]{0,100}>MantisBT/),
  panel('otrs', 'OTRS', [], /<title>\s*Login - (?:OTRS|Znuny)/),
  panel('moodle', 'Moodle', [], /<meta name="keywords" content="moodle,/),
  ...on(
    ['php'],
    panel('wordpress', 'WordPress', ['/wp-login.php'], /<form name="loginform" id="loginform"/, /name="log"/),
    panel('zabbix', 'Zabbix', ['/zabbix/'], /<title>[^<]{0,100}Zabbix<\/title>/, /name="enter"|Zabbix SIA/),
    panel('cacti', 'Cacti', ['/cacti/'], /<title>Login to Cacti<\/title>/),
    panel(
      'roundcube',
      'Roundcube',
      ['/roundcube/', '/webmail/'],
      /<title>[^<]{0,100}Welcome to Roundcube[^<]{0,40}<\/title>|id="rcmloginuser"/,
    ),
    panel(
      'nextcloud',
      'Nextcloud',
      ['/nextcloud/index.php/login'],
      /<title>\s*(?:Login – )?Nextcloud\s*<\/title>|data-requesttoken=[\s\S]{0,4000}?nextcloud/,
    ),
    panel('glpi', 'GLPI', ['/glpi/'], /<title>GLPI - (?:Authentication|Login)[^<]{0,40}<\/title>/),
  ),
  ...on(
    ['java'],
    panel('aem', 'Adobe Experience Manager', ['/libs/granite/core/content/login.html'], /<title>AEM Sign In<\/title>/),
    panel(
      'coldfusion',
      'ColdFusion administrator',
      ['/CFIDE/administrator/'],
      /<title>ColdFusion Administrator Login<\/title>/,
    ),
    panel('tomcat', 'Tomcat manager', ['/manager/html'], /<title>\/manager<\/title>/),
    panel(
      'weblogic',
      'WebLogic',
      ['/console/login/LoginForm.jsp'],
      /<title>Oracle WebLogic Server Administration Console<\/title>/,
    ),
    panel(
      'glassfish',
      'GlassFish',
      ['/common/index.jsf'],
      /<title>(?:Login|GlassFish Console[^<]{0,40})<\/title>/,
      /GlassFish/,
    ),
  ),
  ...on(
    ['dotnet'],
    panel('umbraco', 'Umbraco', ['/umbraco/'], /ng-app="umbraco"|<umb-app|<title>Umbraco/),
    panel('sitecore', 'Sitecore', ['/sitecore/login'], /<title>\s*(?:Welcome to )?Sitecore\s*<\/title>/i),
    panel(
      'owa',
      'Outlook Web App',
      ['/owa/auth/logon.aspx'],
      /<title>Outlook(?: Web App)?<\/title>[\s\S]{0,8000}?\/owa\/auth/,
    ),
  ),
  ...on(['python'], panel('pgadmin', 'pgAdmin', ['/pgadmin4/login'], /<title>pgAdmin 4<\/title>/)),
  ...on(['node'], panel('ghost', 'Ghost', ['/ghost/'], /<title>Ghost Admin<\/title>|name="ghost-admin\/config/)),
]
