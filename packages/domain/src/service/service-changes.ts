/** What can be changed about a service, one kind of change a press. */
export const SERVICE_CHANGES = ['details', 'hours', 'closure-added', 'closure-removed'] as const
export type ServiceChangeKind = (typeof SERVICE_CHANGES)[number]
