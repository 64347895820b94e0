import { BORN, type CaseToStore, type StoredCase, THEN } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** A service outside has somebody at its desk and asks the prison of the case. The name is nobody's: the ask is about no case yet. */
export async function storeArrivalAsk(
  owner: Owner,
  { prison, by }: CaseToStore,
  { arrivalRequestId }: StoredCase,
): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(`select id from service where name = 'Harbour Recovery'`)
  await put(owner, 'arrival_request', [
    {
      id: arrivalRequestId,
      ask_id: arrivalRequestId,
      asking_service_id: rows[0]?.id,
      asked_by: by,
      asked_at: THEN,
      family_name: 'Doorstep',
      given_names: 'Ida',
      date_of_birth: BORN,
      areas: ['support'],
      prison_service_id: prison,
      due_at: THEN,
      status: 'asked',
      version: 0,
    },
  ])
}
