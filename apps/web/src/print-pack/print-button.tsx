'use client'

import { Button } from '@throughcare/ui/button'

/** Opens the browser's own way to print. */
export function PrintButton({ text }: { readonly text: string }) {
  return (
    <Button icon="print" onClick={() => window.print()}>
      {text}
    </Button>
  )
}
