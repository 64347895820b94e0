import type { Category, Grant, Relation, Role } from '@throughcare/domain/access/access-codes'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'

/** The words of docs/access.md: a page for people who check the product, in English, and none of its screens. */

export const NEVER = '–'
/** A role "at" a kind of service. */
export const FOR = 'at'

export const ROLE: Record<Role, string> = {
  'prison-health': 'prison health staff',
  caseworker: 'caseworker',
  manager: 'manager',
  administrator: 'administrator',
}

export const KIND: Record<ServiceKind, string> = {
  'prison-health': 'a prison’s health service',
  'prison-social-work': 'prison social work',
  'drug-service': 'a drug service',
  'dosing-point': 'a dosing point',
  housing: 'a housing service',
  benefits: 'a benefits office',
  probation: 'probation',
  'peer-support': 'peer support',
  region: 'a region',
  administration: 'administration',
}

export const RELATION: Record<Relation, { called: string; means: string }> = {
  own: { called: 'holds', means: 'the prison that holds the person now.' },
  offered: { called: 'is asked', means: 'a handoff waits for its answer. It reads and answers, and works on nothing.' },
  accepted: { called: 'has taken', means: 'it took what was handed over.' },
  closing: {
    called: 'closing',
    means: 'for 30 days after the release, or after the end of its work, it still writes down what happened.',
  },
  ended: { called: 'ended', means: 'it keeps the envelope of the handoff, and nothing that was in it.' },
  'break-glass': {
    called: 'emergency',
    means: 'an emergency look with a reason, for 60 minutes, reviewed afterwards.',
  },
}

export const CATEGORY: Record<Category, { called: string; means: string }> = {
  identity: { called: 'Identity', means: 'Name, date of birth, numbers, languages, how to reach the person safely.' },
  release: {
    called: 'Release',
    means: 'When, how certainly and how the person leaves; the plan’s frame; contacts made.',
  },
  omt: { called: 'Opioid maintenance treatment', means: 'Medicine, doses, cover, prescriptions, dosing point.' },
  naloxone: { called: 'Naloxone', means: 'Kits, training, the plan against an overdose.' },
  health: { called: 'Health', means: 'Other health matters, without HIV and hepatitis.' },
  'hiv-hcv': { called: 'HIV and hepatitis', means: 'Treatment of HIV and hepatitis, and the answers about it.' },
  housing: { called: 'Housing', means: 'Where the person sleeps, and what is arranged.' },
  benefits: { called: 'Benefits', means: 'Money, insurance, bank account.' },
  partner: { called: 'Partner', means: 'What the person wants with a partner, asked alone.' },
  'sharing-note': { called: 'Sharing note', means: 'Giving or sharing medicine: written to support, never to punish.' },
  documents: { called: 'Documents', means: 'Papers, licence conditions, residence.' },
  work: { called: 'Work', means: 'Job and training.' },
  belongings: { called: 'Belongings', means: 'What is in store, and what is gone.' },
  support: { called: 'Support', means: 'Children, supporters, debts.' },
  'own-words': { called: 'Own words', means: 'What the person wants others to know, as said.' },
  network: { called: 'Network', means: 'Who supports, and with whom the person uses or buys: roles and initials.' },
}

export const GRANT: Record<Grant, { called: string; means: string }> = {
  'privacy-officer': { called: 'privacy officer', means: 'reviews emergency looks and merges of records.' },
  approver: { called: 'approver', means: 'approves local rules of medicine that an administrator proposed.' },
  'may-see-couples': { called: 'may see couples', means: 'reads partner links, safety blocks and sharing notes.' },
}

export function inWords(parts: readonly string[]): string {
  const lower = parts.map((part) => (/^[A-Z]{2}/.test(part) ? part : `${part.charAt(0).toLowerCase()}${part.slice(1)}`))
  return lower.length < 2 ? lower.join('') : `${lower.slice(0, -1).join(', ')} and ${lower.at(-1)}`
}
