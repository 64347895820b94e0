/** Languages as the reader calls them: Somali, Norwegian Bokmål. */
export function languageNames(codes: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  return codes.map((code) => names.of(code) ?? code).join(', ')
}
