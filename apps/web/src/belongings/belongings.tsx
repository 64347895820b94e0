import type { CircumstancesOfCase } from '@throughcare/api/circumstance/get-circumstances'
import { BELONGINGS_STATES } from '@throughcare/domain/belongings/record-belongings-input'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { getTranslations } from 'next-intl/server'
import { KeepingTag } from '../circumstance/keeping-tag.tsx'
import type { StatementField } from '../circumstance/statement-field.tsx'
import { getFormat } from '../words/get-format.ts'
import { BelongingsForm } from './belongings-form.tsx'

type Props = {
  readonly episodeId: string
  readonly belongings: NonNullable<CircumstancesOfCase['belongings']>
  readonly mayRecord: boolean
}

/** A person's things: what, where, until when, for how much, who may collect. Needs the words of `belongings`. */
export async function Belongings({ episodeId, belongings, mayRecord }: Props) {
  const [t, format] = await Promise.all([getTranslations('belongings'), getFormat()])
  const fields: StatementField[] = [
    { name: 'inventory', kind: 'long', label: t('inventory.label') },
    { name: 'place', kind: 'text', label: t('place.label') },
    { name: 'phone', kind: 'phone', label: t('phone.label') },
    { name: 'keepUntil', kind: 'day', label: t('keepUntil.label'), hint: t('keepUntil.hint') },
    { name: 'fee', kind: 'text', label: t('fee.label') },
    { name: 'mayCollect', kind: 'text', label: t('mayCollect.label'), hint: t('mayCollect.hint') },
    {
      name: 'state',
      kind: 'choice',
      label: t('state.label'),
      options: BELONGINGS_STATES.map((value) => ({ value, text: t(`is.${value}`) })),
    },
  ]
  return (
    <>
      {belongings.length === 0 && <p>{t('none')}</p>}
      {belongings.map((one) => (
        <Card key={one.id} {...(one.alert && one.alert !== 'within-14-days' ? { tone: 'attention' as const } : {})}>
          <Stack gap="small">
            <h3>{one.inventory}</h3>
            <KeepingTag alert={one.alert} days={one.daysLeft} />
            <FactList
              facts={[
                t(`is.${one.state}`),
                one.place ?? t('place.unknown'),
                ...(one.phone ? [one.phone] : []),
                one.keepUntil ? t('until', { day: format.day(one.keepUntil) }) : t('until-unknown'),
                ...(one.fee ? [t('costs', { fee: one.fee })] : []),
                ...(one.mayCollect ? [t('collects', { who: one.mayCollect })] : []),
                t('recorded', { name: one.recordedBy ?? '', at: format.instant(one.recordedAt) }),
              ]}
            />
            {mayRecord && (
              <Disclosure summary={t('change')}>
                <BelongingsForm
                  id={`belongings-${one.id}`}
                  fields={fields}
                  initial={Object.fromEntries(
                    fields.map(({ name }) => [name, one[name as keyof typeof one] as string]),
                  )}
                  fixed={{ episodeId, belongingsId: one.id, seenVersion: one.version }}
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
          <BelongingsForm
            id="belongings-new"
            fields={fields}
            initial={{ state: 'in-store' }}
            fixed={{ episodeId, belongingsId: null, seenVersion: 0 }}
            press={t('save')}
            done={t('saved')}
          />
        </Disclosure>
      )}
    </>
  )
}
