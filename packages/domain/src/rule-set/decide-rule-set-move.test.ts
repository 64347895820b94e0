import { describe, expect, it } from 'vitest'
import { type RuleSetMover, type RuleSetToMove, refusalToApprove, refusalToWithdraw } from './decide-rule-set-move.ts'

const ada: RuleSetMover = { accountId: 'ada', role: 'administrator', grants: [], country: 'GB' }
const moss: RuleSetMover = { accountId: 'moss', role: 'caseworker', grants: ['approver'], country: 'GB' }
const nurse: RuleSetMover = { ...moss, accountId: 'nurse', role: 'prison-health' }
const worker: RuleSetMover = { ...moss, accountId: 'worker', grants: ['privacy-officer'] }
const manager: RuleSetMover = { ...moss, accountId: 'manager', role: 'manager' }
const abroad: RuleSetMover = { ...moss, accountId: 'abroad', country: 'NO' }
const twoHats: RuleSetMover = { ...moss, accountId: 'ada' }

const proposed: RuleSetToMove = { state: 'proposed', proposedBy: 'ada', country: 'GB' }
const inForce: RuleSetToMove = { ...proposed, state: 'approved' }
const gone: RuleSetToMove = { ...proposed, state: 'withdrawn' }
const old: RuleSetToMove = { ...proposed, state: 'superseded' }

describe('who approves (rule ROUTE-8)', () => {
  it.each([
    ['a clinician with the grant', proposed, moss, null],
    ['in a prison as well', proposed, nurse, null],
    ['a clinician without it', proposed, worker, 'not-approver'],
    ['a manager with it', proposed, manager, 'not-approver'],
    ['an administrator', proposed, ada, 'not-approver'],
    ['who proposed it, under another hat', proposed, twoHats, 'own-proposal'],
    ['from another country', proposed, abroad, 'another-country'],
    ['what is in force', inForce, moss, 'not-proposed'],
    ['what was withdrawn', gone, moss, 'not-proposed'],
    ['what was followed', old, moss, 'not-proposed'],
  ] as const)('%s', (_name, of, by, refusal) => {
    expect(refusalToApprove(of, by)).toBe(refusal)
  })
})

describe('who withdraws (rule ROUTE-8)', () => {
  it.each([
    ['an administrator, a proposal', proposed, ada, null],
    ['an administrator, what is in force', inForce, ada, 'not-approver'],
    ['an approver, a proposal', proposed, moss, null],
    ['an approver, what is in force', inForce, moss, null],
    ['an approver, what is in force abroad', inForce, abroad, 'another-country'],
    ['somebody without the grant', inForce, worker, 'not-approver'],
    ['what was withdrawn', gone, moss, 'not-in-force'],
    ['what was followed', old, moss, 'not-in-force'],
  ] as const)('%s', (_name, of, by, refusal) => {
    expect(refusalToWithdraw(of, by)).toBe(refusal)
  })
})
