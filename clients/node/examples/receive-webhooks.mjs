// Receives webhooks and believes none that is not signed: WEBHOOK_SECRET=whsec_… PORT=8000 node receive-webhooks.mjs
import { createServer } from 'node:http'
import { unwrap, WebhookVerificationError } from '@lasthash/sdk'

const seen = new Set() // of a service of yours: a table, for a delivery can come twice

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  try {
    const event = unwrap(body, request.headers, process.env.WEBHOOK_SECRET)
    if (!seen.has(event.id)) console.log(event.type, event.data.website_id ?? '')
    seen.add(event.id)
    response.writeHead(204).end()
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    console.log('refused:', error.message)
    response.writeHead(400).end()
  }
})
server.listen(process.env.PORT ?? 8000, '127.0.0.1', () => console.log('listening on', server.address().port))
