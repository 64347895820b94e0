/** What a telephone rings when the link is pressed: the number as people write it, without what is there for the eye. */
export function telephoneAddress(number: string): string {
  return `tel:${number.replace(/[^+\d]/g, '')}`
}
