import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { expect, it } from 'vitest'
import { readFile } from './read-file.ts'

const HEADER =
  'prison_number,family_name,given_names,date_of_birth,sex,preferred_language,legal_status,admitted_on,release_date,release_certainty,release_country,release_area,omt_medicine,last_dose_on,naloxone_trained,has_address\n'
const LINE =
  ',Osei,Kwame,1980-01-02,male,en,sentenced,2026-01-05,2027-01-20,expected,GB,City,methadone,2026-11-20,yes,no\n'

it('waits for a slow reader many times and leaves no listener behind', async () => {
  const warnings: string[] = []
  const note = ({ name }: Error) => warnings.push(name)
  process.on('warning', note)
  async function* file(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(HEADER)
    for (let chunk = 0; chunk < 40; chunk += 1)
      yield Buffer.from(Array.from({ length: 200 }, (_, line) => `Z${chunk * 200 + line}${LINE}`).join(''))
  }
  let lines = 0
  for await (const line of readFile(file(), getPlainDate('2026-11-21'), () => undefined)) if ('says' in line) lines += 1
  await new Promise(setImmediate)
  process.off('warning', note)
  expect(lines).toBe(8_000)
  expect(warnings).toEqual([])
})
