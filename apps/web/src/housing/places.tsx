import type { CircumstancesOfCase } from '@throughcare/api/circumstance/get-circumstances'
import { HOUSING_ANSWERS, HOUSING_CONFIRMED, HOUSING_KINDS } from '@throughcare/domain/housing/housing-codes'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Row, Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import type { StatementField } from '../circumstance/statement-field.tsx'
import { PlaceForm } from './place-form.tsx'

type Props = {
  readonly episodeId: string
  readonly places: NonNullable<CircumstancesOfCase['places']>
  readonly mayRecord: boolean
}

/** First night, week and month: what is known of each, what is still to be asked, and the form. Needs the words of `housing`. */
export async function Places({ episodeId, places, mayRecord }: Props) {
  const t = await getTranslations('housing')
  const fields = await placeFields()
  return places.map(({ span, place, prompts }) => (
    <Card key={span} {...(prompts.includes('no-place') ? { tone: 'attention' as const } : {})}>
      <Stack gap="small">
        <h3>{t(`span.${span}`)}</h3>
        <Row>
          <StatusTag tone={place?.confirmed === 'confirmed' ? 'good' : place ? 'attention' : 'unknown'}>
            {place ? t(`confirmed-state.${place.confirmed}`) : t('nothing-said')}
          </StatusTag>
        </Row>
        {place && (
          <FactList
            facts={[
              t(`kind-name.${place.kind}`),
              ...(place.address ? [place.address] : []),
              ...(place.confirmedBy ? [t('said-yes', { name: place.confirmedBy })] : []),
              t('people-using', { answer: t(`answer.${place.peopleUsing}`) }),
              t('can-lock', { answer: t(`answer.${place.lockable}`) }),
              ...(place.keyFrom ? [t('key', { time: place.keyFrom })] : []),
              ...(place.way ? [t('by-way', { way: place.way })] : []),
              ...(place.fallback
                ? [t('otherwise', { place: [place.fallback, place.fallbackPhone].filter(Boolean).join(', ') })]
                : []),
            ]}
          />
        )}
        {prompts.length > 0 && (
          <>
            <p>{t('to-ask')}</p>
            <FactList facts={prompts.map((prompt) => t(`prompt.${prompt}`))} />
          </>
        )}
        {mayRecord && (
          <Disclosure summary={t('say', { span: t(`span.${span}`) })}>
            <PlaceForm
              id={`place-${span}`}
              fields={fields}
              initial={
                place
                  ? Object.fromEntries(fields.map(({ name }) => [name, place[name as keyof typeof place] as string]))
                  : { confirmed: 'no', peopleUsing: 'unknown', lockable: 'unknown' }
              }
              fixed={{ episodeId, span, seenVersion: place?.version ?? 0 }}
              press={t('save')}
              done={t('saved')}
            />
          </Disclosure>
        )}
      </Stack>
    </Card>
  ))

  async function placeFields(): Promise<StatementField[]> {
    const answers = HOUSING_ANSWERS.map((value) => ({ value, text: t(`answer.${value}`) }))
    return [
      {
        name: 'kind',
        kind: 'list',
        label: t('kind.label'),
        none: t('kind.none'),
        options: HOUSING_KINDS.map((value) => ({ value, text: t(`kind-name.${value}`) })),
      },
      { name: 'address', kind: 'text', label: t('address.label') },
      {
        name: 'confirmed',
        kind: 'choice',
        label: t('confirmed.label'),
        options: HOUSING_CONFIRMED.map((value) => ({ value, text: t(`confirmed-state.${value}`) })),
      },
      {
        name: 'confirmedBy',
        kind: 'text',
        label: t('confirmedBy.label'),
        onlyWith: { field: 'confirmed', is: ['confirmed'] },
      },
      { name: 'keyFrom', kind: 'text', label: t('keyFrom.label'), hint: t('keyFrom.hint') },
      { name: 'way', kind: 'long', label: t('way.label') },
      {
        name: 'peopleUsing',
        kind: 'choice',
        label: t('peopleUsing.label'),
        hint: t('peopleUsing.hint'),
        options: answers,
      },
      { name: 'lockable', kind: 'choice', label: t('lockable.label'), options: answers },
      { name: 'fallback', kind: 'text', label: t('fallback.label') },
      { name: 'fallbackPhone', kind: 'phone', label: t('fallbackPhone.label') },
    ]
  }
}
