import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { SkeletonTable } from '@throughcare/ui/skeleton'
import { getTranslations } from 'next-intl/server'

/** Stands where the board will be, as high as its rows. */
export default async function Loading() {
  const t = await getTranslations('release')
  return (
    <Stack gap="large">
      <PageHeading>{t('page.heading')}</PageHeading>
      <SkeletonTable label={t('loading')} rows={10} columns={5} />
    </Stack>
  )
}
