import type { GapBoard, GapGroup } from '@throughcare/api/gap/gap-board'
import type { GapBoardInput } from '@throughcare/domain/gap/gap-board-input'
import { LinkButton } from '@throughcare/ui/link-button'
import { Section } from '@throughcare/ui/section'
import { TaskList } from '@throughcare/ui/task-list'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { mayHere } from '../session/may-here.ts'
import { gapAddress } from './gap-address.ts'
import { getGapWords } from './get-gap-words.ts'

type Props = { readonly input: GapBoardInput; readonly board: GapBoard }

/** The causes, the one with most people first: each count opens exactly its people. */
export async function GapGroups({ input, board }: Props) {
  const [t, words, mayAsk] = await Promise.all([
    getTranslations('gap'),
    getGapWords(),
    mayHere('hours-confirmation.list'),
  ])
  const isOpen = (group: GapGroup) =>
    input.cause === group.cause && input.serviceId === (group.place?.id ?? null) && input.day === group.day
  return (
    <Section heading={t('groups.heading')} lead={t('groups.lead')}>
      <TaskList
        label={t('groups.label')}
        tasks={board.groups.map((group) => ({
          key: [group.cause, group.place?.id, group.day].join(' '),
          title: words.cause(group),
          href: gapAddress(input, { cause: group.cause, serviceId: group.place?.id ?? null, day: group.day }),
          status: {
            tone: group.step === null ? ('unknown' as const) : ('attention' as const),
            text: t('groups.people', { persons: group.persons }),
          },
          facts: [
            words.step(group.step),
            group.step === 'ring-place' && group.place?.phone && t('groups.ring', { phone: group.place.phone }),
            isOpen(group) && t('groups.selected'),
          ].filter((fact) => typeof fact === 'string'),
          actions:
            group.cause === 'holiday-not-confirmed' && mayAsk ? (
              <LinkButton href={paths.hoursToConfirm()} variant="secondary" size="small">
                {t('groups.hours')}
              </LinkButton>
            ) : undefined,
        }))}
      />
    </Section>
  )
}
