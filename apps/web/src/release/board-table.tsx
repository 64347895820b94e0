import type { ReleasesBoard } from '@throughcare/api/release/board'
import type { BoardPerson } from '@throughcare/api/release/board-person'
import type { BoardInput, BoardSort } from '@throughcare/domain/release/board-input'
import { AreaStatesCompact } from '@throughcare/ui/area-states'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { Tag } from '@throughcare/ui/tag'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { boardAddress } from './board-address.ts'
import { areaLook, coverLook, HANDOVER_LOOK } from './board-looks.ts'
import { getReleaseWords } from './get-release-words.ts'

type Props = { readonly input: BoardInput; readonly board: ReleasesBoard }

/** The persons of one list, a row each on a desk and a card each on a phone. */
export async function BoardTable({ input, board }: Props) {
  const [t, area, item, words, format] = await Promise.all([
    getTranslations('release'),
    getTranslations('area'),
    getTranslations('checklist.item'),
    getReleaseWords(),
    getFormat(),
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
        { key: 'handover', header: t('table.handover') },
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
          handover: <StatusTag {...HANDOVER_LOOK[person.handover]}>{words.handover(person)}</StatusTag>,
          first: <First person={person} />,
        },
      }))}
    />
  )

  function Who({ person }: { readonly person: BoardPerson }) {
    return (
      <Stack gap="small">
        <Link href={paths.case(person.episodeId)}>
          <bdi>{listedName(person)}</bdi>
        </Link>
        <FactList
          facts={[
            person.dateOfBirth ? t('person.born', { day: format.day(person.dateOfBirth) }) : t('person.born-unknown'),
            person.number === null ? t('person.number-unknown') : t('person.number', { number: person.number }),
            t(`legal-status.${person.legalStatus}`),
          ]}
        />
      </Stack>
    )
  }

  function When({ person }: { readonly person: BoardPerson }) {
    const { head, detail } = words.when(person)
    return (
      <Stack gap="small">
        <strong>{head}</strong>
        {detail && <span>{detail}</span>}
        {person.clock.kind === 'not-confirmed-out' && (
          <StatusTag tone="urgent" shape="question">
            {t('when.not-confirmed-out')}
          </StatusTag>
        )}
      </Stack>
    )
  }

  function Areas({ person }: { readonly person: BoardPerson }) {
    return (
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
    )
  }

  function First({ person }: { readonly person: BoardPerson }) {
    if (!person.hasPlan) return null
    if (person.first === null) return <span>{t('table.nothing-left')}</span>
    return (
      <Stack gap="small">
        <span>{item(person.first.code)}</span>
        {person.first.isOverdue && <Tag strong>{t('table.overdue')}</Tag>}
      </Stack>
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
