/** What a reader can choose; `system` follows the device. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

/** The cookie that keeps the choice; holds one of THEME_CHOICES and nothing else. */
export const THEME_COOKIE = 'throughcare-theme'

/** The choice that a cookie's text stands for; anything unknown follows the device. */
export function readThemeChoice(cookie: string | undefined): ThemeChoice {
  return THEME_CHOICES.find((choice) => choice === cookie) ?? 'system'
}

/** What goes on the html element, on the server: the first paint already has the right colours. */
export function themeAttributes(choice: ThemeChoice): { readonly 'data-theme'?: 'light' | 'dark' } {
  return choice === 'system' ? {} : { 'data-theme': choice }
}
