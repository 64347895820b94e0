import { LEGAL_BASES, SOURCE_OF_BASIS } from '@throughcare/domain/break-glass/break-glass-codes'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BreakGlassForm } from '../../../break-glass/break-glass-form.tsx'
import { mayHere } from '../../../session/may-here.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('break-glass', 'title')

/** Opening a case in an emergency, in which one's service has no part. */
export default async function BreakGlassPage() {
  const [t, mayOpen, mayAsk] = await Promise.all([
    getTranslations('break-glass'),
    mayHere('break-glass.open'),
    mayHere('arrival-request.ask'),
  ])
  if (!mayOpen) forbidden()
  return (
    <Words nouns={['break-glass', 'person']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Section card heading={t('form.heading')} lead={t('form.what-happens')}>
          <BreakGlassForm
            bases={LEGAL_BASES.map((value) => ({ value, source: SOURCE_OF_BASIS[value].source }))}
            mayAsk={mayAsk}
          />
        </Section>
      </Stack>
    </Words>
  )
}
