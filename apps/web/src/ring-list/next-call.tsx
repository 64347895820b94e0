'use client'

import type { RingCall } from '@throughcare/api/ring-list/get-ring-list'
import type { RingOutcome } from '@throughcare/domain/ring-list/ring-calls'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'
import { telephoneAddress } from '../words/telephone-address.ts'
import { useFormat } from '../words/use-format.ts'
import { CallScript } from './call-script.tsx'
import { useCallKeys } from './use-call-keys.ts'

/** In the order of their keys. */
const OUTCOMES = ['spoke', 'no-answer', 'nothing-said'] as const satisfies readonly RingOutcome[]

type Props = {
  readonly call: RingCall
  /** Its place in the list, counted from 0. */
  readonly at: number
  readonly of: number
}

/** One call: whom, on which number, what may be said, and one press for what came of it. */
export function NextCall({ call, at, of }: Props) {
  const t = useTranslations('ring-list')
  const areaName = useTranslations('area.name')
  const format = useFormat()
  const trpc = useTRPC()
  const card = useRef<HTMLDivElement>(null)
  const deed = useDeed(trpc.ringList.record.mutationOptions())
  useCallKeys(card)
  const { about, episodeId, subjectId } = call
  const name = listedName(call)
  return (
    <div ref={card}>
      <Section card heading={whom()} lead={t(`about.${about}`)}>
        <Stack>
          <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
          {call.isOverdue && (
            <div>
              <StatusTag tone="urgent">{t('overdue')}</StatusTag>
            </div>
          )}
          <FactList facts={facts()} />
          {call.phone ? (
            <div data-call-number>
              <LinkButton icon="phone" href={telephoneAddress(call.phone)}>
                {t('number', { phone: call.phone })}
              </LinkButton>
            </div>
          ) : (
            <Notice tone="attention">{t('no-number')}</Notice>
          )}
          {call.dutyPhone && (
            <Link href={telephoneAddress(call.dutyPhone)}>
              {call.dutyName
                ? t('duty', { name: call.dutyName, phone: call.dutyPhone })
                : t('duty-nameless', { phone: call.dutyPhone })}
            </Link>
          )}
          <CallScript call={call} />
          <div data-call-outcomes>
            <ButtonRow>
              {OUTCOMES.map((outcome) => (
                <Button
                  key={outcome}
                  variant={outcome === 'spoke' ? 'primary' : 'secondary'}
                  pending={deed.pending}
                  pendingText={t('recording')}
                  onClick={() => deed.press({ about, episodeId, subjectId, outcome })}
                >
                  {t(`outcome.${outcome}`)}
                </Button>
              ))}
            </ButtonRow>
          </div>
          <p>{t('keys')}</p>
          <ButtonRow>
            {of > 1 && (
              <div data-call-next>
                <LinkButton
                  variant="quiet"
                  icon="next"
                  href={paths.ringList({ skip: at + 1 < of ? at + 1 : undefined })}
                >
                  {t(at + 1 < of ? 'next' : 'first')}
                </LinkButton>
              </div>
            )}
            <LinkButton variant="quiet" href={placeOf()}>
              {t(about === 'acknowledge' ? 'handoff' : about === 'dose' ? 'doses' : 'case')}
            </LinkButton>
          </ButtonRow>
        </Stack>
      </Section>
    </div>
  )

  function whom(): string {
    if (call.whom === 'person') return t('whom.person', { name })
    if (call.whom === 'service') return t('whom.service', { name: call.whomName ?? '' })
    return call.whomName ? t(`whom.${call.whom}`, { name: call.whomName }) : t(`whom.${call.whom}-unknown`)
  }

  function facts(): string[] {
    const born = call.dateOfBirth ? t('of', { name, born: format.day(call.dateOfBirth) }) : t('of-no-birth', { name })
    const hours =
      call.whom === 'person'
        ? call.personHours && t('hours.person', { hours: call.personHours })
        : call.hours
          ? call.hours.isOpen && call.hours.until
            ? t('hours.open', { at: format.instant(call.hours.until, 'time') })
            : t('hours.closed')
          : t('hours.unknown')
    return [
      born,
      ...(call.area ? [t('area', { area: areaName(call.area) })] : []),
      t(`since.${about}`, { at: format.instant(call.since, 'weekday') }),
      ...(hours ? [hours] : []),
      ...(call.lastCallAt ? [t('last-call', { at: format.instant(call.lastCallAt, 'time') })] : []),
    ]
  }

  function placeOf(): string {
    if (about === 'acknowledge') return paths.handoff(subjectId)
    return about === 'dose' ? paths.doses(episodeId) : paths.first48(episodeId)
  }
}
