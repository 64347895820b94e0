import type { Owner } from '../put.ts'
import { CASE_TABLES } from './table-rules.ts'

/** Policies of case tables that name no category, each with what decides instead. */
const WITHOUT_CATEGORY: Readonly<Record<string, string>> = {
  custody_episode_add: 'the prison that has just added the person: there is no part yet',
  custody_stay_add: 'the prison that has just opened the episode: there is no part yet',
  person_add: 'nobody is there yet',
  person_identifier_add: 'the prison that has just added the person: there is no part yet',
}

type Policy = { table: string; name: string; cmd: string; text: string }

/**
 * Policies through which the app's role reaches rows of a case without asking for the category of the table, or writes with one that
 * may only be read; and reasons above that no policy needs any more.
 */
export async function policiesWithoutCategory(owner: Owner): Promise<string[]> {
  const { rows } = await owner.query<Policy>(
    `select tablename as table, policyname as name, cmd, concat(qual, ' ', with_check) as text from pg_policies
     where schemaname = 'public' and permissive = 'PERMISSIVE' and 'throughcare_app' = any (roles)`,
  )
  const policies = rows.filter(({ table }) => {
    const category = CASE_TABLES[table]?.category
    return category !== undefined && category !== 'envelope' && category !== 'own'
  })
  if (policies.length < 80) throw new Error(`looked at ${policies.length} policies only`)
  const wrong = policies.filter((policy) => !(policy.name in WITHOUT_CATEGORY) && !asksForCategory(policy))
  const names = policies.map(({ name }) => name)
  return [
    ...wrong.map(({ table, name }) => `${name} on ${table}: asks for no category of case_part, or for another one`),
    ...Object.keys(WITHOUT_CATEGORY)
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: there is no such policy`),
  ]
}

function asksForCategory({ table, cmd, text }: Policy): boolean {
  const category = CASE_TABLES[table]?.category ?? ''
  const isNamed = category === 'area' || category === 'category'
  const asked = isNamed ? `${table}.${category}` : `'${category}'::text`
  return text.includes(`${asked} = ANY (p.${cmd === 'SELECT' ? 'categories' : 'writes'})`)
}
