import type { ReleasesBoard } from '@throughcare/api/release/board'
import type { BoardPerson } from '@throughcare/api/release/board-person'
import type { BoardInput, BoardSort } from '@throughcare/domain/release/board-input'
import { AreaStatesCompact } from '@throughcare/ui/area-states'
import { FactList } from '@throughcare/ui/fact-list'
import { Link } from '@throughcare/ui/link'
import { StateShape } from '@throughcare/ui/state-shape'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { boardAddress } from './board-address.ts'
import { areaLook, coverLook, HANDOVER_LOOK } from './board-looks.ts'
import styles from './board-table.module.css'
import { getReleaseWords } from './get-release-words.ts'

type Props = { readonly input: BoardInput; readonly board: ReleasesBoard }

/** The persons of one list, a row each on a desk and a card each on a phone. */
export async function BoardTable({ input, board }: Props) {
  const [t, area, item, words, format, kit] = await Promise.all([
    getTranslations('release'),
    getTranslations('area'),
    getTranslations('checklist.item'),
    getReleaseWords(),
    getFormat(),
    getTranslations('naloxone'),
  ])
  const sortable = (sort: BoardSort) => {
    const isSorted = input.sort === sort
    return {
      sortHref: boardAddress(input, { sort, descending: isSorted && !input.descending }),
      ...(isSorted ? { sorted: input.descending ? ('descending' as const) : ('ascending' as const) } : {}),
    }
  }
  return (
    <Table
      caption={t('table.caption')}
      hideCaption
      stickyHeader
      columns={[
        { key: 'person', header: t('table.person'), isRowHeader: true, ...sortable('name') },
        { key: 'release', header: t('table.release'), ...sortable('release') },
        { key: 'areas', header: t('table.areas') },
        { key: 'cover', header: t('table.cover') },
        { key: 'first', header: t('table.first') },
      ]}
      rows={board.persons.map((person) => ({
        key: person.episodeId,
        tone: toneOf(person),
        cells: {
          person: <Who person={person} />,
          release: <When person={person} />,
          areas: person.hasPlan ? <Areas person={person} /> : <StatusTag tone="info">{t('table.no-plan')}</StatusTag>,
          cover: <StatusTag {...coverLook(person.cover)}>{words.cover(person.cover)}</StatusTag>,
          first: person.hasPlan && <First person={person} />,
        },
      }))}
    />
  )

  function Who({ person }: { readonly person: BoardPerson }) {
    return (
      <div className={styles.who}>
        <Link href={paths.case(person.episodeId)}>
          <bdi>{listedName(person)}</bdi>
        </Link>
        <FactList
          facts={[
            person.dateOfBirth ? t('person.born', { day: format.day(person.dateOfBirth) }) : t('person.born-unknown'),
            person.number ?? t('person.number-unknown'),
            t(`legal-status.${person.legalStatus}`),
          ]}
        />
      </div>
    )
  }

  function When({ person }: { readonly person: BoardPerson }) {
    const { head, detail } = words.when(person)
    return (
      <div className={styles.lines}>
        <strong className={styles.head}>{head}</strong>
        {detail && <span>{detail}</span>}
        {person.clock.kind === 'not-confirmed-out' && (
          <StatusTag tone="urgent" shape="question">
            {t('when.not-confirmed-out')}
          </StatusTag>
        )}
      </div>
    )
  }

  function Areas({ person }: { readonly person: BoardPerson }) {
    return (
      <div className={styles.lines}>
        <AreaStatesCompact
          label={t('table.areas-of', { name: listedName(person) })}
          areas={person.areas.map((each) => ({
            key: each.area,
            name: area(`name.${each.area}`),
            short: area(`short.${each.area}`),
            state: t('table.area', { state: t(`area-state.${each.state}`), handoff: t(`handoff.${each.handoff}`) }),
            ...areaLook(each),
          }))}
        />
        <span className={styles.handover}>
          <StateShape {...HANDOVER_LOOK[person.handover]} />
          {words.handover(person)}
        </span>
        {person.kitAlert && <StatusTag tone="urgent">{kit(`alert-short.${person.kitAlert}`)}</StatusTag>}
      </div>
    )
  }

  function ReadyTag({ person: { ready } }: { readonly person: BoardPerson }) {
    if (ready === null) return null
    return ready.isReady ? (
      <StatusTag tone="good">{t('table.plan-ready')}</StatusTag>
    ) : (
      <span>{t('table.plan-missing', { count: ready.missing.length })}</span>
    )
  }

  function First({ person }: { readonly person: BoardPerson }) {
    return (
      <div className={styles.lines}>
        <ReadyTag person={person} />
        <span>{person.first === null ? t('table.nothing-left') : item(person.first.code)}</span>
        {person.first?.isOverdue && (
          <StatusTag tone="attention" shape="clock">
            {t('table.overdue')}
          </StatusTag>
        )}
      </div>
    )
  }
}

/** The line at a row's edge: red for somebody whose release nobody confirmed, or who is out or leaves now without a sure dose. */
function toneOf(person: BoardPerson): 'attention' | 'urgent' | undefined {
  if (person.clock.kind === 'not-confirmed-out') return 'urgent'
  const isNow = person.clock.kind !== 'not-released' || (person.daysToRelease !== null && person.daysToRelease <= 2)
  if (isNow && (person.cover.kind === 'gap' || person.cover.kind === 'not-recorded')) return 'urgent'
  return isNow && person.handover === 'not-yet' ? 'attention' : undefined
}
