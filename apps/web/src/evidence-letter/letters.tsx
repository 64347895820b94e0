import type { LettersOfCase } from '@throughcare/api/evidence-letter/get-letters'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { Table } from '@throughcare/ui/table'
import { getLocale, getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { MakeLetters } from './make-letters.tsx'

type Props = { readonly episodeId: string; readonly of: LettersOfCase }

/** The letters made for one person, and the press that makes what the barriers ask for. Needs the words of `evidence-letter`. */
export async function Letters({ episodeId, of }: Props) {
  const [t, format, locale] = await Promise.all([getTranslations('evidence-letter'), getFormat(), getLocale()])
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' })
  const { letters, makes, asked } = of
  return (
    <Stack gap="medium">
      {asked.length > 0 && (
        <Notice tone="info">{t('asked', { letters: listed.format(asked.map((kind) => t(`kind.${kind}`))) })}</Notice>
      )}
      {makes.length > 0 && (
        <Disclosure summary={t('open')} open={asked.length > 0 && letters.length === 0}>
          <MakeLetters
            key={asked.join()}
            episodeId={episodeId}
            asked={asked}
            choices={makes.map((value) => ({ value, text: t(`kind.${value}`), description: t(`says.${value}`) }))}
          />
        </Disclosure>
      )}
      {letters.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          caption={t('list')}
          hideCaption
          phone="cards"
          columns={[
            { key: 'kind', header: t('column.kind'), isRowHeader: true },
            { key: 'asOf', header: t('column.as-of') },
            { key: 'from', header: t('column.from') },
            { key: 'by', header: t('column.by') },
          ]}
          rows={letters.map((letter) => ({
            key: letter.id,
            cells: {
              kind: <Link href={paths.letter(episodeId, letter.id)}>{t(`kind.${letter.kind}`)}</Link>,
              asOf: format.instant(letter.asOf),
              from: letter.serviceName,
              by: letter.recordedBy ?? '–',
            },
          }))}
        />
      )}
    </Stack>
  )
}
