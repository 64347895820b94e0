/** What a field holds becomes what the schema takes. For `register(…, { setValueAs })`; what is right already stays as it is. */

/** An empty field is nothing. */
export function orNull(typed: unknown): unknown {
  return typed === '' || typed === undefined ? null : typed
}

/** Names parted by commas. */
export function namesIn(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed
  return typed.trim() === '' ? [] : typed.split(',').map((name) => name.trim())
}

/** One of a list, or none. */
export function oneOrNone(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed
  return typed === '' ? [] : [typed]
}

/** `true`, `false`, or not asked. */
export function yesNoOrNull(typed: unknown): unknown {
  if (typeof typed === 'boolean') return typed
  return typed === 'true' ? true : typed === 'false' ? false : null
}
