import { filledText } from './plain-text.ts'

/** Digits, and the signs that people part them with. No words and no second number: a press on it rings what stands there. */
const TELEPHONE = /^\+?\(?\d[\d\s()/.-]{2,}$/

/** One telephone number of a service, a colleague or somebody who stands by a person, as it was said. Short ones exist (112). */
export function telephoneText(key: string, most: number) {
  return filledText(key, most).refine((number) => number === '' || TELEPHONE.test(number), `${key}.no-number`)
}
