import type { PackCompleteness } from '@throughcare/domain/minimum-pack/pack-completeness'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'

/** How complete a pack is, in words and shape. */
export async function PackState({ pack }: { readonly pack: PackCompleteness }) {
  const t = await getTranslations('minimum-pack')
  return (
    <StatusTag tone={pack.isComplete ? 'good' : pack.there === 0 ? 'urgent' : 'attention'}>
      {pack.isComplete ? t('complete') : t('count', { there: pack.there, needed: pack.needed })}
    </StatusTag>
  )
}
