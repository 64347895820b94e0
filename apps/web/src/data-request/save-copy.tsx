'use client'

import { Button } from '@throughcare/ui/button'

/** Saves the copy that stands on the page as a file that other programs read. The file is called nothing that gives anybody away. */
export function SaveCopy({ copy, text }: { readonly copy: unknown; readonly text: string }) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: 'copy.json' })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Button variant="secondary" onClick={save}>
      {text}
    </Button>
  )
}
