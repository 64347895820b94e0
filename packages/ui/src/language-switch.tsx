'use client'

import { RadioGroup } from './radio-group.tsx'

type LanguageSwitchProps = {
  readonly legend: string
  readonly current: string
  /** Each language named in itself. */
  readonly options: readonly { readonly code: string; readonly text: string }[]
  readonly onChoose: (code: string) => void
}

/** The language of the screens. */
export function LanguageSwitch({ legend, current, options, onChoose }: LanguageSwitchProps) {
  return (
    <RadioGroup
      legend={legend}
      layout="inline"
      name="language"
      value={current}
      choices={options.map(({ code, text }) => ({ value: code, text: <span lang={code}>{text}</span> }))}
      onChange={(event) => onChoose(event.target.value)}
    />
  )
}
