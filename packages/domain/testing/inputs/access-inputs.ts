import { EndMembershipInput, MembersOfServiceInput } from '../../src/access/end-membership-input.ts'
import {
  ChangeMemberInput,
  EndSessionInput,
  InviteInput,
  MakeResetInput,
  RecordContactInput,
} from '../../src/access/member-inputs.ts'
import { ID, type InputSample, REQUEST } from './sample.ts'

const OF = { serviceId: ID, membershipId: ID, ...REQUEST }
const CHOICE = { ...OF, seen: { held: 2, waiting: 0 }, heldTo: ID, waiting: 'stays' }

/** Who works where, and how they sign in. */
export const ACCESS_INPUTS: Readonly<Record<string, InputSample>> = {
  'access.members': { schema: MembersOfServiceInput, takes: { serviceId: ID } },
  'access.end-membership': { schema: EndMembershipInput, takes: CHOICE },
  'access.change-member': {
    schema: ChangeMemberInput,
    takes: { ...CHOICE, role: 'manager', grants: ['privacy-officer'] },
  },
  'access.invite': {
    schema: InviteInput,
    takes: {
      serviceId: ID,
      ...REQUEST,
      email: 'ida.moen@harbour.example.org',
      displayName: 'Ida Moen',
      role: 'caseworker',
      grants: ['may-see-couples'],
    },
  },
  'access.make-reset': { schema: MakeResetInput, takes: { ...OF, dropsFactor: true } },
  'access.record-contact': {
    schema: RecordContactInput,
    takes: {
      membershipId: ID,
      ...REQUEST,
      email: 'ida.moen@harbour.example.org',
      phone: '+44 20 7946 0123',
      team: null,
    },
  },
  'access.end-session': { schema: EndSessionInput, takes: { ...REQUEST, sessionId: null } },
}
