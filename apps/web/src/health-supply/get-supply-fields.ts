import { SUPPLY_STATES } from '@throughcare/domain/health-supply/supply-codes'
import { getTranslations } from 'next-intl/server'
import type { StatementField } from '../circumstance/statement-field.tsx'

/** The fields of a medicine, in words, without its kind: that is said once. */
export async function getSupplyFields(): Promise<StatementField[]> {
  const t = await getTranslations('health-supply')
  return [
    { name: 'medicine', kind: 'text', label: t('medicine.label') },
    { name: 'supplyDays', kind: 'number', label: t('supplyDays.label'), hint: t('supplyDays.hint') },
    { name: 'countedOn', kind: 'day', label: t('countedOn.label') },
    { name: 'continues', kind: 'text', label: t('continues.label') },
    { name: 'appointmentOn', kind: 'day', label: t('appointmentOn.label') },
    { name: 'courseEndsOn', kind: 'day', label: t('courseEndsOn.label'), hint: t('courseEndsOn.hint') },
    { name: 'lastTakenOn', kind: 'day', label: t('lastTakenOn.label'), hint: t('lastTakenOn.hint') },
    {
      name: 'state',
      kind: 'choice',
      label: t('state.label'),
      options: SUPPLY_STATES.map((value) => ({ value, text: t(`is.${value}`) })),
    },
  ]
}
