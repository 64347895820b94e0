import { MEDICINES } from '@throughcare/domain/medication/medication-codes'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readMedication } from '../../../../../care-plan/read-case.ts'
import { readCover } from '../../../../../cover-plan/read-cover.ts'
import { WhatIfForm } from '../../../../../cover-plan/what-if-form.tsx'
import { DoseCover } from '../../../../../medication/dose-cover.tsx'
import { paths } from '../../../../../paths.ts'
import { api } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('cover-plan', 'what-if.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** The days as recorded, and how they would stand if something else were so. */
export default async function WhatIfPage({ params }: Props) {
  const { episodeId } = await params
  const [medication, cover] = await Promise.all([readMedication(episodeId), readCover(episodeId)])
  if (!medication || !cover) forbidden()
  const caller = await api()
  const [t, services] = await Promise.all([getTranslations('cover-plan.what-if'), caller.service.list()])
  const places = services.filter(({ canDose }) => canDose).map(({ id, name }) => ({ id, name }))
  return (
    <Words nouns={['medication', 'cover-plan', 'calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <DoseCover medication={medication} />
        <WhatIfForm episodeId={episodeId} places={places} medicines={MEDICINES} isOut={cover.isOut} />
        <p>
          <Link href={paths.doses(episodeId)}>{t('back')}</Link>
        </p>
      </Stack>
    </Words>
  )
}
