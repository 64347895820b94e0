import type { Arrivals, ShownArrival } from '@throughcare/api/arrival-request/list-arrivals'
import { CaseCard, CaseList } from '@throughcare/ui/case-card'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { telephoneAddress } from '../words/telephone-address.ts'
import { AnswerForm } from './answer-form.tsx'

const TONES = { asked: 'attention', found: 'good', nobody: 'unknown', settled: 'quiet' } as const

type Props = { readonly arrivals: Arrivals; readonly openedId: string | null }

/** The asks, the newest first; the one that the prison opened with its answer below. */
export async function ArrivalList({ arrivals: { side, asks, may }, openedId }: Props) {
  const [t, ring, areaName, format] = await Promise.all([
    getTranslations('arrival-request'),
    getTranslations('handoff.ring'),
    getTranslations('area.name'),
    getFormat(),
  ])
  return (
    <CaseList label={t(`asks.${side}`)}>
      {asks.map((ask) => (
        <CaseCard
          key={ask.id}
          title={listedName(ask)}
          tone={ask.isLate ? 'urgent' : undefined}
          facts={facts(ask)}
          states={<StatusTag tone={ask.isLate ? 'urgent' : TONES[ask.status]}>{t(`status.${ask.status}`)}</StatusTag>}
          actions={
            may.answer &&
            ask.status === 'asked' &&
            ask.id !== openedId && <LinkButton href={paths.arrivals({ ask: ask.id })}>{t('one.answer')}</LinkButton>
          }
        >
          {more(ask)}
        </CaseCard>
      ))}
    </CaseList>
  )

  function facts(ask: ShownArrival): ReactNode[] {
    const { phone } = side === 'asking' ? ask.prison : ask.asking
    return [
      t('one.born', { day: format.day(ask.dateOfBirth) }),
      side === 'asking' ? ask.prison.name : t('one.from', { service: ask.asking.name }),
      ...(phone
        ? [
            <Link key="phone" href={telephoneAddress(phone)}>
              {ring('phone', { number: phone })}
            </Link>,
          ]
        : []),
      t('one.for', { areas: ask.areas.map((area) => areaName(area)).join(', ') }),
      t('one.asked-at', { at: format.instant(ask.askedAt), name: ask.askedBy.name }),
      ask.answeredAt
        ? t('one.answered-at', { at: format.instant(ask.answeredAt) })
        : t(ask.isLate ? 'one.late' : 'one.answer-by', { at: format.instant(ask.dueAt) }),
    ]
  }

  function more(ask: ShownArrival) {
    if (side === 'asking' && ask.status === 'found')
      return (
        <Stack gap="small">
          {ask.handoffs.map(({ id, area }) => (
            <Link key={id} href={paths.handoff(id)}>
              {t('one.open-handoff', { area: areaName(area) })}
            </Link>
          ))}
        </Stack>
      )
    if (side === 'asking' && ask.status === 'nobody') return <p>{t('nobody-text')}</p>
    if (!may.answer || ask.status !== 'asked' || ask.id !== openedId) return null
    return (
      <Section heading={t('answer.heading')} headingLevel={4}>
        <AnswerForm
          arrivalRequestId={ask.id}
          seenVersion={ask.version}
          asks={{ service: ask.asking.name, name: ask.askedBy.name }}
          areas={ask.areas.map((value) => ({ value, text: areaName(value) }))}
          candidates={ask.candidates.map((one) => ({
            value: one.episodeId,
            text: listedName(one),
            description: [
              one.dateOfBirth ? t('answer.born', { day: format.day(one.dateOfBirth) }) : t('answer.born-unknown'),
              one.numbers.join(', '),
              t(`answer.likeness.${one.likeness}`),
              one.releasedAt ? t('answer.out', { at: format.instant(one.releasedAt) }) : t('answer.inside'),
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </Section>
    )
  }
}
