import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import type { Hat } from './hats.ts'
import type { Owner } from './put.ts'

/**
 * Free text of the tables of a case, with the category of the table or the column that names it. A mark of the case and of the
 * category is written into it when the stage stores it. What stands in no list is a code, a number or a name, which
 * leaks.ts looks for by itself.
 */
const FREE_TEXT: Readonly<Record<string, { category: string; columns: readonly string[] }>> = {
  appointment: { category: 'area', columns: ['place'] },
  barrier: { category: 'area', columns: ['words'] },
  belongings: { category: 'belongings', columns: ['inventory', 'place', 'may_collect'] },
  bridging_prescription: { category: 'omt', columns: ['prescribed_text'] },
  contact_attempt: { category: 'release', columns: ['note'] },
  contact_safety: { category: 'identity', columns: ['wording'] },
  dose: { category: 'omt', columns: ['product'] },
  health_supply: { category: 'category', columns: ['medicine', 'continues'] },
  housing_place: { category: 'housing', columns: ['address', 'key_from'] },
  item_comment: { category: 'area', columns: ['text'] },
  kept_date: { category: 'area', columns: ['with_whom'] },
  medication_treatment: { category: 'omt', columns: ['prescribed_text'] },
  minimum_pack: { category: 'omt', columns: ['prescriber'] },
  naloxone_kit: { category: 'naloxone', columns: ['product', 'lot'] },
  own_words: { category: 'own-words', columns: ['words'] },
  own_words_comment: { category: 'own-words', columns: ['text'] },
  sharing_note: { category: 'sharing-note', columns: ['words'] },
  supporter: { category: 'support', columns: ['name'] },
  treatment_away: { category: 'omt', columns: ['place'] },
  what_helps: { category: 'health', columns: ['last_time', 'preferred_medicine'] },
}

/** The number of the case that a row belongs to, by the ids of episode and person. */
const numbers = new Map<string, string>()

/** From now on rows of this case are marked. */
export function markCase({
  episodeId,
  personId,
  number,
}: {
  episodeId: string
  personId: string
  number: string
}): void {
  numbers.set(episodeId, number).set(personId, number)
}

type Row = Record<string, unknown>

/** The rows as they are stored: what somebody typed says of which case and category it is. */
export function marked(table: string, rows: readonly Row[]): readonly Row[] {
  const text = FREE_TEXT[table]
  if (!text) return rows
  return rows.map((row) => {
    const number = numbers.get(String(row.episode_id ?? row.person_id))
    if (!number) return row
    const isNamed = text.category === 'area' || text.category === 'category'
    const mark = canary(number, String(isNamed ? row[text.category] : text.category))
    return { ...row, ...Object.fromEntries(text.columns.map((column) => [column, said(row[column], mark)])) }
  })
}

/** The mark behind what is said there already. */
const said = (value: unknown, mark: string) => (typeof value === 'string' ? `${value} ${mark}` : mark)

/** What marks the text of a case and a category. */
export const canary = (number: string, category: string) => `canary-${number}-${category}`
const CANARY = /canary-(K\d{5})-([a-z]+(?:-[a-z]+)*)/g

/** Of which categories any answer showed a mark so far: what nobody is ever shown proves nothing by not being shown. */
export const CATEGORIES_SHOWN = new Set<string>()

/** The marks in a text, as number and category. */
export function canariesIn(text: string): { number: string; category: string }[] {
  const found = new Map([...text.matchAll(CANARY)].map((match) => [match[0], match]))
  return [...found.values()].map(([, number = '', category = '']) => ({ number, category }))
}

/**
 * Marks in an answer of categories that are closed to this hat in the case that they are of. Empty: no fact of a case stands in it that
 * part, role and grants do not open.
 */
export async function closedIn(owner: Owner, { role, actor }: Hat, text: string): Promise<string[]> {
  const found = canariesIn(text)
  if (found.length === 0) return []
  for (const { category } of found) CATEGORIES_SHOWN.add(category)
  const { rows } = await owner.query<{ what: string }>({
    name: 'canaries',
    text: `
      select f.number || ' ' || f.category as what
      from unnest($2::text[], $3::text[]) as f (number, category)
      where f.category = any ($4::text[]) or not exists (
        select 1 from person_identifier i join case_part p on p.person_id = i.person_id
        where i.value = f.number and p.service_id = $1 and p.until > app.now() and f.category = any (p.categories))`,
    values: [
      actor.serviceId,
      found.map(({ number }) => number),
      found.map(({ category }) => category),
      closedCategories({ role, grants: actor.grants }),
    ],
  })
  return rows.map(({ what }) => what)
}
