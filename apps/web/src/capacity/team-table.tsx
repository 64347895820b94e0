import type { TeamMember } from '@throughcare/api/capacity/team-member'
import { CAPACITY_SAYS } from '@throughcare/domain/capacity/capacity'
import { ListInboxInput } from '@throughcare/domain/handoff/list-handoffs-input'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Link } from '@throughcare/ui/link'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'
import { inboxAddress } from '../handoff/list-address.ts'
import { getFormat } from '../words/get-format.ts'
import { CapacityForm } from './capacity-form.tsx'
import { getCapacityWords } from './get-capacity-words.ts'

const LOOK = { away: 'attention', room: 'good', full: 'attention', 'not-said': 'quiet' } as const satisfies Record<
  TeamMember['today']['kind'],
  Tone
>

type Props = {
  readonly team: readonly TeamMember[]
  readonly mayStateOf: (member: TeamMember) => boolean
}

/** Each worker's caseload, every number opening its rows in the inbox, and what was said of today. */
export async function TeamTable({ team, mayStateOf }: Props) {
  const [t, words, format] = await Promise.all([getTranslations('capacity'), getCapacityWords(), getFormat()])
  const taken = ListInboxInput.parse({ tab: 'acknowledged', page: 1 })
  return (
    <Table
      caption={t('table')}
      hideCaption
      columns={[
        { key: 'name', header: t('name'), isRowHeader: true },
        { key: 'handoffs', header: t('handoffs'), align: 'end' },
        { key: 'cases', header: t('cases'), align: 'end' },
        { key: 'first', header: t('first'), align: 'end' },
        { key: 'today', header: t('today') },
      ]}
      rows={team.map((one) => {
        const rowsOf = (out: 'first-48-hours' | null) => inboxAddress(taken, { workerId: one.accountId, out })
        return {
          key: one.accountId,
          cells: {
            name: (
              <>
                <bdi>{one.name}</bdi>
                {one.isSelf && <FactList facts={[t('self')]} />}
              </>
            ),
            handoffs: (
              <Link href={rowsOf(null)} data-count>
                {one.handoffs}
              </Link>
            ),
            cases: one.cases,
            first: (
              <Link href={rowsOf('first-48-hours')} data-count>
                {one.inFirstHours}
              </Link>
            ),
            today: (
              <>
                <StatusTag tone={LOOK[one.today.kind]}>{words.today(one)}</StatusTag>
                {one.today.kind !== 'not-said' && one.statedAt && (
                  <FactList facts={[t('said', { name: one.statedBy ?? '', at: format.instant(one.statedAt) })]} />
                )}
                {mayStateOf(one) && (
                  <Disclosure summary={one.isSelf ? t('state-self') : t('state', { name: one.name })}>
                    <CapacityForm
                      id={`capacity-${one.accountId}`}
                      fields={[
                        {
                          name: 'says',
                          kind: 'choice',
                          label: t('says.label'),
                          options: CAPACITY_SAYS.map((value) => ({ value, text: t(`says.${value}`) })),
                        },
                        {
                          name: 'awayUntil',
                          kind: 'day',
                          label: t('awayUntil.label'),
                          onlyWith: { field: 'says', is: ['away'] },
                        },
                        {
                          name: 'room',
                          kind: 'number',
                          label: t('room.label'),
                          hint: t('room.hint'),
                          onlyWith: { field: 'says', is: ['room'] },
                        },
                      ]}
                      initial={{}}
                      fixed={{ accountId: one.accountId }}
                      press={t('save')}
                      done={t('saved')}
                    />
                  </Disclosure>
                )}
              </>
            ),
          },
        }
      })}
    />
  )
}
