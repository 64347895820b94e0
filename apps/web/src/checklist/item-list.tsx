import type { CaseView, ItemView } from '@throughcare/api/care-plan/case-view'
import { type Task, TaskList } from '@throughcare/ui/task-list'
import { getTranslations } from 'next-intl/server'
import { ItemFacts } from '../country-pack/item-facts.tsx'
import { paths } from '../paths.ts'
import { getItemWords } from './get-item-words.ts'
import { itemLook } from './item-looks.ts'
import { SetStatus } from './set-status.tsx'

type Props = {
  readonly label: string
  readonly view: CaseView
  readonly items: readonly ItemView[]
  /** Elsewhere on the page the same items stand to be set: here they only lead there. */
  readonly isPointer?: boolean
}

/** Items as a task list: how each stands in words, who answers for it, when it is due, what it waits for. */
export async function ItemList({ label, view, items, isPointer = false }: Props) {
  const [t, words] = await Promise.all([getTranslations('checklist'), getItemWords(view)])
  return <TaskList label={label} tasks={items.map(taskOf)} />

  function taskOf(item: ItemView): Task {
    const title = words.title(item.code)
    const isOpen = item.status === 'open' || item.status === 'in-progress'
    return {
      key: item.id,
      title: isPointer ? title : <span id={anchorOf(item)}>{title}</span>,
      href: isPointer ? `#${anchorOf(item)}` : paths.item(view.episode.id, item.id),
      status: { ...itemLook(item), text: words.status(item) },
      facts: [
        item.accountableServiceName,
        ...(isOpen ? [words.due(item)] : []),
        ...(isOpen && !isPointer && item.dueMovedAt && item.dueMovedAt === view.dateMove?.at ? [movedWords(item)] : []),
        ...(isOpen && item.critical && !item.isOverdue ? [t('critical')] : []),
        ...(isPointer && item.holdsUp.length > 0 ? [t('holds-up', { count: item.holdsUp.length })] : []),
        ...[words.by(item), words.reason(item)].filter((fact) => fact !== null),
      ],
      blockedBy:
        item.waitsFor.length > 0 ? t('waits', { items: item.waitsFor.map(words.title).join(', ') }) : undefined,
      more: isPointer ? undefined : <ItemFacts view={view} code={item.code} />,
      actions:
        !isPointer && item.maySet.length > 0 ? (
          <SetStatus
            itemId={item.id}
            seenVersion={item.version}
            title={title}
            status={item.status}
            maySet={item.maySet}
          />
        ) : undefined,
    }
  }

  function movedWords({ dueBefore }: ItemView): string {
    return dueBefore === null ? t('due.moved-from-none') : t('due.moved', { before: words.at(dueBefore) })
  }
}

/** Where an item stands on the page. */
function anchorOf(item: ItemView): string {
  return `item-${item.code}`
}
