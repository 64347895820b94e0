import type { Inbox } from '@throughcare/api/handoff/find-inbox'
import { AREAS } from '@throughcare/domain/checklist/areas'
import {
  type InboxQuery,
  isNarrowed,
  LIST_ORDERS,
  OUT_FILTERS,
  SENT_STATUSES,
  type SentQuery,
} from '@throughcare/domain/handoff/handoff-filters'
import { HANDOFF_KINDS } from '@throughcare/domain/handoff/handoff-statuses'
import { INBOX_TABS } from '@throughcare/domain/handoff/inbox-tabs'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FilterBar, type FilterGroup } from '@throughcare/ui/filter-bar'
import { Stack } from '@throughcare/ui/layout'
import { getTranslations } from 'next-intl/server'
import type { paths } from '../paths.ts'
import styles from '../release/board-filters.module.css'
import { inboxAddress, sentAddress, WITHOUT_FILTERS } from './list-address.ts'

type Narrowed = Pick<InboxQuery, 'area' | 'kind' | 'serviceId' | 'out' | 'overdue' | 'order'>
type Address = (change: Partial<Narrowed>) => string

type InboxProps = {
  readonly input: InboxQuery
  readonly senders: Inbox['senders']
  readonly team: readonly { readonly accountId: string; readonly name: string }[]
  /** The page that shows the list; the inbox itself unless it is another. */
  readonly path?: typeof paths.inbox | undefined
  /** Where no row of tabs stands above: how many each holds, to go from one to the other. */
  readonly counts?: Inbox['counts'] | undefined
}

/** Narrows the inbox. Every filter is a link: pressing it again takes it off. */
export async function InboxFilters({ input, senders, team, path, counts }: InboxProps) {
  const [t, tab] = await Promise.all([getTranslations('handoff-list.filter'), getTranslations('handoff')])
  const address = (change: Partial<InboxQuery>) => inboxAddress(input, change, path)
  const tabs: FilterGroup = {
    key: 'tab',
    label: tab('inbox.tabs'),
    options: INBOX_TABS.map((one) => ({
      text: tab(`tab.${one}`),
      selected: input.tab === one,
      href: address({ tab: one }),
      count: String(counts?.[one] ?? 0),
    })),
  }
  const workers: FilterGroup = {
    key: 'worker',
    label: t('worker'),
    options: team.map(({ accountId, name }) => ({
      text: name,
      selected: input.workerId === accountId,
      href: address({ workerId: input.workerId === accountId ? null : accountId }),
    })),
  }
  return (
    <Filters
      input={input}
      address={address}
      ends={{ label: t('sender'), services: senders }}
      first={counts && tabs}
      own={workers}
      clear={address({ ...WITHOUT_FILTERS, workerId: null })}
    />
  )
}

type SentProps = { readonly input: SentQuery; readonly receivers: Inbox['senders'] }

/** Narrows what was sent. */
export async function SentFilters({ input, receivers }: SentProps) {
  const [t, status] = await Promise.all([getTranslations('handoff-list.filter'), getTranslations('handoff.status')])
  const address: Address = (change) => sentAddress(input, change)
  const states: FilterGroup = {
    key: 'state',
    label: t('state'),
    options: SENT_STATUSES.map((one) => ({
      text: status(one),
      selected: input.status === one,
      href: sentAddress(input, { status: input.status === one ? null : one }),
    })),
  }
  return (
    <Filters
      input={input}
      address={address}
      ends={{ label: t('receiver'), services: receivers }}
      own={states}
      clear={sentAddress(input, { ...WITHOUT_FILTERS, status: null })}
    />
  )
}

type Props = {
  readonly input: InboxQuery | SentQuery
  readonly address: Address
  readonly ends: { readonly label: string; readonly services: Inbox['senders'] }
  /** Before all others. */
  readonly first?: FilterGroup | undefined
  /** What only this list can be narrowed to. */
  readonly own: FilterGroup
  readonly clear: string
}

async function Filters({ input, address, ends, first, own, clear }: Props) {
  const [t, area, handoff] = await Promise.all([
    getTranslations('handoff-list'),
    getTranslations('area'),
    getTranslations('handoff'),
  ])
  const quick: FilterGroup[] = [
    ...(first ? [first] : []),
    {
      key: 'out',
      label: t('filter.out'),
      options: OUT_FILTERS.map((out) => ({
        text: t(`out.${out}`),
        selected: input.out === out,
        href: address({ out: input.out === out ? null : out }),
      })),
    },
    {
      key: 'deadline',
      label: t('filter.deadline'),
      options: [{ text: t('overdue'), selected: input.overdue, href: address({ overdue: !input.overdue }) }],
    },
    {
      key: 'order',
      label: t('filter.order'),
      options: LIST_ORDERS.map((order) => ({
        text: t(`order.${order}`),
        selected: input.order === order,
        href: address({ order }),
      })),
    },
  ]
  const more: FilterGroup[] = [
    {
      key: 'area',
      label: t('filter.area'),
      options: AREAS.map((one) => ({
        text: area(`name.${one}`),
        selected: input.area === one,
        href: address({ area: input.area === one ? null : one }),
      })),
    },
    {
      key: 'kind',
      label: t('filter.kind'),
      options: HANDOFF_KINDS.map((kind) => ({
        text: handoff(`kind.${kind}`),
        selected: input.kind === kind,
        href: address({ kind: input.kind === kind ? null : kind }),
      })),
    },
    {
      key: 'service',
      label: ends.label,
      options: ends.services.map(({ id, name }) => ({
        text: name,
        selected: input.serviceId === id,
        href: address({ serviceId: input.serviceId === id ? null : id }),
      })),
    },
    own,
  ].filter(({ options }) => options.length > 0)
  const isFolded = input.area === null && input.kind === null && input.serviceId === null
  return (
    <Stack gap="small">
      <FilterBar
        label={t('filter.label')}
        groups={quick}
        clear={isNarrowed(input) ? { href: clear, text: t('filter.clear') } : undefined}
      />
      <Disclosure summary={t('filter.more')} open={!isFolded || own.options.some(({ selected }) => selected)}>
        <div className={styles.folded}>
          <FilterBar label={t('filter.more')} groups={more} />
        </div>
      </Disclosure>
    </Stack>
  )
}
