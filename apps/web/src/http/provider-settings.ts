import { isLoopbackHost } from '../session/session-cookie.ts'

/** The one identity provider that people may come from. */
export type ProviderSettings = {
  /** As it names itself, word for word. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What people call it. */
  label: string
}

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_LABEL'] as const
const SHORTEST_SECRET = 16
const LONGEST_LABEL = 40

/**
 * Reads the identity provider from the environment: all of it, or none. A value is never repeated.
 *
 * @returns null where there is none; each fault begins with the name of its variable
 */
export function readProvider(
  env: Readonly<Record<string, string | undefined>>,
): { provider: ProviderSettings | null } | { faults: string[] } {
  const faults = Object.keys(env)
    .filter((name) => name.startsWith('OIDC_') && !NAMES.some((known) => known === name))
    .map((name) => `${name} is no setting of Throughcare: the ones that start so are ${NAMES.join(', ')}.`)
  const [issuer = '', clientId = '', clientSecret = '', label = ''] = NAMES.map((name) => env[name]?.trim() ?? '')
  if (issuer + clientId + clientSecret + label === '') return faults.length > 0 ? { faults } : { provider: null }

  faults.push(...issuerFaults(issuer))
  if (!clientId) faults.push('OIDC_CLIENT_ID is missing: it is how the identity provider knows Throughcare.')
  if (!clientSecret) faults.push('OIDC_CLIENT_SECRET is missing: the identity provider gave one for OIDC_CLIENT_ID.')
  else if (clientSecret.length < SHORTEST_SECRET)
    faults.push(`OIDC_CLIENT_SECRET is too weak: at least ${SHORTEST_SECRET} random characters.`)
  if (!label) faults.push('OIDC_LABEL is missing: it is what people call the identity provider, such as "My hospital".')
  else if (label.length > LONGEST_LABEL) faults.push(`OIDC_LABEL has more than ${LONGEST_LABEL} characters.`)
  return faults.length > 0 ? { faults } : { provider: { issuer, clientId, clientSecret, label } }
}

function issuerFaults(issuer: string): string[] {
  if (!issuer) return ['OIDC_ISSUER is missing: it is the https address by which the identity provider names itself.']
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  if (!url || !['http:', 'https:'].includes(url.protocol))
    return ['OIDC_ISSUER is no address: it looks like https://login.example.org.']
  if (url.search || url.hash || url.username || url.password)
    return ['OIDC_ISSUER has more than scheme, host, port and path.']
  if (url.protocol === 'http:' && !isLoopbackHost(url.host))
    return ['OIDC_ISSUER is plain http: whoever is in between could be anybody. Use https.']
  return []
}
