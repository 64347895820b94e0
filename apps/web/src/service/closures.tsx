import type { ServiceView } from '@throughcare/api/service/get-service'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Prose, Stack } from '@throughcare/ui/layout'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { ClosureForm } from './closure-form.tsx'
import { RemoveClosure } from './remove-closure.tsx'

type Props = { readonly service: ServiceView; readonly mayKeep: boolean }

/** The closed days ahead, with who entered them; for an administrator the way to enter and to take back. */
export async function Closures({ service, mayKeep }: Props) {
  const [t, format] = await Promise.all([getTranslations('service'), getFormat()])
  const { id, version, closures } = service
  const rows = closures.map((closure) => {
    const { from, to, reason, addedAt, addedBy } = closure
    const days =
      from === to
        ? t('closure.day', { from: format.day(from, 'weekday') })
        : t('closure.days', { from: format.day(from, 'weekday'), to: format.day(to, 'weekday') })
    const entered = addedAt && [t('closure.entered', { by: addedBy ?? '–', when: format.instant(addedAt, 'short') })]
    return {
      key: closure.id,
      label: days,
      value: (
        <Stack gap="small">
          <FactList facts={[reason, ...(entered || [])]} />
          {mayKeep && <RemoveClosure serviceId={id} closureId={closure.id} seenVersion={version} days={days} />}
        </Stack>
      ),
    }
  })
  return (
    <Stack gap="medium">
      {rows.length === 0 ? (
        <Prose>
          <p>{t('closure.none')}</p>
        </Prose>
      ) : (
        <SummaryList rows={rows} />
      )}
      {mayKeep && (
        <Disclosure summary={t('closure.enter')}>
          <ClosureForm serviceId={id} seenVersion={version} />
        </Disclosure>
      )}
    </Stack>
  )
}
