import type { Group } from '@throughcare/domain/continuity/breakdowns'
import type { ReleaseCount } from '@throughcare/domain/continuity/count-release'
import type { Mark } from '@throughcare/domain/continuity/marks'
import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'

/** Marks and groups with their numbers in the database: what stands beside every release stands there as numbers. */
export type CountedNames = {
  /** Gives numbers to those that have none. */
  learn: (deed: Deed<SystemActor>, counts: readonly Pick<ReleaseCount, 'marks' | 'groups'>[]) => Promise<void>
  idOfMark: (mark: Mark) => number
  idOfGroup: (group: Group) => number
  mark: (id: number) => Mark
  group: (id: number) => Group
}

/** All marks and groups that have been counted. */
export async function namesOf({ tx }: Deed<SystemActor>): Promise<CountedNames> {
  const marks = new Map<string, number>()
  const groups = new Map<string, number>()
  const markOf = new Map<number, Mark>()
  const groupOf = new Map<number, Group>()
  const knowMark = ({ id, ...mark }: Mark & { id: number }) => {
    marks.set(markKey(mark), id)
    markOf.set(id, mark)
  }
  const knowGroup = ({ id, ...group }: Group & { id: number }) => {
    groups.set(groupKey(group), id)
    groupOf.set(id, group)
  }
  for (const row of await tx.$queryRaw<(Mark & { id: number })[]>`
    select id, measure, outcome, detail, category from counted_mark`)
    knowMark(row)
  for (const row of await tx.$queryRaw<(Group & { id: number })[]>`select id, breakdown, value from counted_group`)
    knowGroup(row)

  return {
    learn: async (deed, counts) => {
      const newMarks = new Map(
        counts
          .flatMap((count) => count.marks.map((mark) => [markKey(mark), mark] as const))
          .filter(([key]) => !marks.has(key)),
      )
      const newGroups = new Map(
        counts
          .flatMap((count) => count.groups.map((group) => [groupKey(group), group] as const))
          .filter(([key]) => !groups.has(key)),
      )
      if (newMarks.size > 0) {
        const rows = [...newMarks.values()]
        const made = await deed.tx.$queryRaw<(Mark & { id: number })[]>`
          insert into counted_mark (measure, outcome, detail, category)
          select * from unnest(${rows.map((row) => row.measure)}::text[], ${rows.map((row) => row.outcome)}::text[],
            ${rows.map((row) => row.detail)}::text[], ${rows.map((row) => row.category)}::text[])
          returning id, measure, outcome, detail, category`
        made.forEach(knowMark)
      }
      if (newGroups.size > 0) {
        const rows = [...newGroups.values()]
        const made = await deed.tx.$queryRaw<(Group & { id: number })[]>`
          insert into counted_group (breakdown, value)
          select * from unnest(${rows.map((row) => row.breakdown)}::text[], ${rows.map((row) => row.value)}::text[])
          returning id, breakdown, value`
        made.forEach(knowGroup)
      }
    },
    idOfMark: (mark) => found(marks.get(markKey(mark))),
    idOfGroup: (group) => found(groups.get(groupKey(group))),
    mark: (id) => found(markOf.get(id)),
    group: (id) => found(groupOf.get(id)),
  }
}

function markKey({ measure, outcome, detail, category }: Mark): string {
  return `${measure} ${outcome} ${detail} ${category}`
}

function groupKey({ breakdown, value }: Group): string {
  return `${breakdown} ${value}`
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('a mark or group has no number')
  return one
}
