import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { dose, refusal, treatedCase } from '../../testing/treated-case.ts'

// The story starts on Thursday 26 March 2026, 09:00; the person leaves on Thursday 2 April; Good Friday is the day after.
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const nurse = () => scene.as(scene.people.northgateNurse)

describe('the treatment itself', () => {
  const asPrescribed = {
    treatmentId: null,
    seenVersion: 0,
    medicine: 'methadone',
    form: 'solution',
    prescribedText: 'as the prescriber wrote it, 1 mg/ml',
    rhythm: 'daily',
    rhythmWeekdays: [] as (1 | 2 | 3 | 4 | 5 | 6 | 7)[],
    dosesPerDay: 1,
    titration: 'no',
    startedOn: null,
    endedOn: null,
    dosingServiceId: null,
  } as const

  it('is one at a time, keeps the prescribed words, and makes the plan grow', async () => {
    const of = await scene.aCase()
    await scene.owner.query(`update care_plan set rule_set = 'checklist-2026-11' where id = $1`, [of.planId])
    const press = { ...asPrescribed, episodeId: of.episodeId, requestId: newId() }
    const { growth, treatmentId } = await nurse().medication.recordTreatment(press)
    expect(growth.added).toContain('omt-first-dose')
    const { treatment } = await nurse().medication.byEpisode({ episodeId: of.episodeId })
    expect(treatment).toMatchObject({ id: treatmentId, prescribedText: 'as the prescriber wrote it, 1 mg/ml' })
    await expect(
      nurse().medication.recordTreatment({ ...press, requestId: newId(), medicine: 'levomethadone' }),
    ).rejects.toMatchObject(refusal('treatment.overlaps'))
  })

  it('does not become another medicine once doses of it were given', async () => {
    const one = await treatedCase(scene)
    await nurse().medication.recordDose(dose(one, { forDay: day('2026-03-26') }))
    const press = {
      ...asPrescribed,
      episodeId: one.of.episodeId,
      requestId: newId(),
      treatmentId: one.treatmentId,
      seenVersion: 1,
    }
    await expect(nurse().medication.recordTreatment({ ...press, medicine: 'levomethadone' })).rejects.toMatchObject(
      refusal('treatment.has-doses'),
    )
    expect(await nurse().medication.recordTreatment({ ...press, requestId: newId(), titration: 'yes' })).toMatchObject({
      version: 2,
    })
  })

  it('is dosed only where somebody doses', async () => {
    const of = await scene.aCase()
    const press = {
      ...asPrescribed,
      episodeId: of.episodeId,
      requestId: newId(),
      dosingServiceId: scene.services.haven,
    }
    await expect(nurse().medication.recordTreatment(press)).rejects.toMatchObject({
      cause: {
        code: 'invalid-input',
        fields: [{ path: 'dosingServiceId', fault: 'treatment.dosingServiceId.cannot-dose' }],
      },
    })
  })

  it('is confirmed as a regime inside, never ahead, and not back behind a later confirmation', async () => {
    const one = await treatedCase(scene)
    const press = { episodeId: one.of.episodeId, treatmentId: one.treatmentId, requestId: newId(), seenVersion: 0 }
    await expect(nurse().medication.confirmRegime({ ...press, confirmedOn: day('2026-03-27') })).rejects.toMatchObject(
      refusal('regime.in-the-future'),
    )
    await nurse().medication.confirmRegime({ ...press, requestId: newId(), confirmedOn: day('2026-03-26') })
    const { regime, treatment } = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(regime).toMatchObject({ kind: 'confirmed' })
    expect(treatment).toMatchObject({ regimeConfirmedOn: '2026-03-26', regimeConfirmedBy: 'Nora Lindqvist' })
    await expect(
      nurse().medication.confirmRegime({
        ...press,
        requestId: newId(),
        seenVersion: 1,
        confirmedOn: day('2026-03-20'),
      }),
    ).rejects.toMatchObject(refusal('regime.older-than-held'))
  })
})
