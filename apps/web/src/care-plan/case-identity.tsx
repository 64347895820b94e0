import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { MustNotMissCode } from '@throughcare/api/care-plan/must-not-miss'
import type { MedicationView } from '@throughcare/api/medication/medication-view'
import { type IdentityAlert, IdentityBar } from '@throughcare/ui/identity-bar'
import { getTranslations } from 'next-intl/server'
import { getClockWords } from '../handoff/get-clock-words.ts'
import { listedName } from '../handoff/person-name.ts'
import { getCoverWords } from '../medication/get-cover-words.ts'
import { languageNames } from '../person/language-names.ts'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'

const TONE_OF_MISS = {
  'not-confirmed-out': 'urgent',
  'overdose-contact-due': 'urgent',
  'kit-left-in-prison': 'urgent',
  'kit-not-replaced': 'urgent',
  'handoff-unanswered': 'urgent',
  'critical-overdue': 'urgent',
  'belongings-past': 'attention',
  'belongings-go': 'attention',
  'could-leave-any-day': 'attention',
  'kit-not-in-hand': 'attention',
  interpreter: 'attention',
} as const satisfies Record<MustNotMissCode, IdentityAlert['tone']>

type Props = { readonly view: CaseView; readonly medication: MedicationView | null }

/** Who this case is about, how late it is, and what must not be missed: on every page of the case. */
export async function CaseIdentity({ view, medication }: Props) {
  const [t, format, clockWords, reader] = await Promise.all([
    getTranslations('care-plan'),
    getFormat(),
    getClockWords(),
    currentReader(),
  ])
  const { person, prison } = view
  const closed = await getTranslations('custody-episode.event')
  const names = languageNames(person.languages, reader.locale)
  const alerts = [...(view.stoppedBy ? [] : await doseAlerts(medication)), ...planAlerts()].toSorted(
    (left, right) => Number(left.tone !== 'urgent') - Number(right.tone !== 'urgent'),
  )
  return (
    <IdentityBar
      label={t('identity.label')}
      name={listedName(person)}
      facts={[
        {
          key: 'born',
          label: t('identity.born'),
          value: person.dateOfBirth ? format.day(person.dateOfBirth) : t('identity.born-unknown'),
        },
        { key: 'number', label: t('identity.number'), value: person.number ?? t('identity.number-unknown') },
        { key: 'prison', label: t('identity.prison'), value: prison.name },
        ...(person.otherNames.length > 0
          ? [{ key: 'also', label: t('identity.also'), value: person.otherNames.join(', ') }]
          : []),
        ...(names ? [{ key: 'language', label: t('identity.language'), value: names }] : []),
      ]}
      clock={
        view.stoppedBy
          ? { unit: closed('clock'), tone: 'quiet' }
          : clockWords(view.clock, prison.timeZone, view.isBackInside)
      }
      alerts={alerts}
      alertsLabel={t('identity.alerts', { count: alerts.length })}
    />
  )

  function planAlerts(): IdentityAlert[] {
    return view.mustNotMiss.map(({ code, count, languages }) => ({
      key: code,
      tone: TONE_OF_MISS[code],
      text: t(`miss.${code}`, {
        count: count ?? 0,
        languages: languageNames(languages, reader.locale) || t('identity.language-unknown'),
      }),
    }))
  }
}

/** The gap in doses, in the words of the strip: the first thing that is looked for. */
async function doseAlerts(medication: MedicationView | null): Promise<IdentityAlert[]> {
  if (!medication) return []
  const [t, words] = await Promise.all([getTranslations('care-plan'), getCoverWords()])
  const { doubleDoses, sentence } = medication
  const double: IdentityAlert[] =
    doubleDoses.length > 0 ? [{ key: 'double-dose', tone: 'urgent', text: t('miss.double-dose') }] : []
  if (sentence.kind !== 'gap') return double
  const isUnknown = sentence.parts.every((part) => part.why.state === 'unknown')
  return [
    ...double,
    {
      key: 'dose-gap',
      tone: isUnknown ? 'unknown' : 'urgent',
      text: t('miss.dose-gap', { sentence: words.gapInBrief(sentence) }),
    },
  ]
}
