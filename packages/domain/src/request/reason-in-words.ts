/** Of every input that takes a reason from a list: "other" says why in words. */
export function isReasonSaid(input: { reason: string; words: string | null }): boolean {
  return input.reason !== 'other' || input.words !== null
}
