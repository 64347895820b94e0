import type { Role } from '@throughcare/domain/access/access-codes'
import { type Action, mayEver } from '@throughcare/domain/access/who-may'
import type { IconName } from '@throughcare/ui/icon'
import { paths } from '../paths.ts'

type Place = {
  /** Key in frame.navigation. */
  word: string
  href: string
  icon: IconName
  action: Action
  /** Service kinds in which this is no place to go, although the action is open to them. */
  notIn?: readonly string[]
  onlyFor?: readonly Role[]
}

const NO_CASES = ['region', 'administration'] as const

/** The places of the product, in the order of the menu. Which of them somebody has follows from who may do what. */
const PLACES: readonly Place[] = [
  { word: 'releases', href: paths.releases(), icon: 'board', action: 'release.board' },
  { word: 'inbox', href: paths.inbox(), icon: 'inbox', action: 'handoff.inbox', notIn: ['prison-health', ...NO_CASES] },
  { word: 'notices', href: paths.notices(), icon: 'bell', action: 'notice.list' },
  { word: 'my-list', href: paths.myList(), icon: 'board', action: 'checklist.my-list' },
  { word: 'dose-list', href: paths.doseList(), icon: 'board', action: 'dose-list.today' },
  { word: 'gate-list', href: paths.gateList(), icon: 'gate', action: 'gate-list.today' },
  {
    word: 'to-ask',
    href: paths.toAsk(),
    icon: 'phone',
    action: 'how-was-it.due',
    notIn: ['prison-health', ...NO_CASES],
  },
  { word: 'gaps', href: paths.gaps(), icon: 'chart', action: 'gap.board', notIn: NO_CASES },
  { word: 'team', href: paths.team(), icon: 'person', action: 'capacity.team', notIn: NO_CASES },
  { word: 'shift', href: paths.shift(), icon: 'board', action: 'shift.digest', notIn: NO_CASES },
  { word: 'persons', href: paths.persons(), icon: 'person', action: 'person.search', notIn: NO_CASES },
  { word: 'data-requests', href: paths.dataRequests(), icon: 'person', action: 'data-request.list', notIn: NO_CASES },
  { word: 'merges', href: paths.merges(), icon: 'person', action: 'merge.list', notIn: NO_CASES },
  { word: 'ring-list', href: paths.ringList(), icon: 'phone', action: 'ring-list.list', notIn: NO_CASES },
  { word: 'arrivals', href: paths.arrivals(), icon: 'person', action: 'arrival-request.list', notIn: NO_CASES },
  { word: 'objections', href: paths.objections(), icon: 'person', action: 'objection.open', notIn: NO_CASES },
  { word: 'break-glass-reviews', href: paths.breakGlassReviews(), icon: 'person', action: 'break-glass.reviews' },
  { word: 'release-lists', href: paths.releaseLists(), icon: 'upload', action: 'release-list.preview' },
  { word: 'court-sheet', href: paths.courtSheet(), icon: 'gate', action: 'minimum-pack.list' },
  { word: 'sent', href: paths.sent(), icon: 'gate', action: 'handoff.sent', notIn: NO_CASES },
  {
    word: 'hours-to-confirm',
    href: paths.hoursToConfirm(),
    icon: 'phone',
    action: 'hours-confirmation.list',
    onlyFor: ['caseworker', 'administrator'],
  },
  { word: 'now-board', href: paths.nowBoard(), icon: 'board', action: 'now-board.show', notIn: NO_CASES },
  { word: 'continuity', href: paths.continuity(), icon: 'chart', action: 'continuity.report' },
  { word: 'services', href: paths.services(), icon: 'settings', action: 'service.list', onlyFor: ['administrator'] },
  {
    word: 'directory',
    href: paths.services(),
    icon: 'phone',
    action: 'service.list',
    onlyFor: ['prison-health', 'caseworker', 'manager'],
  },
  { word: 'holidays', href: paths.holidays(), icon: 'settings', action: 'calendar.holidays' },
  // Everybody else comes to it from an item of a plan.
  {
    word: 'country-packs',
    href: paths.countryPacks(),
    icon: 'settings',
    action: 'country-pack.list',
    onlyFor: ['administrator'],
  },
  // Approvers come to it from their account's menu, and everybody from the rules behind a state.
  { word: 'rule-sets', href: paths.ruleSets(), icon: 'settings', action: 'rule-set.propose' },
  { word: 'retention', href: paths.retention(), icon: 'settings', action: 'retention.board' },
  { word: 'jobs', href: paths.jobs(), icon: 'settings', action: 'job.board' },
  { word: 'trail', href: paths.trail(), icon: 'settings', action: 'audit.board' },
]

export type MenuPlace = Pick<Place, 'word' | 'href' | 'icon'>

/** Where somebody in this role, with these grants, at a service of this kind, can go, the most used first. */
export function menuOf(role: Role, kind: string, grants: readonly string[]): MenuPlace[] {
  return PLACES.filter(
    ({ action, notIn, onlyFor }) =>
      mayEver(role, kind, action, grants) && !notIn?.includes(kind) && (!onlyFor || onlyFor.includes(role)),
  ).map(({ word, href, icon }) => ({ word, href, icon }))
}

const HOMES = {
  'prison-health': paths.releases(),
  caseworker: paths.inbox(),
  manager: paths.continuity(),
  administrator: paths.services(),
} as const satisfies Record<Role, string>

/** Where the day starts in this role. */
export function homeOf(role: Role): string {
  return HOMES[role]
}
