'use client'

import { useState } from 'react'
import { RadioGroup } from './radio-group.tsx'
import { readThemeChoice, THEME_CHOICES, THEME_COOKIE, type ThemeChoice } from './theme-choice.tsx'

type ThemeSwitchProps = {
  readonly legend: string
  readonly words: Readonly<Record<ThemeChoice, string>>
  /** What the cookie said on the server. */
  readonly initial: ThemeChoice
}

/** Light, dark or as the device. Acts at once and is kept for a year on this device. */
export function ThemeSwitch({ legend, words, initial }: ThemeSwitchProps) {
  const [choice, setChoice] = useState(initial)
  function choose(next: ThemeChoice) {
    setChoice(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    // biome-ignore lint/suspicious/noDocumentCookie: one word, read by the server at the next request
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <RadioGroup
      legend={legend}
      layout="inline"
      name="theme"
      value={choice}
      choices={THEME_CHOICES.map((value) => ({ value, text: words[value] }))}
      onChange={(event) => choose(readThemeChoice(event.target.value))}
    />
  )
}
