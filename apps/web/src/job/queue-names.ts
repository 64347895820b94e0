/** The queues that have words of their own on the page of jobs; another one is "something else". */
const QUEUE_NAMES = [
  'read-release-list',
  'write-release-list',
  'make-plans',
  'fill-holidays',
  'follow-gaps',
  'follow-dose-alerts',
  'follow-digests',
  'send-digest',
  'follow-deadlines',
  'tell-notice',
  'follow-posts',
  'send-notice',
  'seal-audit',
  'verify-audit',
  'follow-figures',
  'rebuild-figures',
  'compare-figures',
  'run-simulation',
  'sweep',
] as const

export function isNamedQueue(name: string): name is (typeof QUEUE_NAMES)[number] {
  return (QUEUE_NAMES as readonly string[]).includes(name)
}
