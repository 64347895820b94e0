import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import { HANDOFF_MOVES, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { STATUS_LOOK } from './handoff-looks.ts'
import { ListPages } from './list-pages.tsx'
import { getReasonWords } from './reason-words.ts'

type Move = ShownHandoff['moves'][number]

/** Every move, the newest first; for the sender also those of the attempts before this one. */
export async function HandoffHistory({ handoff }: { readonly handoff: ShownHandoff }) {
  const [t, list, format, reasonWords] = await Promise.all([
    getTranslations('handoff'),
    getTranslations('handoff-list.history'),
    getFormat(),
    getReasonWords(),
  ])
  const entriesOf = (moves: readonly Move[]) =>
    moves
      .map((move, index) => ({
        key: `${index}`,
        dateTime: new Date(move.at).toISOString(),
        when: format.instant(move.at, 'weekday'),
        title: t(`moved.${move.move as HandoffMove}`),
        by: t('one.by', { name: move.by, service: move.service }),
        children: move.reason ? reasonWords(move.reason) : undefined,
        ...STATUS_LOOK[HANDOFF_MOVES[move.move as HandoffMove].to],
      }))
      .toReversed()
  return (
    <Stack>
      {handoff.history.pages > 1 && <p>{list('total', { total: handoff.history.total })}</p>}
      <TimelineList label={t('one.history')} entries={entriesOf(handoff.moves)} />
      <ListPages
        page={handoff.history.page}
        pages={handoff.history.pages}
        hrefOf={(page) => paths.handoff(handoff.id, { page: page > 1 ? page : undefined })}
      />
      {handoff.earlier.map((attempt) => {
        const heading = t('one.earlier', { attempt: attempt.attempt, name: attempt.receivingName })
        return (
          <Disclosure key={attempt.id} summary={heading}>
            <TimelineList label={heading} entries={entriesOf(attempt.moves)} />
            <Link href={paths.handoff(attempt.id)}>
              {t(attempt.status === 'timed-out' ? 'one.review-earlier' : 'one.open-earlier')}
            </Link>
          </Disclosure>
        )
      })}
    </Stack>
  )
}
