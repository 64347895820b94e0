import { Stack } from '@throughcare/ui/layout'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CaseNavigation } from '../../../../../care-plan/case-navigation.tsx'
import { personPages } from '../../../../../care-plan/person-pages.ts'
import { readCase } from '../../../../../care-plan/read-case.ts'

type Props = { readonly params: Promise<{ episodeId: string }>; readonly children: ReactNode }

/** What the person says, wants and plans: one page each, and the way between them. */
export default async function PersonLayout({ params, children }: Props) {
  const { episodeId } = await params
  const pages = await personPages(await readCase(episodeId))
  const [t, frame] = await Promise.all([getTranslations('care-plan.person-nav'), getTranslations('frame')])
  return (
    <Stack>
      {pages.length > 1 && <CaseNavigation label={t('label')} moreText={frame('navigation.more')} items={pages} />}
      {children}
    </Stack>
  )
}
