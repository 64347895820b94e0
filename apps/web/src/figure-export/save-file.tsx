'use client'

import { Button } from '@throughcare/ui/button'

type Props = { readonly content: string; readonly name: string; readonly text: string }

/** Saves what the server wrote as a file for a spreadsheet. */
export function SaveFile({ content, name, text }: Props) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.csv` })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Button variant="secondary" onClick={save}>
      {text}
    </Button>
  )
}
