import { describe, expect, it } from 'vitest'
import { isService, isTechnical } from './held-tables.ts'

describe('what of a record tells its person nothing', () => {
  it.each([
    ['an id', 'id', true],
    ['an id of something', 'episode_id', true],
    ['ids', 'part_ids', true],
    ['an account', 'created_by_account', true],
    ['who did it', 'signed_by', true],
    ['a hash', 'entry_hash', true],
    ['a version', 'version', true],
    ['a search key', 'name_key', true],
    ['bytes', 'content', true],
    ['the sum of bytes', 'sha256', true],
    ['a list that rules keep', 'blocked_by', true],
    ['the version of the rules', 'rule_set', true],
    ['the version of the rules before', 'from_rule_set', true],
    ['and after', 'to_rule_set', true],
    ['an assignment', 'assigned_to', true],
    ['a step of a clock', 'clock_stage', true],
    ['a service', 'service_id', false],
    ['the service that has it', 'receiving_service_id', false],
    ['the service that wrote it', 'created_by_service_id', true],
    ['own words', 'words', false],
    ['a day', 'asked_on', false],
    ['a word that ends alike', 'paid', false],
    ['a word that begins alike', 'identity', false],
  ])('%s: %s', (_what, field, isNothing) => expect(isTechnical(field)).toBe(isNothing))

  it.each([
    'hash',
    'attempt',
    'writes',
    'circle',
    'demo',
    'sent_handoffs',
    'turned_items',
    'stood_on_prescriptions',
    'change_note',
  ])('%s, which serves the system itself', (field) => expect(isTechnical(field)).toBe(true))

  it.each([
    ['service_id', true],
    ['sending_service_id', true],
    ['service', false],
    ['service_ids', false],
    ['selfservice_id', false],
  ])('%s names a service: %s', (field, isOne) => expect(isService(field)).toBe(isOne))
})
