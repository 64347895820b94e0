import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { TooLate } from '@throughcare/domain/checklist/plan-path'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { getItemWords } from '../checklist/get-item-words.ts'
import { getFormat } from '../words/get-format.ts'

/** The longest way through what is open before the gate, and what cannot be done in time any more with what to do instead. */
export async function PlanPath({ view }: { readonly view: CaseView }) {
  const { standing } = view
  if (!standing || (standing.path === null && standing.tooLate.length === 0)) return null
  const [t, words, instead, format] = await Promise.all([
    getTranslations('care-plan.path'),
    getItemWords(view),
    getTranslations('country-pack.instead'),
    getFormat(),
  ])
  const { path, tooLate } = standing
  // What is late only because it waits for something late is told with it, and not as a second trouble.
  const late = new Set<string>(tooLate.map(({ code }) => code))
  const waiting = tooLate.filter(
    ({ code, why: because }) =>
      because === 'lead-time' &&
      view.items.some((item) => item.code === code && item.waitsFor.some((each) => late.has(each))),
  )
  const first = tooLate.filter((each) => !waiting.includes(each))
  return (
    <Stack gap="small">
      {tooLate.length > 0 && (
        <Notice
          tone={tooLate.some(({ hard }) => hard) ? 'urgent' : 'attention'}
          heading={t('too-late.heading', { count: tooLate.length })}
          headingLevel={3}
        >
          <ul>
            {first.map((each) => (
              <li key={each.code}>
                <strong>{words.title(each.code)}</strong> {why(each)}{' '}
                {instead.has(each.code) ? instead(each.code) : t('too-late.instead')}
              </li>
            ))}
            {waiting.length > 0 && (
              <li key="waiting">
                {t('too-late.waiting', { items: waiting.map(({ code }) => words.title(code)).join(', ') })}{' '}
                {t('too-late.instead')}
              </li>
            )}
          </ul>
        </Notice>
      )}
      {path && (
        <p>
          {t('longest', { steps: path.codes.length, days: path.days })}{' '}
          {path.daysLeft !== null && t(path.daysLeft < path.days ? 'shorter' : 'left', { days: path.daysLeft })}{' '}
          {path.codes.map(words.title).join(' → ')}.{' '}
          {t(path.knownDays > 0 ? 'partly-known' : 'our-default', { days: path.knownDays })}
        </p>
      )}
    </Stack>
  )

  function why(late: TooLate): string {
    const day = format.day(late.lastDay, 'weekday')
    const said =
      late.why === 'day-passed'
        ? t('too-late.day-passed', { day })
        : t('too-late.lead-time', { day, needs: late.needs, left: late.left })
    return late.hard ? `${said} ${t('too-late.hard')}` : said
  }
}
