import { AddPersonInput } from '@throughcare/domain/person/add-person-input'
import { RecordContactSafetyInput } from '@throughcare/domain/person/contact-safety'
import { CorrectPersonInput } from '@throughcare/domain/person/correct-person-input'
import { FindLikelyInput } from '@throughcare/domain/person/find-likely-input'
import { SearchPersonInput } from '@throughcare/domain/person/search-person-input'
import { allowed, allowedOneReading, router } from '../trpc.ts'
import { addPerson } from './add-person.ts'
import { correctPerson } from './correct-person.ts'
import { findLikelyPersons } from './find-likely-persons.ts'
import { recordContactSafety } from './record-contact-safety.ts'
import { searchPerson } from './search-person.ts'

/** Finding, adding and correcting persons. */
export const personRouter = router({
  search: allowedOneReading('person.search')
    .input(SearchPersonInput)
    .query(({ ctx, input }) => searchPerson(ctx.actor, input)),
  findLikely: allowed('person.find-likely')
    .input(FindLikelyInput)
    .query(({ ctx, input }) => findLikelyPersons(ctx.actor, input)),
  add: allowed('person.add')
    .input(AddPersonInput)
    .mutation(({ ctx, input }) => addPerson(ctx.actor, input)),
  correct: allowed('person.correct')
    .input(CorrectPersonInput)
    .mutation(({ ctx, input }) => correctPerson(ctx.actor, input)),
  recordContactSafety: allowed('person.record-contact-safety')
    .input(RecordContactSafetyInput)
    .mutation(({ ctx, input }) => recordContactSafety(ctx.actor, input)),
})
