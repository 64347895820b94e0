import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { useTranslations } from 'next-intl'

type Props = {
  readonly service: {
    readonly phone: string | null
    readonly dutyContactName: string | null
    readonly dutyContactPhone: string | null
  }
}

/** The numbers by which a service is rung, the urgent one first; a press on a telephone rings. */
export function ServicePhones({ service }: Props) {
  const t = useTranslations('handoff')
  const { phone, dutyContactName, dutyContactPhone } = service
  if (!phone && !dutyContactPhone) return <p>{t('one.no-phone')}</p>
  return (
    <Stack gap="small">
      {dutyContactPhone && (
        <Link href={telephone(dutyContactPhone)}>
          {dutyContactName
            ? t('ring.duty', { name: dutyContactName, number: dutyContactPhone })
            : t('ring.duty-nameless', { number: dutyContactPhone })}
        </Link>
      )}
      {phone && <Link href={telephone(phone)}>{t('ring.phone', { number: phone })}</Link>}
    </Stack>
  )
}

function telephone(number: string): string {
  return `tel:${number.replace(/[^+\d]/g, '')}`
}
