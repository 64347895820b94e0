import { SkeletonTable } from '@throughcare/ui/skeleton'
import { getTranslations } from 'next-intl/server'

/** Stands where the board will be, as high as its rows. */
export default async function Loading() {
  const t = await getTranslations('release')
  return <SkeletonTable label={t('loading')} rows={10} columns={6} />
}
