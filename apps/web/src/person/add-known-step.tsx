'use client'

import type { LikelyPerson } from '@throughcare/api/person/find-likely-persons'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FactList } from '@throughcare/ui/fact-list'
import { FormBody } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Section } from '@throughcare/ui/section'
import { useTranslations } from 'next-intl'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { useFormat } from '../words/use-format.ts'
import { StepHeading } from './step-heading.tsx'
import type { AddPersonValues } from './use-add-person-form.ts'

type Props = {
  readonly asked: AddPersonValues
  readonly likely: readonly LikelyPerson[]
  readonly chosen: string | null
  readonly isUnchosen: boolean
  readonly onChoose: (personIdOrSomebodyElse: string) => void
  readonly onBack: () => void
}

/** Those who may be the same person, side by side with what was typed. A human says which; a taken number leaves no choice. */
export function KnownStep({ asked, likely, chosen, isUnchosen, onChoose, onBack }: Props) {
  const t = useTranslations('person')
  const action = useTranslations('action')
  const format = useFormat()
  const holder = likely.find((one) => one.likeness === 'same-number')
  const name = listedName(asked.person)
  const choices = (holder ? [holder] : likely).map((one) => ({
    value: one.personId,
    text: <bdi>{t('add.same', { name: listedName(one) })}</bdi>,
    description: <Candidate one={one} />,
  }))
  const somebodyElse = { value: 'somebody-else', text: <bdi>{t('add.none-of-these', { name })}</bdi> }
  return (
    <Section
      heading={<StepHeading takesFocus>{t(holder ? 'add.number-taken' : 'add.known')}</StepHeading>}
      lead={
        holder
          ? t('add.number-taken-lead', { number: holder.numbers[0] ?? asked.prisonNumber })
          : t('add.known-lead', { count: likely.length })
      }
      card
    >
      <FormBody>
        <RadioGroup
          id="duplicate"
          name="duplicate"
          legend={t('add.who')}
          error={isUnchosen && chosen === null ? t('add.choose') : undefined}
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.target.value)}
          choices={holder ? choices : [...choices, somebodyElse]}
        />
        <ButtonRow>
          <Button type="submit">{action('continue')}</Button>
          <Button variant="secondary" icon="back" onClick={onBack}>
            {action('back')}
          </Button>
        </ButtonRow>
      </FormBody>
    </Section>
  )

  function Candidate({ one }: { readonly one: LikelyPerson }) {
    return (
      <FactList
        facts={[
          one.dateOfBirth ? format.day(one.dateOfBirth) : t('result.born-unknown'),
          ...one.numbers,
          t(`likeness.${one.likeness}`),
          ...(one.episodeId
            ? [
                <Link key="case" href={paths.case(one.episodeId)} target="_blank">
                  {t('add.open-case')}
                </Link>,
              ]
            : []),
        ]}
      />
    )
  }
}
