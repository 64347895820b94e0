import { describe, expect, it } from 'vitest'
import { RELATIONS_OR_NONE, type RelationOrNone, ROLES, type Role } from '../access/access-codes.ts'
import { SERVICE_KINDS, type ServiceKind } from '../service/service-kinds.ts'
import { LIVE_TOPICS, type LiveTopic, mayHear } from './live-topics.ts'

describe('A09: who hears that something changed', () => {
  it.each<[Role, ServiceKind, LiveTopic, RelationOrNone, boolean]>([
    ['prison-health', 'prison-health', 'handoff', 'own', true],
    ['prison-health', 'prison-health', 'handoff', 'none', true],
    ['caseworker', 'drug-service', 'handoff', 'offered', true],
    ['caseworker', 'drug-service', 'handoff', 'ended', true],
    ['caseworker', 'drug-service', 'message', 'accepted', true],
    ['manager', 'drug-service', 'handoff', 'accepted', true],
    ['administrator', 'administration', 'handoff', 'none', false],
    ['manager', 'region', 'handoff', 'none', false],
    // What is done in a case is heard by whoever may read the plan: not by an end that keeps only the envelope.
    ['caseworker', 'drug-service', 'item', 'ended', false],
    ['caseworker', 'housing', 'item', 'accepted', true],
    // A treatment is shown to no role of a kind that never sees one.
    ['caseworker', 'housing', 'dose', 'accepted', false],
    ['caseworker', 'dosing-point', 'dose', 'accepted', true],
    ['manager', 'drug-service', 'dose', 'none', false],
    ['manager', 'drug-service', 'dose', 'accepted', false],
    ['administrator', 'administration', 'notice', 'none', true],
    // Lists that everybody of the service has, and no case.
    ['prison-health', 'prison-health', 'release', 'none', true],
    ['caseworker', 'drug-service', 'arrival', 'none', true],
    ['prison-health', 'prison-health', 'arrival', 'none', true],
    ['administrator', 'administration', 'arrival', 'none', false],
    ['caseworker', 'drug-service', 'dose', 'none', true],
    ['caseworker', 'housing', 'dose', 'none', false],
    ['caseworker', 'housing', 'item', 'none', true],
    ['manager', 'prison-health', 'release', 'none', true],
    ['manager', 'region', 'release', 'none', false],
    ['caseworker', 'drug-service', 'release', 'accepted', true],
    ['caseworker', 'drug-service', 'case', 'accepted', true],
    ['caseworker', 'drug-service', 'case', 'ended', false],
    ['caseworker', 'drug-service', 'message', 'ended', true],
    // A list opens no case that is named.
    ['caseworker', 'drug-service', 'arrival', 'accepted', false],
    ['caseworker', 'drug-service', 'notice', 'accepted', false],
  ])('%s at %s, of %s with the part %s: %s', (role, kind, topic, relation, hears) => {
    expect(mayHear(role, kind, topic, relation)).toBe(hears)
  })

  it('has an answer for every topic, role, kind and part, and no topic that nobody hears', () => {
    for (const topic of LIVE_TOPICS) {
      const answers = ROLES.flatMap((role) =>
        SERVICE_KINDS.flatMap((kind) => RELATIONS_OR_NONE.map((relation) => mayHear(role, kind, topic, relation))),
      )
      expect(answers.every((answer) => typeof answer === 'boolean')).toBe(true)
      expect(answers).toContain(true)
    }
  })
})
