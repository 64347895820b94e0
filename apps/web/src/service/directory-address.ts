import type { ListedService } from '@throughcare/api/service/list-services'
import { type AdmissionFilter, admissionFilterIn, isAmong } from '@throughcare/domain/admission/admission-terms'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { SERVICE_KINDS, type ServiceKind } from '@throughcare/domain/service/service-kinds'
import { paths } from '../paths.ts'

type Search = { readonly [name: string]: string | string[] | undefined }

/** What the directory is narrowed to. */
export type DirectoryQuery = { area: Area | null; kind: ServiceKind | null; takes: AdmissionFilter | null }

/** The directory that an address asks for; what is not known is left out. */
export function readDirectoryAddress({ area, kind, takes }: Search): DirectoryQuery {
  return {
    area: AREAS.find((one) => one === area) ?? null,
    kind: SERVICE_KINDS.find((one) => one === kind) ?? null,
    takes: admissionFilterIn(typeof takes === 'string' ? takes : undefined),
  }
}

/** The address of the directory as it is, with some of it changed. */
export function directoryAddress(now: DirectoryQuery, change: Partial<DirectoryQuery> = {}): string {
  const { area, kind, takes } = { ...now, ...change }
  return paths.services({ area: area ?? undefined, kind: kind ?? undefined, takes: takes ?? undefined })
}

/** The services that it lists. */
export function narrowDirectory(
  services: readonly ListedService[],
  { area, kind, takes }: DirectoryQuery,
): ListedService[] {
  return services.filter(
    (service) =>
      (area === null || service.receives.includes(area)) &&
      (kind === null || service.kind === kind) &&
      (takes === null || isAmong(takes, service.admission)),
  )
}
