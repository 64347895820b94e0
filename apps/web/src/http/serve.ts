import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeLive } from '@throughcare/api/live/follow-live'
import { setProviderState } from '../session/provider-state.ts'
import type { Environment } from './environment.ts'
import { createHandler, type Handler } from './handler.ts'
import { identityProvider } from './identity-provider.ts'

export type Serving = {
  server: Server
  /** The port that it listens on, also where 0 was asked for. */
  port: number
  /** Takes no new requests, lets those under way finish for up to `graceMs`, then closes. */
  stop: (graceMs: number) => Promise<void>
}

/** A whole request may take so long to arrive; its headers, so long. Slower ones are answered 408. */
const REQUEST_MS = 30_000
const HEADERS_MS = 10_000
const KEEP_ALIVE_MS = 65_000
/** So often it is asked whether the identity provider is there, so that the door can say so before anybody tries. */
const PROVIDER_LOOK_MS = 60_000

/** Listens. @throws the system's error when the port is taken or may not be used. */
export async function serve(
  environment: Environment,
  pages: Handler,
  times: { requestMs?: number; headersMs?: number; checkMs?: number } = {},
): Promise<Serving> {
  let stopping = false
  const provider = environment.provider ? identityProvider(environment.provider) : null
  void provider?.look()
  const looking = provider ? setInterval(() => void provider.look(), PROVIDER_LOOK_MS).unref() : null
  const handler = createHandler(environment, pages, () => stopping, provider)
  const handleOrLeave: Handler = (req, res) => {
    // A connection that was busy when we began to stop is idle now, and nobody else would close it.
    res.once('finish', () => stopping && setImmediate(() => server.closeIdleConnections()))
    return handler(req, res)
  }
  const server = createServer(
    {
      requestTimeout: times.requestMs ?? REQUEST_MS,
      headersTimeout: times.headersMs ?? HEADERS_MS,
      connectionsCheckingInterval: times.checkMs ?? 5_000,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: 16_384,
    },
    handleOrLeave,
  )
  // Nothing here speaks another protocol.
  server.on('upgrade', (_req, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(environment.port, environment.host, resolve)
  })
  return {
    server,
    port: (server.address() as AddressInfo).port,
    stop: async (graceMs) => {
      stopping = true
      if (looking) clearInterval(looking)
      setProviderState(null)
      // Streams never end by themselves.
      const streamsEnded = closeLive().catch(() => undefined)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), graceMs)
      await Promise.all([closed, streamsEnded])
      clearTimeout(cut)
    },
  }
}
