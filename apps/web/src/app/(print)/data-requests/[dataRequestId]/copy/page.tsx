import { AppError } from '@throughcare/api/app-error'
import { directionOf, LOCALES, type Locale } from '@throughcare/i18n/locales'
import { LinkButton } from '@throughcare/ui/link-button'
import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import styles from '../../../../../audit/copy.module.css'
import { copyWords } from '../../../../../data-request/copy-words.ts'
import { SaveCopy } from '../../../../../data-request/save-copy.tsx'
import { carriesSentence } from '../../../../../handoff/carries-sentence.ts'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { paths } from '../../../../../paths.ts'
import { PrintButton } from '../../../../../print-pack/print-button.tsx'
import { ProveAgain } from '../../../../../session/prove-again.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { currentReader } from '../../../../../words/current-reader.ts'
import { Words } from '../../../../../words/words.tsx'

type Props = {
  readonly params: Promise<{ dataRequestId: string }>
  readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** Of the paper, not of the product: it becomes the title of a file on somebody's telephone. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { words } = await wordsOf(searchParams)
  return { title: { absolute: words.t('title') } }
}

async function wordsOf(searchParams: Props['searchParams']) {
  const [{ language }, reader] = await Promise.all([searchParams, currentReader()])
  const locale: Locale = LOCALES.find((one) => one === language) ?? reader.locale
  return { locale, reader, words: copyWords(locale, reader.timeZone) }
}

/** Everything that the service holds about somebody, for them to take along. What stands above it is for the screen alone. */
export default async function PersonCopyPage({ params, searchParams }: Props) {
  const dataRequestId = idOrNotFound((await params).dataRequestId)
  const [{ locale, reader, words }, t, handoff, refusal] = await Promise.all([
    wordsOf(searchParams),
    getTranslations('data-request'),
    getTranslations('handoff'),
    getTranslations('refusal'),
  ])
  const caller = await api()
  const made = await orRefusal(orNotFound(caller.dataRequest.export({ dataRequestId })))
  const back = (
    <LinkButton href={paths.dataRequest(dataRequestId)} variant="secondary" icon="back">
      {t('page.title')}
    </LinkButton>
  )
  if (made.refused !== null)
    return (
      <Words nouns={['data-request']}>
        <main className={styles.sheet}>
          <h1>{t('copy.heading')}</h1>
          {made.refused === 'step-up-needed' ? (
            <>
              <p>{refusal('step-up-needed')}</p>
              <ProveAgain /> <LinkButton href={paths.personCopy(dataRequestId)}>{t('copy.make')}</LinkButton>
            </>
          ) : (
            <p>{t.has(`refusal.${made.refused}`) ? t(`refusal.${made.refused}`) : refusal('refused')}</p>
          )}
          <p>{back}</p>
        </main>
      </Words>
    )
  const { copy } = made
  return (
    <>
      <header className={styles.deeds}>
        <PrintButton text={t('copy.print')} /> <SaveCopy copy={copy} text={t('copy.file')} /> {back}
      </header>
      <main className={styles.sheet} lang={locale} dir={directionOf(locale)}>
        <h1>{words.t('title')}</h1>
        <p>{words.t('lead', { service: copy.serviceName, at: words.value(copy.madeAt) })}</p>
        <p>{carriesSentence(handoff, reader.locale, copy.carries)}</p>
        <p>{copy.heldBack === 0 ? words.t('whole') : words.t('held-back', { count: copy.heldBack })}</p>
        {copy.tables.map(({ table, rows }) => (
          <section key={table}>
            <h2>{words.t(`table.${table}`)}</h2>
            {rows.map(({ fields, heldBack }, place) => (
              <dl key={`${table} ${place}`}>
                {fields.map(({ field, value }) => (
                  <div key={field}>
                    <dt>{words.field(field)}</dt>
                    <dd>{words.value(value, { table, field, code: codeOf(fields) })}</dd>
                  </div>
                ))}
                {heldBack > 0 && (
                  <div>
                    <dt>{words.t('left-out')}</dt>
                    <dd>{words.t('left-out-count', { count: heldBack })}</dd>
                  </div>
                )}
              </dl>
            ))}
          </section>
        ))}
        <p>{words.t('rights')}</p>
      </main>
    </>
  )
}

function codeOf(fields: readonly { field: string; value: unknown }[]): string | null {
  const code = fields.find(({ field }) => field === 'code')?.value
  return typeof code === 'string' ? code : null
}

/** The answer, or why it was refused: the page says it in words. */
async function orRefusal<T>(answer: Promise<T>): Promise<{ copy: T; refused: null } | { copy: null; refused: string }> {
  try {
    return { copy: await answer, refused: null }
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof AppError)) throw error
    const { code, details } = error.cause
    if (code === 'step-up-needed') return { copy: null, refused: code }
    if (code !== 'refused') throw error
    return { copy: null, refused: String(details.refusal).replace('data-request.', '') }
  }
}
