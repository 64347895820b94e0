import { RELATIONS, type Relation, type Role } from '@throughcare/domain/access/access-codes'
import type { ActionRule } from '@throughcare/domain/access/action-rule'
import { ACTIONS, type Action, mayDo } from '@throughcare/domain/access/who-may'
import { WHO_MAY } from '@throughcare/domain/access/who-may-table'
import { ROLES_OF_KIND, SERVICE_KINDS, type ServiceKind } from '@throughcare/domain/service/service-kinds'
import { CATEGORY, FOR, GRANT, inWords, KIND, RELATION, ROLE } from './access-page-words.ts'

const EVERYBODY = 'everybody who is signed in'

/** Every action with who may do it and in which part, by what it is about. */
export function actionsPart(): string {
  const byNoun = Map.groupBy(ACTIONS, (action) => action.slice(0, action.indexOf('.')))
  return [...byNoun]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(
      ([noun, actions]) =>
        `### ${spaced(noun)}\n\n| action | who, with which part | kind of information |\n| --- | --- | --- |\n${actions.map(rowOf).join('\n')}\n`,
    )
    .join('\n')
}

function rowOf(action: Action): string {
  const { category, grant }: ActionRule = WHO_MAY[action]
  const needs = grant ? `; only with the grant *${GRANT[grant].called}*` : ''
  const about = category ? CATEGORY[category].called : 'none of a case'
  return `| ${spaced(action.slice(action.indexOf('.') + 1))} | ${whoDoes(action)}${needs} | ${about} |`
}

function whoDoes(action: Action): string {
  const { by, grant }: ActionRule = WHO_MAY[action]
  const grants = grant ? [grant] : []
  const isAllowed = (role: Role, kind: ServiceKind, part: Relation) =>
    ROLES_OF_KIND[kind].some((one) => one === role) && mayDo(role, action, part, kind, grants) && isPartOf(kind, part)
  const people = SERVICE_KINDS.flatMap((kind) => ROLES_OF_KIND[kind].map((role): [Role, ServiceKind] => [role, kind]))
  const allowed = people.filter(([role, kind]) => RELATIONS.some((part) => isAllowed(role, kind, part)))
  if (allowed.length === people.length) return EVERYBODY
  // The kinds in which a role does it in the same parts share a line.
  const groups = Map.groupBy(allowed, ([role, kind]) => {
    const parts = by[role] === 'any' ? '' : RELATIONS.filter((part) => isAllowed(role, kind, part)).join(' ')
    return `${role}/${parts}`
  })
  return [...groups]
    .map(([key, of]) => {
      const role = key.slice(0, key.indexOf('/')) as Role
      const parts = key.slice(key.indexOf('/') + 1)
      const kinds = inWords(of.map(([, kind]) => KIND[kind]))
      const which = parts
        ? ` (${parts
            .split(' ')
            .map((part) => RELATION[part as Relation].called)
            .join(', ')})`
        : ''
      return `${ROLE[role]} ${FOR} ${kinds}${which}`
    })
    .join('; ')
}

/** A prison holds and lets go; every other service is asked, and takes. */
const isPartOf = (kind: ServiceKind, part: Relation): boolean =>
  kind === 'prison-health' ? part !== 'offered' && part !== 'accepted' : part !== 'own'

const spaced = (code: string): string => code.replaceAll('-', ' ')
