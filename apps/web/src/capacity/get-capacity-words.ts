import type { TeamMember } from '@throughcare/api/capacity/team-member'
import type { SelectOption } from '@throughcare/ui/select'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** A worker to be chosen: the option says what they have and whether they have room. */
export type WorkerOption = SelectOption & { readonly name: string }

/** Who has how much and who has room, in the reader's words. */
export async function getCapacityWords() {
  const [t, format] = await Promise.all([getTranslations('capacity'), getFormat()])
  const today = ({ today: said }: Pick<TeamMember, 'today'>): string => {
    if (said.kind === 'away') return t('today-is.away', { day: format.day(said.until, 'brief') })
    return said.kind === 'room' ? t('today-is.room', { room: said.room }) : t(`today-is.${said.kind}`)
  }
  const load = ({ handoffs, inFirstHours }: Pick<TeamMember, 'handoffs' | 'inFirstHours'>): string =>
    [t('load', { handoffs }), inFirstHours > 0 ? t('load-first', { count: inFirstHours }) : null]
      .filter(Boolean)
      .join(', ')
  /** Whoever is there first, those who said that they have room before all others; whoever is away last. */
  const options = (team: readonly TeamMember[]): WorkerOption[] =>
    team
      .toSorted((left, right) => RANK[left.today.kind] - RANK[right.today.kind])
      .map((one) => ({ value: one.accountId, name: one.name, text: `${one.name}: ${load(one)}. ${today(one)}` }))
  return { today, load, options }
}

const RANK = { room: 0, 'not-said': 1, full: 2, away: 3 } as const
