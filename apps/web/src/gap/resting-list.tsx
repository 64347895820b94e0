import type { GapBoard } from '@throughcare/api/gap/gap-board'
import { CaseCard, CaseList } from '@throughcare/ui/case-card'
import { LinkButton } from '@throughcare/ui/link-button'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { getGapWords } from './get-gap-words.ts'

/** Who has no gap, while some of their days rest on an appointment alone: the page of the doses has the forms that answer it. */
export async function RestingList({ board: { resting, restingTotal } }: { readonly board: GapBoard }) {
  const [t, words, format] = await Promise.all([getTranslations('gap'), getGapWords(), getFormat()])
  return (
    <Section heading={t('rests.heading', { count: restingTotal })} lead={t('rests.lead', { count: resting.length })}>
      <CaseList label={t('rests.label')}>
        {resting.map((person) => (
          <CaseCard
            key={person.episodeId}
            title={listedName(person) || t('persons.nameless')}
            href={paths.doses(person.episodeId)}
            facts={[
              person.dateOfBirth ? t('person.born', { day: format.day(person.dateOfBirth) }) : t('person.born-unknown'),
            ]}
            actions={
              <LinkButton href={`${paths.doses(person.episodeId)}#cover`} variant="secondary">
                {t('rests.say')}
              </LinkButton>
            }
          >
            <p>{words.rests(person.rests)}</p>
          </CaseCard>
        ))}
      </CaseList>
    </Section>
  )
}
