import type { BarriersOfCase, BarrierView } from '@throughcare/api/barrier/get-barriers'
import { BARRIER_CODES, BARRIER_ENDS, BARRIER_LEVELS } from '@throughcare/domain/barrier/barrier-codes'
import { getTranslations } from 'next-intl/server'
import type { StatementField } from '../circumstance/statement-field.tsx'

/** The fields of a barrier, in words. Its area is asked once, when it is new; its end when it is not. */
export async function getBarrierFields({ writableAreas, programmes }: BarriersOfCase, barrier: BarrierView | null) {
  const [t, area] = await Promise.all([getTranslations('barrier'), getTranslations('area')])
  const fields: StatementField[] = [
    {
      name: 'code',
      kind: 'list',
      label: t('code.label'),
      none: t('code.none'),
      options: BARRIER_CODES.map((value) => ({ value, text: t(`what.${value}`) })),
    },
    {
      name: 'level',
      kind: 'choice',
      label: t('level.label'),
      hint: t('level.hint'),
      options: BARRIER_LEVELS.map((value) => ({ value, text: t(`at.${value}`) })),
    },
    {
      name: 'serviceId',
      kind: 'list',
      label: t('serviceId.label'),
      none: t('serviceId.none'),
      options: programmes.map(({ id, name }) => ({ value: id, text: name })),
    },
    { name: 'words', kind: 'long', label: t('words.label'), hint: t('words.hint') },
    { name: 'since', kind: 'day', label: t('since.label'), hint: t('since.hint') },
  ]
  if (barrier === null)
    return [
      {
        name: 'area',
        kind: 'list',
        label: t('area.label'),
        hint: t('area.hint'),
        none: t('area.none'),
        options: writableAreas.map((value) => ({ value, text: area(`name.${value}`) })),
      } satisfies StatementField,
      ...fields,
    ]
  return [
    ...fields,
    {
      name: 'resolvedHow',
      kind: 'list',
      label: t('resolvedHow.label'),
      hint: t('resolvedHow.hint'),
      none: t('resolvedHow.none'),
      options: BARRIER_ENDS.map((value) => ({ value, text: t(`end.${value}`) })),
    } satisfies StatementField,
    {
      name: 'resolvedOn',
      kind: 'day',
      label: t('resolvedOn.label'),
      onlyWith: { field: 'resolvedHow', is: BARRIER_ENDS },
    } satisfies StatementField,
  ]
}
