/** A reason as people give it: a code from a list, and words where they said some. */
export type Reason = { code: string; words: string | null }

const BETWEEN = ': '

/** The reason as one text, for the one column that history has for it: `other: the unit is flooded`. */
export function storedReason({ code, words }: Reason): string {
  return words === null ? code : `${code}${BETWEEN}${words}`
}

/** The reason back from its text. A text that begins with none of these codes is somebody's words alone. */
export function reasonOf<Code extends string>(
  text: string,
  codes: readonly Code[],
): { code: Code | null; words: string | null } {
  const code = codes.find((one) => text === one || text.startsWith(`${one}${BETWEEN}`))
  if (code === undefined) return { code: null, words: text }
  return { code, words: text === code ? null : text.slice(code.length + BETWEEN.length) }
}
