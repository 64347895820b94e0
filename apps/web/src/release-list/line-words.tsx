import type { PreviewLine } from '@throughcare/api/release-list/preview-line'
import { FactList } from '@throughcare/ui/fact-list'
import { StatusTag } from '@throughcare/ui/status-tag'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'

const TONE_OF_RESULT = {
  new: 'info',
  same: 'quiet',
  changed: 'attention',
  'possible-duplicate': 'attention',
  refused: 'urgent',
} as const satisfies Record<PreviewLine['result'], Tone>

/** What one line would do, and why, in words. */
export async function LineWords({ line }: { readonly line: PreviewLine }) {
  const t = await getTranslations('release-list')
  const facts: string[] = []
  if (line.field && line.because) facts.push(`${t(`column.${line.field}`)} ${t(`because.${line.because}`)}`)
  if (line.at) facts.push(t('says.at', { at: line.at }))
  if (line.fields.length > 0)
    facts.push(t('says.fields', { fields: line.fields.map((field) => t(`column.${field}`)).join(', ') }))
  if (line.asLine !== null) facts.push(t('says.asLine', { line: line.asLine }))
  if (line.ofLine !== null) facts.push(t('says.ofLine', { line: line.ofLine }))
  if (line.ofPerson)
    facts.push(t('says.ofPerson', { name: `${line.ofPerson.familyName}, ${line.ofPerson.givenNames}` }))
  return (
    <>
      <StatusTag tone={line.leavesSooner ? 'urgent' : TONE_OF_RESULT[line.result]}>
        {line.leavesSooner ? `${t(`result.${line.result}`)}: ${t('says.sooner')}` : t(`result.${line.result}`)}
      </StatusTag>
      {facts.length > 0 && <FactList facts={facts} />}
    </>
  )
}
