import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import type { NobodyThereReason } from '@throughcare/domain/escalation/decide-at-press'
import type { NoHeirReason } from '@throughcare/domain/escalation/decide-time-out'
import type { EscalationStep } from '@throughcare/domain/escalation/escalation-steps'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { TimelineList } from '@throughcare/ui/timeline-list'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

type Step = ShownHandoff['steps'][number]
type Reason = NobodyThereReason | NoHeirReason

const TONES = {
  'half-time': 'attention',
  'ring-duty': 'urgent',
  'to-fallback': 'urgent',
  'stays-with-sender': 'urgent',
  'managers-told': 'urgent',
  'accept-late': 'attention',
  'nobody-there': 'urgent',
  'rejected-near-release': 'urgent',
  'taken-from-worker': 'attention',
} as const satisfies Record<EscalationStep, Tone>

/** What was done while nobody answered, the newest first: who was told, why, and what came late. */
export async function EscalationSteps({ handoff }: { readonly handoff: ShownHandoff }) {
  const [t, format] = await Promise.all([getTranslations('escalation'), getFormat()])
  if (handoff.steps.length === 0)
    return (
      <Prose>
        <p>{t('none')}</p>
      </Prose>
    )
  const lines = ({ because, heir, told, isLate, plannedAt }: Step): string[] =>
    [
      because && t(`because.${because as Reason}`),
      heir && t('agreed', { day: format.day(heir.agreedOn, 'long'), contact: heir.agreedWith }),
      told.length > 0 && t('told', { names: told.join(', ') }),
      isLate && t('late', { at: format.instant(plannedAt, 'weekday') }),
    ].filter((line) => typeof line === 'string')
  return (
    <TimelineList
      label={t('heading')}
      entries={handoff.steps.toReversed().map((step) => ({
        key: step.id,
        dateTime: new Date(step.at).toISOString(),
        when: format.instant(step.at, 'weekday'),
        title: t(`step.${step.step}`, { name: step.heir?.name ?? '' }),
        tone: TONES[step.step],
        children: (
          <Stack gap="small">
            {lines(step).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {step.heir?.handoffId && (
              <p>
                <Link href={paths.handoff(step.heir.handoffId)}>{t('open-heir', { name: step.heir.name })}</Link>
              </p>
            )}
          </Stack>
        ),
      }))}
    />
  )
}
