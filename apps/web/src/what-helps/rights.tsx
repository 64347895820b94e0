import { findRightsSheet, RIGHTS } from '@throughcare/domain/what-helps/rights-sheets'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'

/** What the person has a right to in the country of release. A line without a confirmed source says to use the local protocol. */
export async function Rights({ country }: { readonly country: string }) {
  const [t, words] = await Promise.all([getTranslations('what-helps.rights'), getTranslations('person-rights')])
  const found = findRightsSheet(country)
  return (
    <Section heading={t('heading')} lead={t('lead')}>
      {found ? (
        <SummaryList
          rows={RIGHTS.map((right) => {
            const source = found.sheet[right]
            return {
              key: right,
              label: words(`right.${right}`),
              value: source ? (
                <>
                  <p>{words(`${found.country}.${right}`)}</p>
                  <small>{t(`source-${source.mark}`, { source: source.source })}</small>
                </>
              ) : (
                t('local')
              ),
            }
          })}
        />
      ) : (
        <Notice tone="info">{t('none')}</Notice>
      )}
    </Section>
  )
}
