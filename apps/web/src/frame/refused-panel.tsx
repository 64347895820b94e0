import { LinkButton } from '@throughcare/ui/link-button'
import { RefusalPanel } from '@throughcare/ui/refusal-panel'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'

/**
 * In place of a page that is not there or not the reader's (`not-found`: the two look the same), or that their role does not
 * include at all (`not-allowed`). Says nothing about what is on it.
 */
export async function RefusedPanel({ kind }: { readonly kind: 'not-found' | 'not-allowed' }) {
  const t = await getTranslations(`frame.${kind}`)
  return (
    <RefusalPanel kind={kind} heading={t('heading')} actions={<LinkButton href={paths.home()}>{t('home')}</LinkButton>}>
      <p>{t('text')}</p>
    </RefusalPanel>
  )
}
