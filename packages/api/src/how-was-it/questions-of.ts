import type { Actor } from '@throughcare/db/actor'
import type { Category } from '@throughcare/domain/access/access-codes'
import { ANSWERS_OF_QUESTION, QUESTIONS, type Question } from '@throughcare/domain/how-was-it/how-was-it-codes'
import { CATEGORIES_OF_KIND, type ServiceKind } from '@throughcare/domain/service/service-kinds'

/** What somebody of this service may ask: whatever its kind may know. A housing service asks nobody about medicine. */
export function questionsOf({ serviceKind }: Pick<Actor, 'serviceKind'>): Question[] {
  const open: readonly Category[] = CATEGORIES_OF_KIND[serviceKind as ServiceKind]
  return QUESTIONS.filter((question) => open.includes(ANSWERS_OF_QUESTION[question].category))
}
