/** What can be changed about a service, one kind of change a press. */
export const SERVICE_CHANGES = ['added', 'details', 'hours', 'closure-added', 'closure-removed', 'fallback'] as const
export type ServiceChangeKind = (typeof SERVICE_CHANGES)[number]
