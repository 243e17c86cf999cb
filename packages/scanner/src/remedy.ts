import type { Settings } from './check.ts'

/** How each server sends a response header field on every response. */
export function setHeader(name: string, value: string): Settings {
  return {
    nginx: `add_header ${name} "${value}" always;`,
    apache: `Header always set ${name} "${value}"`,
    iis: `<httpProtocol><customHeaders><add name="${name}" value="${xml(value)}" /></customHeaders></httpProtocol>`,
    caddy: `header ${name} "${value}"`,
    cloudflare: `Rules, Transform Rules, Modify Response Header: Set static, ${name}, ${value}`,
    wordpress: `add_action('send_headers', fn() => header('${name}: ${value.replaceAll("'", "\\'")}'));`,
    express: `app.use((req, res, next) => { res.setHeader('${name}', ${JSON.stringify(value)}); next() })`,
    php: `header('${name}: ${value.replaceAll("'", "\\'")}');`,
    django: `response['${name}'] = ${JSON.stringify(value)}  # in a middleware`,
    rails: `config.action_dispatch.default_headers['${name}'] = ${JSON.stringify(value)}`,
  }
}

/** How each server stops sending a response header field. */
export function removeHeader(name: string): Settings {
  return {
    nginx: `proxy_hide_header ${name};`,
    apache: `Header always unset ${name}`,
    iis: `<httpProtocol><customHeaders><remove name="${name}" /></customHeaders></httpProtocol>`,
    caddy: `header -${name}`,
    cloudflare: `Rules, Transform Rules, Modify Response Header: Remove, ${name}`,
    express: `app.use((req, res, next) => { res.removeHeader('${name}'); next() })`,
    php: `header_remove('${name}');`,
    rails: `config.action_dispatch.default_headers.delete('${name}')`,
  }
}

function xml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
