import type { Technology } from './technology.ts'

/** Applications that are told by their icons only (`data/favicons.ts`). */
const application = (key: string, name: string, site: string, vendor?: string): Technology => ({
  key,
  name,
  category: 'application',
  site,
  ...(vendor !== undefined && { vendor }),
})

export const APPLICATIONS: readonly Technology[] = [
  application('bamboo', 'Bamboo', 'https://www.atlassian.com/software/bamboo', 'Atlassian'),
  application('big-ip', 'BIG-IP', 'https://www.f5.com/products/big-ip-services', 'F5'),
  application('elasticsearch', 'Elasticsearch', 'https://www.elastic.co/elasticsearch', 'Elastic'),
  application('jupyter', 'Jupyter', 'https://jupyter.org/'),
  application('metabase', 'Metabase', 'https://www.metabase.com/'),
  application(
    'nexus-repository',
    'Nexus Repository',
    'https://www.sonatype.com/products/sonatype-nexus-repository',
    'Sonatype',
  ),
  application('odoo', 'Odoo', 'https://www.odoo.com/'),
  application('openwrt', 'OpenWrt', 'https://openwrt.org/'),
  application('opnsense', 'OPNsense', 'https://opnsense.org/'),
  application('pfsense', 'pfSense', 'https://www.pfsense.org/', 'Netgate'),
  application('portainer', 'Portainer', 'https://www.portainer.io/'),
  application('prometheus', 'Prometheus', 'https://prometheus.io/'),
  application('proxmox', 'Proxmox VE', 'https://www.proxmox.com/'),
  application('rabbitmq', 'RabbitMQ', 'https://www.rabbitmq.com/'),
  application('rancher', 'Rancher', 'https://www.rancher.com/', 'SUSE'),
  application('redmine', 'Redmine', 'https://www.redmine.org/'),
  application('rocket-chat', 'Rocket.Chat', 'https://www.rocket.chat/'),
  application('sonarqube', 'SonarQube', 'https://www.sonarsource.com/products/sonarqube/', 'Sonar'),
  application('synology-dsm', 'Synology DiskStation Manager', 'https://www.synology.com/dsm', 'Synology'),
  application('teamcity', 'TeamCity', 'https://www.jetbrains.com/teamcity/', 'JetBrains'),
  application('vault', 'Vault', 'https://www.hashicorp.com/products/vault', 'HashiCorp'),
  application('vmware-horizon', 'VMware Horizon', 'https://www.omnissa.com/products/horizon/', 'Omnissa'),
  application('webmin', 'Webmin', 'https://webmin.com/'),
  application('zabbix', 'Zabbix', 'https://www.zabbix.com/'),
  application('zimbra', 'Zimbra', 'https://www.zimbra.com/'),
]
