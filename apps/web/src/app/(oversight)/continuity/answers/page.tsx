import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { AnswerFigures } from '../../../../how-was-it/answer-figures.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'

export const generateMetadata = pageTitle('how-was-it', 'figures.heading')

/** What the persons themselves said, in counts, beside what staff recorded of the same things. */
export default async function AnswerFiguresPage() {
  const caller = await api()
  const [said, { figures }, t, continuity, format] = await Promise.all([
    caller.howWasIt.figures(),
    caller.continuity.report({ from: null, to: null, prisonId: null }),
    getTranslations('how-was-it'),
    getTranslations('continuity'),
    getFormat(),
  ])
  return (
    <Stack gap="large">
      <Breadcrumbs
        label={t('figures.heading')}
        items={[{ text: continuity('page.title'), href: paths.continuity() }, { text: t('figures.heading') }]}
      />
      <PageHeading lead={t('figures.lead', { from: format.day(said.from), to: format.day(said.to) })}>
        {t('figures.heading')}
      </PageHeading>
      <AnswerFigures rows={said.rows} figures={figures} />
    </Stack>
  )
}
