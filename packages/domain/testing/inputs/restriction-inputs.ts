import {
  ListReviewsInput,
  OpenBreakGlassInput,
  ReviewBreakGlassInput,
} from '../../src/break-glass/break-glass-inputs.ts'
import {
  ChangeCircleInput,
  LiftRestrictionInput,
  RestrictionOfCaseInput,
  SetRestrictionInput,
} from '../../src/restriction/restriction-inputs.ts'
import { EPISODE_ID, ID, type InputSample, REQUEST, SEEN } from './sample.ts'

const CIRCLE = [{ accountId: ID, serviceId: ID }]

/** Restricted records, and looks in an emergency. */
export const RESTRICTION_INPUTS: Readonly<Record<string, InputSample>> = {
  'restriction.by-episode': { schema: RestrictionOfCaseInput, takes: { ...EPISODE_ID, alsoServiceId: ID } },
  'restriction.set': {
    schema: SetRestrictionInput,
    takes: { ...EPISODE_ID, ...REQUEST, reason: 'threatened', reviewOn: '2027-02-01', circle: CIRCLE },
  },
  'restriction.change-circle': {
    schema: ChangeCircleInput,
    takes: { ...EPISODE_ID, ...SEEN, reviewOn: '2027-02-01', admitted: CIRCLE, removedIds: [ID] },
  },
  'restriction.lift': {
    schema: LiftRestrictionInput,
    takes: { ...EPISODE_ID, ...SEEN, because: 'the threat is over' },
  },
  'break-glass.open': {
    schema: OpenBreakGlassInput,
    takes: {
      ...REQUEST,
      familyName: "O'Neill",
      givenNames: 'Siân',
      dateOfBirth: '1985-03-12',
      reason: 'life-at-risk',
      basis: 'vital-interests',
      because: 'collapsed at our door, breathing slowly',
    },
  },
  'break-glass.reviews': { schema: ListReviewsInput, takes: { which: 'waiting' } },
  'break-glass.review': {
    schema: ReviewBreakGlassInput,
    takes: { breakGlassId: ID, ...REQUEST, outcome: 'justified', note: 'the ambulance was there' },
  },
}
