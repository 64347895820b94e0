/** What the door says of the identity provider, if there is one: its name for people, and since when it does not answer. */
export type ProviderState = { label: string; awaySince: Date | null }

// The pages are bundled apart from the server that serves them: both see one state.
const KEY = Symbol.for('throughcare.identity-provider')
const place = globalThis as { [KEY]?: ProviderState | null }

/** Null where nobody has set up an identity provider. */
export function providerState(): ProviderState | null {
  return place[KEY] ?? null
}

export function setProviderState(state: ProviderState | null): void {
  place[KEY] = state
}
