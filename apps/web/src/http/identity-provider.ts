import type { Vouched } from '@throughcare/api/access/sign-in-by-provider'
import { log } from '@throughcare/api/log'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { providerState, setProviderState } from '../session/provider-state.ts'
import type { ProviderSettings } from './provider-settings.ts'

/** What is kept of one question to the provider until its answer comes. */
export type Question = { state: string; nonce: string; verifier: string }

/** The provider does not answer: nobody's fault who stands at the door. */
export class ProviderAway extends Error {}

const TIMEOUT_SECONDS = 5
/** Values of `amr` by which a provider says that it asked for more than a password (RFC 8176). */
const SECOND_FACTORS = ['mfa', 'otp', 'hwk', 'swk', 'sc']

export type IdentityProvider = {
  /** Where to send a browser, and what to keep until it comes back. @throws ProviderAway */
  ask: (answerTo: string) => Promise<{ address: string; question: Question }>
  /** Whom the provider vouches for. @throws ProviderAway; any other error is an answer that is not to be believed */
  hear: (answer: URL, question: Question) => Promise<Vouched>
  /** Asks whether it is there, and says in the log when that has changed. */
  look: () => Promise<void>
}

/**
 * The one identity provider, by OpenID Connect's code flow. What it is and where its keys are is read anew each time: people come
 * a few times an hour, and so a provider that is away is known at once.
 */
export function identityProvider(settings: ProviderSettings): IdentityProvider {
  setProviderState({ label: settings.label, awaySince: null })

  async function discover(): Promise<Configuration> {
    const isPlain = settings.issuer.startsWith('http:')
    try {
      const found = await discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
        timeout: TIMEOUT_SECONDS,
        // The signature is checked although the token comes straight from the provider.
        execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
      })
      note(false)
      return found
    } catch (error) {
      note(true, error)
      throw new ProviderAway('the identity provider does not answer', { cause: error })
    }
  }

  function note(isAway: boolean, error?: unknown): void {
    const awaySince = providerState()?.awaySince ?? null
    if (isAway && awaySince === null) log.error({ kind: codeOf(error) }, 'identity provider is away')
    if (!isAway && awaySince !== null) log.warn({}, 'identity provider is back')
    setProviderState({ label: settings.label, awaySince: isAway ? (awaySince ?? new Date()) : null })
  }

  return {
    ask: async (answerTo) => {
      const provider = await discover()
      const question = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const address = buildAuthorizationUrl(provider, {
        redirect_uri: answerTo,
        scope: 'openid email',
        state: question.state,
        nonce: question.nonce,
        code_challenge: await calculatePKCECodeChallenge(question.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, question }
    },

    hear: async (answer, { state, nonce, verifier }) => {
      const provider = await discover()
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }
      const tokens = await authorizationCodeGrant(provider, answer, checks).catch(awayOr)
      const claims = tokens.claims()
      if (!claims) throw new Error('no identity token')
      // Providers that keep to the letter tell the address only to whoever asks with the token.
      const told = claims.email ? claims : await fetchUserInfo(provider, tokens.access_token, claims.sub).catch(awayOr)
      const amr: unknown = claims.amr
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: typeof told.email === 'string' ? told.email : null,
        emailVerified: told.email_verified === true,
        provedTwice: Array.isArray(amr) && amr.some((one) => SECOND_FACTORS.includes(String(one))),
      }
    },

    look: async () => {
      await discover().catch(() => undefined)
    },
  }
}

/** A provider that went away between its answer and our question is away; anything else is not to be believed. */
function awayOr(error: unknown): never {
  if (['OAUTH_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND'].includes(codeOf(error)))
    throw new ProviderAway('the identity provider does not answer', { cause: error })
  throw error
}

/** A short code of an error: never its message, which quotes what was sent. */
export function codeOf(error: unknown): string {
  const { code, cause, name } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown }; name?: unknown }
  return String(cause?.code ?? code ?? name ?? 'unknown')
}
