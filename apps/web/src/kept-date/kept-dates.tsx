import type { CircumstancesOfCase } from '@throughcare/api/circumstance/get-circumstances'
import { KEPT_STATES, type KeptKind } from '@throughcare/domain/kept-date/kept-codes'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { KeepingTag } from '../circumstance/keeping-tag.tsx'
import type { StatementField } from '../circumstance/statement-field.tsx'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { KeptDateForm } from './kept-date-form.tsx'

type Props = Pick<CircumstancesOfCase, 'byRule'> & {
  readonly episodeId: string
  readonly keptDates: NonNullable<CircumstancesOfCase['keptDates']>
  readonly keep: readonly KeptKind[]
}

/** Home, benefits and job: until when each is kept, and the letter that keeps it. Needs the words of `kept-date`. */
export async function KeptDates({ episodeId, keptDates, byRule, keep }: Props) {
  const [t, format] = await Promise.all([getTranslations('kept-date'), getFormat()])
  const fields: StatementField[] = [
    { name: 'withWhom', kind: 'text', label: t('withWhom.label') },
    { name: 'until', kind: 'day', label: t('until.label'), hint: t('until.hint') },
    { name: 'letterWords', kind: 'long', label: t('letterWords.label'), hint: t('letterWords.hint') },
    { name: 'letterSentOn', kind: 'day', label: t('letterSentOn.label') },
    {
      name: 'state',
      kind: 'choice',
      label: t('state.label'),
      options: KEPT_STATES.map((value) => ({ value, text: t(`is.${value}`) })),
    },
  ]
  const kind: StatementField = {
    name: 'kind',
    kind: 'list',
    label: t('kind.label'),
    none: t('kind.none'),
    options: keep.map((value) => ({ value, text: t(`what.${value}`) })),
  }
  return (
    <>
      {byRule.map((rule) => (
        <Notice key={rule.kind} tone="info">
          {t('by-rule', { what: t(`what.${rule.kind}`), day: format.day(rule.until, 'long') })}
        </Notice>
      ))}
      {keptDates.length === 0 && <p>{t('none')}</p>}
      {keptDates.map((one) => (
        <Card key={one.id} {...(one.alert && one.alert !== 'within-14-days' ? { tone: 'attention' as const } : {})}>
          <Stack gap="small">
            <h3>{t(`what.${one.kind}`)}</h3>
            <KeepingTag alert={one.alert} days={one.daysLeft} />
            <FactList
              facts={[
                t(`is.${one.state}`),
                ...(one.withWhom ? [one.withWhom] : []),
                one.until
                  ? t(one.untilSource === 'rule' ? 'until-by-rule' : 'until-day', { day: format.day(one.until) })
                  : t('until-unknown'),
                one.letterSentOn ? t('letter-sent', { day: format.day(one.letterSentOn) }) : t('letter-not-sent'),
                ...(one.letterWords ? [one.letterWords] : []),
              ]}
            />
            <LinkButton href={paths.keptDateLetter(episodeId, one.id)} variant="secondary" icon="print">
              {t('letter.open')}
            </LinkButton>
            {keep.includes(one.kind) && (
              <Disclosure summary={t('change')}>
                <KeptDateForm
                  id={`kept-${one.id}`}
                  fields={fields}
                  initial={Object.fromEntries(
                    fields.map(({ name }) => [name, one[name as keyof typeof one] as string]),
                  )}
                  fixed={{ episodeId, keptDateId: one.id, kind: one.kind, seenVersion: one.version }}
                  press={t('save')}
                  done={t('saved')}
                />
              </Disclosure>
            )}
          </Stack>
        </Card>
      ))}
      {keep.length > 0 && (
        <Disclosure summary={t('record')}>
          <KeptDateForm
            id="kept-new"
            fields={[kind, ...fields]}
            initial={{ state: 'running' }}
            fixed={{ episodeId, keptDateId: null, seenVersion: 0 }}
            press={t('save')}
            done={t('saved')}
          />
        </Disclosure>
      )}
    </>
  )
}
