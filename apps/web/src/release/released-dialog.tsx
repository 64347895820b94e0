'use client'

import { useQuery } from '@tanstack/react-query'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { Notice } from '@throughcare/ui/notice'
import { SummaryList } from '@throughcare/ui/summary-list'
import { useTranslations } from 'next-intl'
import { listedName } from '../handoff/person-name.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'

type Props = {
  readonly episodeId: string
  /** The stated moment at the gate; null while the dialog is closed. */
  readonly releasedAt: Date | null
  /** IANA zone of the prison. */
  readonly zone: string
  readonly pending: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

type Named = { familyName: string; givenNames: string; dateOfBirth: string | null; number: string | null }

/** The third press: who it is, by name, date of birth and number, and whether somebody else here is called the same. */
export function ReleasedDialog({ episodeId, releasedAt, zone, pending, onConfirm, onCancel }: Props) {
  const t = useTranslations('release')
  const format = useFormat()
  const trpc = useTRPC()
  const asked = useQuery({
    ...trpc.release.confirmation.queryOptions({ episodeId }),
    enabled: releasedAt !== null,
    staleTime: 0,
    gcTime: 0,
  })
  const born = ({ dateOfBirth }: Named) =>
    dateOfBirth ? t('person.born', { day: format.day(dateOfBirth) }) : t('person.born-unknown')
  const number = (one: Named) => one.number ?? t('person.number-unknown')
  return (
    <ConfirmDialog
      open={releasedAt !== null}
      heading={t('record.dialog')}
      confirmText={t('record.yes')}
      cancelText={t('record.no')}
      pending={pending || asked.isPending}
      pendingText={pending ? t('record.recording') : t('record.checking')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {releasedAt && asked.data && (
        <SummaryList
          compact
          rows={[
            { key: 'name', label: t('record.name'), value: listedName(asked.data.person) },
            { key: 'born', label: t('record.born'), value: born(asked.data.person) },
            { key: 'number', label: t('record.number'), value: number(asked.data.person) },
            { key: 'at', label: t('record.at'), value: format.instant(releasedAt, 'weekday', zone) },
          ]}
        />
      )}
      {asked.isPending && <p role="status">{t('record.checking')}</p>}
      {asked.isError && (
        <Notice tone="urgent" role="alert">
          {t('record.not-checked')}
        </Notice>
      )}
      {asked.data &&
        (asked.data.sameName.length === 0 ? (
          <p>{t('record.only-one')}</p>
        ) : (
          <Notice tone="urgent" role="alert" heading={t('record.same-name', { count: asked.data.sameName.length })}>
            <ul>
              {asked.data.sameName.map((one) => (
                <li key={one.personId}>
                  {t('record.same-name-row', { name: listedName(one), born: born(one), number: number(one) })}
                </li>
              ))}
            </ul>
          </Notice>
        ))}
      <p>{t('record.what')}</p>
    </ConfirmDialog>
  )
}
