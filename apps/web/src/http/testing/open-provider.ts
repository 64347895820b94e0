import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { ProviderSettings } from '../provider-settings.ts'

/** Somebody whom the provider knows. */
export type Known = { sub: string; email: string; email_verified: boolean }
type Claims = Record<string, unknown>
type Header = Record<string, unknown>
/** What becomes of the identity token on its way: another one in its place. */
export type Forgery = (
  claims: Claims,
  header: Header,
) => { claims?: Claims; header?: Header; key?: 'ours' | 'other' | 'none' }

export type TestProvider = {
  settings: ProviderSettings
  /** Who is at its keyboard. */
  person: Known
  /** How it asked them who they are. */
  amr: string[]
  forge: Forgery | null
  close: () => Promise<void>
}

const CLIENT = { clientId: 'throughcare', clientSecret: 'kE7v1oQm9xTz4cRb8nWs2hLy' }
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })

/**
 * A real OpenID Connect provider on this machine, whose people sign in without being asked; between it and us stands a hand that
 * can exchange the identity token.
 *
 * @param answerTo where it may send browsers back to
 */
export async function openProvider(answerTo: string, person: Known): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const state: TestProvider = {
    settings: { issuer, ...CLIENT, label: 'Mill Lane Hospital' },
    person,
    amr: [],
    forge: null,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [answerTo] }],
    jwks: { keys: [{ ...ours.privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    cookies: { keys: ['only-for-tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ ...state.person, sub }) }),
    loadExistingGrant: async ({ oidc }: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const handle = provider.callback()
  server.on('request', (req, res) => {
    if (req.url?.startsWith('/interaction/'))
      return void provider.interactionFinished(req, res, { login: { accountId: state.person.sub, amr: state.amr } })
    if (req.url === '/token' && state.forge) exchangeToken(res, state.forge)
    handle(req, res)
  })
  return state
}

/** Puts another identity token into the answer. */
function exchangeToken(res: ServerResponse, forge: Forgery): void {
  const end = res.end.bind(res) as (body?: unknown) => ServerResponse
  res.end = ((body?: unknown) => {
    const text = String(body ?? '')
    if (!text.includes('id_token')) return end(body)
    const answer = JSON.parse(text)
    const [header, claims] = String(answer.id_token).split('.').slice(0, 2).map(read)
    const put = forge(claims ?? {}, header ?? {})
    const changed = JSON.stringify({ ...answer, id_token: signed(put.header ?? header, put.claims ?? claims, put.key) })
    res.setHeader('content-length', Buffer.byteLength(changed))
    return end(changed)
  }) as typeof res.end
}

const read = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString())
const written = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')

function signed(
  header: Header | undefined,
  claims: Claims | undefined,
  key: 'ours' | 'other' | 'none' = 'ours',
): string {
  const text = `${written(header)}.${written(claims)}`
  if (key === 'none') return `${text}.`
  if (header?.alg === 'HS256') {
    // The old trick: the public key, which everybody has, taken for a shared secret.
    const secret = ours.publicKey.export({ format: 'pem', type: 'spki' })
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
  }
  return `${text}.${sign('sha256', Buffer.from(text), (key === 'ours' ? ours : other).privateKey).toString('base64url')}`
}
