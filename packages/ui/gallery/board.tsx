import { type AreaState, AreaStatesCompact } from '../src/area-states.tsx'
import { CountRow } from '../src/count-row.tsx'
import { FilterBar } from '../src/filter-bar.tsx'
import { Stack } from '../src/layout.tsx'
import { Link } from '../src/link.tsx'
import { LinkButton } from '../src/link-button.tsx'
import { PageHeading } from '../src/page-heading.tsx'
import { Pagination } from '../src/pagination.tsx'
import { StatusTag } from '../src/status-tag.tsx'
import { Table } from '../src/table.tsx'

const AREAS: readonly AreaState[] = [
  { key: 'omt', name: 'OMT', short: 'OMT', state: 'handed over', tone: 'good' },
  { key: 'naloxone', name: 'Naloxone', short: 'Nal', state: 'kit left in prison', tone: 'urgent' },
  { key: 'housing', name: 'Housing', short: 'Hou', state: 'sent, not answered', tone: 'info' },
  { key: 'benefits', name: 'Benefits', short: 'Ben', state: 'waits for proof of identity', tone: 'attention' },
  { key: 'partner', name: 'Partner', short: 'Par', state: 'not asked yet', tone: 'quiet' },
]

const PEOPLE = [
  ['Amundsen, Kåre', '04.07.1988', 'A1042BX', 'Fri 27 March', 'confirmed', 'urgent', 'No dose from Saturday'],
  ['O’Neill, Siobhán', '30.11.1991', 'A0871CD', 'Mon 30 March', 'expected', 'good', 'Covered for 7 days'],
  [
    'Ó Súilleabháin, Tadhg',
    '12.01.1979',
    'A1l0O8Q',
    'any day',
    'could be any day',
    'unknown',
    'Last dose not recorded',
  ],
  ['Nguyen, Thi Minh', '19.09.1995', 'A2210KL', 'Thu 2 April', 'confirmed', 'attention', 'Closed Thursday to Monday'],
] as const

/** The releases board: counts, filters, a sortable table that is cards on a phone, pages. */
export function BoardSample() {
  return (
    <>
      <PageHeading
        lead="Everyone who may leave in the next 28 days, Thursday 26 March to Wednesday 22 April."
        actions={
          <LinkButton href="#add" icon="add">
            Add a person
          </LinkButton>
        }
      >
        Releases
      </PageHeading>
      <CountRow
        label="Counts"
        items={[
          { key: 'all', value: '41', label: 'in the next 28 days', href: '#all', current: true },
          { key: 'today', value: '3', label: 'could leave today', href: '#today', tone: 'urgent' },
          { key: 'out', value: '5', label: 'out in the last 48 hours', href: '#out', tone: 'attention' },
          { key: 'open', value: '12', label: 'not handed over', href: '#open', tone: 'info' },
        ]}
      />
      <FilterBar
        label="Filters"
        groups={[
          {
            key: 'certainty',
            label: 'Release date',
            options: [
              { href: '#c', text: 'Confirmed', selected: true, count: '18' },
              { href: '#e', text: 'Expected', selected: false, count: '20' },
              { href: '#a', text: 'Could be any day', selected: false, count: '3' },
            ],
          },
          {
            key: 'cover',
            label: 'Dose cover',
            options: [
              { href: '#g', text: 'Gap', selected: false, count: '6' },
              { href: '#u', text: 'Unknown', selected: false, count: '2' },
            ],
          },
        ]}
        summary="4 of 41 people"
        clear={{ href: '#clear', text: 'Show all' }}
      />
      <Stack>
        <Table
          caption="Releases"
          hideCaption
          stickyHeader
          columns={[
            { key: 'name', header: 'Name', isRowHeader: true, sortHref: '#n' },
            { key: 'number', header: 'Number' },
            { key: 'release', header: 'Release', sortHref: '#r', sorted: 'ascending' },
            { key: 'areas', header: 'Areas' },
            { key: 'dose', header: 'Dose cover at release' },
            { key: 'handoff', header: 'Handoff' },
          ]}
          rows={PEOPLE.map(([name, born, number, release, certainty, tone, cover]) => ({
            key: number,
            tone: tone === 'urgent' ? 'urgent' : undefined,
            cells: {
              name: <Link href={`#${number}`}>{name}</Link>,
              number: `${number}, born ${born}`,
              release: `${release}, ${certainty}`,
              areas: <AreaStatesCompact label={`Areas of ${name}`} areas={AREAS} />,
              dose: <StatusTag tone={tone}>{cover}</StatusTag>,
              handoff: <StatusTag tone="info">Sent</StatusTag>,
            },
          }))}
        />
        <Pagination
          label="Pages"
          summary="1 to 4 of 41 people"
          pages={[
            { href: '#1', text: '1', spoken: 'Page 1', current: true },
            { href: '#2', text: '2', spoken: 'Page 2' },
          ]}
          next={{ href: '#2', text: 'Next' }}
        />
      </Stack>
    </>
  )
}
