import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { useTranslations } from 'next-intl'
import { telephoneAddress } from '../words/telephone-address.ts'

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
        <Link href={telephoneAddress(dutyContactPhone)}>
          {dutyContactName
            ? t('ring.duty', { name: dutyContactName, number: dutyContactPhone })
            : t('ring.duty-nameless', { number: dutyContactPhone })}
        </Link>
      )}
      {phone && <Link href={telephoneAddress(phone)}>{t('ring.phone', { number: phone })}</Link>}
    </Stack>
  )
}
