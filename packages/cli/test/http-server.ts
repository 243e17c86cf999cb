import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

/** Serves on a free port of loopback until the test is over, and gives the address without a slash at its end. */
export async function serveHttp(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A website with a few faults, the same at every request. */
export const faultySite: RequestListener = (request, response) => {
  response.setHeader('content-type', 'text/html')
  response.setHeader('x-powered-by', 'PHP/7.2.1')
  response.statusCode = request.url === '/' ? 200 : 404
  response.end('<!doctype html><title>A site</title><p>Welcome.</p>')
}
