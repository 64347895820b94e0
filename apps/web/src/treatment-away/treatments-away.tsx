import type { CircumstancesOfCase } from '@throughcare/api/circumstance/get-circumstances'
import { AWAY_STATES, AWAY_TOGETHER } from '@throughcare/domain/treatment-away/record-treatment-away-input'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Row, Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import type { StatementField } from '../circumstance/statement-field.tsx'
import { getFormat } from '../words/get-format.ts'
import { TreatmentAwayForm } from './treatment-away-form.tsx'

type Props = {
  readonly episodeId: string
  readonly away: NonNullable<CircumstancesOfCase['away']>
  readonly mayRecord: boolean
}

/** Referrals to residential treatment: ready only with a home and an activity afterwards. Needs the words of `treatment-away`. */
export async function TreatmentsAway({ episodeId, away, mayRecord }: Props) {
  const [t, format] = await Promise.all([getTranslations('treatment-away'), getFormat()])
  const fields: StatementField[] = [
    { name: 'place', kind: 'text', label: t('place.label') },
    {
      name: 'state',
      kind: 'choice',
      label: t('state.label'),
      options: AWAY_STATES.map((value) => ({ value, text: t(`is.${value}`) })),
    },
    { name: 'askedOn', kind: 'day', label: t('askedOn.label') },
    { name: 'admissionOn', kind: 'day', label: t('admissionOn.label') },
    {
      name: 'together',
      kind: 'choice',
      label: t('together.label'),
      hint: t('together.hint'),
      options: AWAY_TOGETHER.map((value) => ({ value, text: t(`goes.${value}`) })),
    },
    { name: 'afterHome', kind: 'text', label: t('afterHome.label') },
    { name: 'afterActivity', kind: 'text', label: t('afterActivity.label') },
  ]
  return (
    <>
      {away.length === 0 && <p>{t('none')}</p>}
      {away.map((one) => (
        <Card key={one.id} {...(one.missing.length > 0 ? { tone: 'attention' as const } : {})}>
          <Stack gap="small">
            <h3>{one.place}</h3>
            <Row>
              <StatusTag tone={one.missing.length > 0 ? 'attention' : 'good'}>
                {one.missing.length > 0 ? t('not-ready') : t('ready')}
              </StatusTag>
            </Row>
            <FactList
              facts={[
                t(`is.${one.state}`),
                t(`goes.${one.together}`),
                ...(one.askedOn ? [t('asked', { day: format.day(one.askedOn) })] : []),
                ...(one.admissionOn ? [t('admission', { day: format.day(one.admissionOn) })] : []),
                ...(one.afterHome ? [t('home-after', { home: one.afterHome })] : []),
                ...(one.afterActivity ? [t('activity-after', { activity: one.afterActivity })] : []),
                ...one.missing.map((what) => t(`missing.${what}`)),
              ]}
            />
            {mayRecord && (
              <Disclosure summary={t('change')}>
                <TreatmentAwayForm
                  id={`away-${one.id}`}
                  fields={fields}
                  initial={Object.fromEntries(
                    fields.map(({ name }) => [name, one[name as keyof typeof one] as string]),
                  )}
                  fixed={{ episodeId, treatmentAwayId: one.id, seenVersion: one.version }}
                  press={t('save')}
                  done={t('saved')}
                />
              </Disclosure>
            )}
          </Stack>
        </Card>
      ))}
      {mayRecord && (
        <Disclosure summary={t('record')}>
          <TreatmentAwayForm
            id="away-new"
            fields={fields}
            initial={{ state: 'asked', together: 'unknown' }}
            fixed={{ episodeId, treatmentAwayId: null, seenVersion: 0 }}
            press={t('save')}
            done={t('saved')}
          />
        </Disclosure>
      )}
    </>
  )
}
