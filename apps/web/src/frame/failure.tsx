'use client'

import { Button } from '@throughcare/ui/button'
import { RefusalPanel } from '@throughcare/ui/refusal-panel'
import { useTranslations } from 'next-intl'

type Props = { readonly error: unknown; readonly retry: () => void }

/** In place of a page that broke: whether the records are away or something is wrong with us, and what to report. */
export function Failure({ error, retry }: Props) {
  const t = useTranslations('frame')
  const [code, reference] = digestOf(error).split(';')
  const kind = code === 'unavailable' ? 'unavailable' : 'error'
  return (
    <RefusalPanel
      kind={kind}
      heading={t(`${kind}.heading`)}
      actions={<Button onClick={retry}>{t(`${kind}.again`)}</Button>}
      reference={kind === 'error' && t('error.reference', { reference: reference ?? code ?? '' })}
    >
      <p>{t(`${kind}.text`)}</p>
    </RefusalPanel>
  )
}

/** What the server let through of an error: a code and the request's trace id, or Next's own number. */
function digestOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : 'unexpected'
}
