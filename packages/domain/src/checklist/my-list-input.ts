import { z } from 'zod'
import { inputOf } from '../request/request-fields.ts'
import { Area } from './areas.ts'
import { ITEM_LISTS } from './item-lists.ts'

/** Whose items: everybody's, those in the reader's own name, or those in nobody's. */
export const ITEM_WORKERS = ['everybody', 'mine', 'unassigned'] as const
export type ItemWorker = (typeof ITEM_WORKERS)[number]

/** Items on a page of the list. */
export const MY_LIST_PAGE = 25

const LAST_PAGE = 4000

/** What stands in the address of "My list": codes and a number. */
export const MyListInput = inputOf({
  list: z.enum(ITEM_LISTS, { error: 'checklist.list.unknown' }).default('today'),
  area: Area.nullable().default(null),
  worker: z.enum(ITEM_WORKERS, { error: 'checklist.worker.unknown' }).default('everybody'),
  page: z
    .int('checklist.page.invalid')
    .min(1, 'checklist.page.invalid')
    .max(LAST_PAGE, 'checklist.page.invalid')
    .default(1),
})
export type MyListInput = z.infer<typeof MyListInput>
