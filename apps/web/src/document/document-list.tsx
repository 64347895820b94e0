import type { ItemPage } from '@throughcare/api/checklist/get-item'
import { Row } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { type Task, TaskList } from '@throughcare/ui/task-list'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { RemoveForm } from './remove-form.tsx'

const BYTES_OF_A_KB = 1024

/** The evidence on an item. What was removed keeps its line, and the reason. */
export async function DocumentList({ itemId, documents }: { readonly itemId: string } & Pick<ItemPage, 'documents'>) {
  const [t, format] = await Promise.all([getTranslations('document'), getFormat()])
  if (documents.length === 0) return <p>{t('none')}</p>
  return <TaskList label={t('list')} tasks={documents.map(taskOf)} />

  function taskOf(one: ItemPage['documents'][number]): Task {
    const title = t(`shows.${one.shows}`)
    const { removed } = one
    return {
      key: one.id,
      title,
      status: removed
        ? { tone: 'quiet', shape: 'dash', text: t('removed-kept') }
        : { tone: 'info', text: t(`type.${one.mediaType}`) },
      facts: [
        t('size', { size: Math.max(1, Math.round(one.bytes / BYTES_OF_A_KB)) }),
        t('by', { name: one.addedBy ?? '', service: one.addedByService, at: format.instant(one.addedAt) }),
        ...(removed
          ? [t('removed', { at: format.instant(removed.at), name: removed.by ?? '', why: removed.because })]
          : []),
      ],
      actions: removed ? undefined : (
        <Row>
          {/* A file, not a page: the browser saves it. */}
          <LinkButton href={paths.document(one.id)} size="small" variant="secondary">
            {t('open')}
          </LinkButton>
          {one.mayRemove && <RemoveForm documentId={one.id} itemId={itemId} title={title} />}
        </Row>
      ),
    }
  }
}
