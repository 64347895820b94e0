import { personLanguage } from '@throughcare/i18n/locales'
import { printSheet } from '@throughcare/i18n/print-sheet'
import { LinkButton } from '@throughcare/ui/link-button'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../../../../paths.ts'
import { isPrintSheet, readPrintChoice } from '../../../../../../print-pack/print-address.ts'
import { PrintButton } from '../../../../../../print-pack/print-button.tsx'
import styles from '../../../../../../print-pack/print-sheet.module.css'
import { readPrintPack } from '../../../../../../print-pack/read-print-pack.ts'
import { SheetBlock } from '../../../../../../print-pack/sheet-block.tsx'
import { currentReader } from '../../../../../../words/current-reader.ts'

type Props = {
  readonly params: Promise<{ episodeId: string; sheet: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function readSheet({ params, searchParams }: Props) {
  const { episodeId, sheet } = await params
  const choice = readPrintChoice(await searchParams)
  if (!isPrintSheet(sheet)) notFound()
  const pack = await readPrintPack(episodeId)
  const page = printSheet(pack, {
    sheet,
    locale: choice.language ?? personLanguage(pack.person.languages).locale,
    wording: choice.wording ?? 'discreet',
    serviceId: choice.service,
    size: choice.size,
  })
  return { episodeId, choice, page }
}

/** Of the paper, not of the product: it becomes the title of the file that somebody keeps on a telephone. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { page } = await readSheet(props)
  return { title: { absolute: page.title } }
}

/** One page of the print pack, as it comes out of the printer. What stands above it is for the screen alone. */
export default async function PrintSheetPage(props: Props) {
  const { episodeId, choice, page } = await readSheet(props)
  const [t, { locale }] = await Promise.all([getTranslations('print-pack'), currentReader()])
  const { language, wording, size } = choice
  return (
    <>
      <header className={styles.deeds} lang={locale} dir="ltr">
        <PrintButton text={t('print')} />{' '}
        <LinkButton
          href={paths.printPack(episodeId, { language: language ?? undefined, wording: wording ?? undefined, size })}
          variant="secondary"
          icon="back"
        >
          {t('title')}
        </LinkButton>
      </header>
      <main className={styles.paper} lang={page.locale} dir={page.direction} data-size={size}>
        <h1>{page.title}</h1>
        {page.lead && <p>{page.lead}</p>}
        {page.blocks.map((block, place) => (
          <SheetBlock key={place} block={block} place={place} />
        ))}
        <div className={styles.foot}>
          {page.foot.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </main>
    </>
  )
}
