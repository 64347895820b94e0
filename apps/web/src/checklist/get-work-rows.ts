import type { MyList } from '@throughcare/api/checklist/find-my-list'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { itemLook } from './item-looks.ts'
import type { WorkRow } from './work-row.ts'

/**
 * The lines of a list in the reader's words; times on the clock of the reader's service.
 * @param tellsService which service answers, where it is not the reader's own
 */
export async function getWorkRows(items: MyList['items'], tellsService: boolean): Promise<WorkRow[]> {
  const [t, checklist, area, format] = await Promise.all([
    getTranslations('item-work.fact'),
    getTranslations('checklist'),
    getTranslations('area'),
    getFormat(),
  ])
  const title = (code: string): string => (checklist.has(`item.${code}`) ? checklist(`item.${code}`) : code)
  return items.map((item) => ({
    itemId: item.id,
    version: item.version,
    title: title(item.code),
    itemHref: paths.item(item.episodeId, item.id),
    itemFacts: [
      area(`name.${item.area}`),
      ...(item.critical && !item.isOverdue ? [t('critical')] : []),
      ...(item.dueByHand ? [t('by-hand')] : []),
      ...(tellsService ? [item.accountableServiceName] : []),
    ],
    waits: item.waitsFor.length > 0 ? t('waits', { items: item.waitsFor.map(title).join(', ') }) : null,
    person: listedName(item) || t('nameless'),
    personFacts: [
      ...(item.dateOfBirth ? [t('born', { day: format.day(item.dateOfBirth) })] : []),
      ...(item.number ? [t('number', { number: item.number })] : []),
      ...(item.releasedAt
        ? [t('out', { at: format.instant(item.releasedAt, 'weekday') })]
        : item.releaseDate
          ? [t('leaves', { day: format.day(item.releaseDate, 'weekday') })]
          : []),
    ],
    caseHref: paths.case(item.episodeId),
    due: item.dueAt ? format.instant(item.dueAt, 'weekday') : t('no-due'),
    state: {
      ...itemLook(item),
      text: item.isOverdue ? t(item.critical ? 'late-critical' : 'late') : checklist(`status.${item.status}`),
    },
    who: item.assigneeLeft ? t('left', { name: item.assignee ?? '' }) : (item.assignee ?? t('nobody')),
    isUrgent: item.isOverdue && item.critical,
  }))
}
