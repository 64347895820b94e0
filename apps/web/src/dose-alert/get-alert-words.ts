import type { MedicationView } from '@throughcare/api/medication/medication-view'
import type { PersonRouting } from '@throughcare/domain/medication/route-person'
import type { RuleSetKind } from '@throughcare/domain/rule-set/rule-set-codes'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

export type ShownAlert = MedicationView['alerts'][number]

/** How urgent a state looks. */
export const TONE_OF_STATE = {
  watch: 'info',
  'check-in': 'attention',
  'ring-prescriber': 'urgent',
  'treat-as-new-start': 'urgent',
} as const satisfies Record<ShownAlert['state'], string>

/** Alerts about doses in the reader's words. */
export async function getAlertWords() {
  const [t, rules, format] = await Promise.all([
    getTranslations('dose-alert'),
    getTranslations('rule-set'),
    getFormat(),
  ])

  const heading = ({ rule, depotStatus, days }: ShownAlert): string => {
    if (depotStatus !== null) return `${t('heading.depot')}: ${t(`depot.${depotStatus}`)}`
    return days === null ? t(`heading.${rule}`) : t('when-raised', { days })
  }

  const kindOf = (by: string): RuleSetKind => (by === 'depot' ? 'depot-windows' : 'routing-by-days')

  /** By which rules the state of now was read, and whether a clinician here confirmed them. */
  const by = (routing: Extract<PersonRouting, { kind: 'routed' }>): string => {
    const set = t('by', {
      kind: rules(`kind.${kindOf(routing.by)}`),
      version: routing.rules.version,
      rule: routing.ruleId ?? '',
    })
    return routing.rules.standing === 'local-protocol' ? set : `${set} ${rules('note.not-confirmed')}.`
  }

  /** What a notice about the state of now is called. */
  const headingOf = (routing: Extract<PersonRouting, { kind: 'routed' }>): string =>
    t(`heading.${routing.by === 'intoxicated-now' ? 'days' : routing.by}`)

  /** By which rules it was raised, and how those stood. */
  const raised = ({ raisedAt, ruleId, rules: set, rule }: ShownAlert): string => {
    const told = {
      when: format.instant(raisedAt),
      kind: rules(`kind.${kindOf(rule)}`),
      version: set.version,
      standing: rules(`standing.${set.standing}`),
    }
    return ruleId === null ? t('raised-no-rule', told) : t('raised', { ...told, rule: ruleId })
  }

  const earlier = ({ state, raisedAt, endedAt, endedBecause, rules: by }: ShownAlert): string =>
    t('earlier.line', {
      state: t(`state.${state}`),
      when: format.instant(raisedAt),
      end: endedAt ? format.instant(endedAt) : '',
      because: endedBecause ? t(`because.${endedBecause}`) : '',
      id: by.id,
      version: by.version,
    })

  const toDo = (routing: PersonRouting): { ring: string[]; check: string[] } =>
    routing.kind === 'routed'
      ? {
          ring: routing.ring.map((whom) => t(`ring.${whom}`)),
          check: routing.check.map((what) => t(`check.${what}`)),
        }
      : { ring: [], check: [] }

  return { heading, headingOf, by, raised, earlier, toDo }
}
