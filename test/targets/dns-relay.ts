import { createSocket, type Socket } from 'node:dgram'
import { connect, createServer, type Socket as TcpSocket } from 'node:net'

/**
 * Listens on an address of 127.0.0.0/8 and passes everything on to 127.0.0.1 at another port, from that very address: BIND
 * listens only where an interface has an address, but tells by the sender which of its views to show.
 */
export async function startDnsRelay(
  address: string,
  port: number,
  upstream: number,
): Promise<{ close(): Promise<void> }> {
  const open = new Set<Socket | TcpSocket>()
  const udp = createSocket('udp4')
  udp.on('message', (message, peer) => {
    const onward = createSocket('udp4')
    const done = () => {
      clearTimeout(timer)
      if (open.delete(onward)) onward.close()
    }
    const timer = setTimeout(done, 10_000)
    open.add(onward)
    onward.on('error', done)
    onward.on('message', (reply) => {
      if (open.has(udp)) udp.send(reply, peer.port, peer.address)
      done()
    })
    onward.bind(0, address, () => onward.send(message, upstream, '127.0.0.1'))
  })
  const tcp = createServer((socket) => {
    const onward = connect({ host: '127.0.0.1', port: upstream, localAddress: address })
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => open.delete(one))
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => udp.bind(port, address, resolve))
  open.add(udp)
  await new Promise<void>((resolve) => tcp.listen(port, address, resolve))
  return {
    async close() {
      for (const socket of open) {
        open.delete(socket)
        if ('destroy' in socket) socket.destroy()
        else socket.close()
      }
      await new Promise((resolve) => tcp.close(resolve))
    },
  }
}
