import type { CastPerson, CastService } from '@throughcare/db/testing/cast'
import { CAST_SERVICES } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { CATEGORIES, type Category } from '@throughcare/domain/access/access-codes'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { NOTHING_SAID } from '@throughcare/domain/consent/decide-sharing'
import { whatTravels } from '@throughcare/domain/handoff/what-travels'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPress } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { aConsent } from '../../testing/stored-consent.ts'
import { itemsOf } from '../../testing/stored-handoff.ts'
import { readDocument } from '../document/read-document.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** A word that stands in everything of this category and in nothing else. */
const wordOf = (category: Category): string => `word-of-${category}`

/** A case in which every category has something to read: each row says of which it is. */
async function aFullCase(): Promise<StoryCase> {
  const one = await scene.aCase({ familyName: wordOf('identity') })
  const nurse = scene.people.northgateNurse.accountId
  const { northgate, harbour } = scene.services
  const put = (table: string, row: Record<string, unknown>) => {
    const keys = Object.keys(row)
    return scene.owner.query(
      `insert into ${table} (${keys.join(', ')}) values (${keys.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    )
  }
  const of = { episode_id: one.episodeId }
  const said = { recorded_at: '2026-03-25T09:00:00Z', recorded_by: nurse }
  for (const area of AREAS) {
    const itemId = await scene.anItem(one, { area, code: `item-${wordOf(area)}` })
    await put('appointment', {
      ...of,
      ...said,
      id: newId(),
      area,
      service_id: harbour,
      at: '2026-04-03T10:00:00Z',
      place: `room ${wordOf(area)}`,
    })
    await put('document', {
      ...of,
      id: newId(),
      item_id: itemId,
      category: area,
      shows: 'referral',
      media_type: 'application/pdf',
      file_name: 'referral-1.pdf',
      bytes: 8,
      sha256: Buffer.alloc(32, AREAS.indexOf(area)),
      content: Buffer.from('%PDF-1.4'),
      added_at: said.recorded_at,
      added_by: nurse,
      added_by_service_id: northgate,
    })
  }
  const treatmentId = await scene.aTreatment(one, { dosing: 'millLane' })
  await scene.owner.query('update medication_treatment set prescribed_text = $2 where id = $1', [
    treatmentId,
    `as prescribed, ${wordOf('omt')}`,
  ])
  await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-26T08:00:00Z'), at: 'northgate' })
  await put('naloxone_kit', { ...of, ...said, id: newId(), state: 'in-property', expires_on: '2028-05-31' })
  await put('supporter', {
    ...of,
    ...said,
    id: newId(),
    name: wordOf('support'),
    role: 'everyday',
    phone: '+44 20 7946 0555',
    is_crisis_contact: true,
    consent: 'yes',
    consent_on: '2026-03-20',
    may_be_told: ['that-i-am-out'],
  })
  await put('belongings', {
    ...of,
    ...said,
    id: newId(),
    version: 1,
    inventory: wordOf('belongings'),
    state: 'in-store',
  })
  await put('own_words', { ...of, ...said, id: newId(), version: 1, place: 1, words: wordOf('own-words') })
  return one
}

/** Whoever reads for each receiver of the cast. */
const READER: Partial<Record<CastService, CastPerson>> = {
  harbour: 'harbourWorker',
  millLane: 'millLaneWorker',
  haven: 'havenWorker',
  benefits: 'benefitsWorker',
}
/** Where the person said nothing about sharing. */
const carriedBy = (kind: ServiceKind, area: Area) =>
  whatTravels(area, { ...NOTHING_SAID, recipient: { serviceId: kind, kind } }, new Date('2026-03-26T10:00:00Z')).carries
const CELLS = AREAS.flatMap((area) =>
  (Object.keys(READER) as CastService[])
    .filter((service) => carriedBy(CAST_SERVICES[service].kind, area).some((category) => category === area))
    .map((service): [Area, CastService] => [area, service]),
)
/** The parts of the content that stand for one category whole. */
const PART_OF = {
  identity: 'person',
  release: 'release',
  omt: 'treatment',
  naloxone: 'kits',
  belongings: 'belongings',
  support: 'supporters',
  'own-words': 'ownWords',
} as const satisfies Partial<Record<Category, string>>

describe('what travels', () => {
  it.each(CELLS)('%s to %s: what its carries name, and nothing of any other category', async (area, service) => {
    const one = await aFullCase()
    const carries = carriedBy(CAST_SERVICES[service].kind, area)
    const handoffId = await scene.aHandoff(one, { area, to: service })
    await scene.owner.query('update handoff set carries = $2 where id = $1', [handoffId, [...carries]])
    const reader = scene.people[READER[service] as CastPerson]
    const { content, ...envelope } = await scene.as(reader).handoff.byId({ handoffId })
    expect(content?.categories).toEqual(carries)
    const text = JSON.stringify(content)
    for (const category of CATEGORIES) {
      const isCarried = carries.includes(category)
      const part = category in PART_OF ? content?.[PART_OF[category as keyof typeof PART_OF]] : undefined
      if (part !== undefined) expect([category, part !== null]).toEqual([category, isCarried])
      const isSaid =
        (AREAS as readonly string[]).includes(category) || category === 'identity' || category === 'own-words'
      if (isSaid) expect([category, text.includes(wordOf(category))]).toEqual([category, isCarried])
      if (!isCarried) expect(JSON.stringify(envelope)).not.toContain(wordOf(category))
    }
    const areas = AREAS.filter((each) => carries.includes(each))
    expect(content?.items.map((item) => item.area).toSorted()).toEqual(areas.toSorted())
    expect(content?.appointments.map((each) => each.area).toSorted()).toEqual(areas.toSorted())
    expect(content?.documents.map(({ category }) => category).toSorted()).toEqual(areas.toSorted())
  })

  it('tests a receiver of every kind that there is in the cast, and every area', () => {
    expect(new Set(CELLS.map(([area]) => area)).size).toBe(AREAS.length)
    expect(CELLS.length).toBeGreaterThan(11)
  })

  it('is read by handoff: two areas at one service do not lend each other what they carry', async () => {
    const one = await aFullCase()
    const omt = await scene.aHandoff(one, { area: 'omt' })
    const support = await scene.aHandoff(one, { area: 'support' })
    const harbour = scene.as(scene.people.harbourWorker).handoff
    const bySupport = JSON.stringify((await harbour.byId({ handoffId: support })).content)
    expect(bySupport).toContain(wordOf('support'))
    expect(bySupport).not.toContain(wordOf('omt'))
    const byOmt = JSON.stringify((await harbour.byId({ handoffId: omt })).content)
    expect(byOmt).toContain(wordOf('omt'))
    expect(byOmt).not.toContain(wordOf('support'))
  })

  it('is shown to the sender as the receiver reads it, and goes with the handoff when it ends', async () => {
    const one = await aFullCase()
    const handoffId = await scene.aHandoff(one, { area: 'housing', to: 'haven' })
    const nurse = scene.as(scene.people.northgateNurse).handoff
    const haven = scene.as(scene.people.havenWorker).handoff
    expect((await nurse.byId({ handoffId })).content).toEqual((await haven.byId({ handoffId })).content)
    await nurse.revoke({ ...aPress(handoffId), reason: 'sent-by-mistake', words: null })
    expect((await haven.byId({ handoffId })).content).toBeNull()
  })

  it('has the prescribed text word for word, the last dose and where the next one is expected', async () => {
    const one = await aFullCase()
    const handoffId = await scene.aHandoff(one)
    const { content } = await scene.as(scene.people.harbourWorker).handoff.byId({ handoffId })
    expect(content?.treatment).toMatchObject({
      prescribedText: `as prescribed, ${wordOf('omt')}`,
      dosing: 'Mill Lane Pharmacy',
      lastDose: { day: '2026-03-26', outcome: 'given', service: 'HMP Northgate' },
    })
  })
})

describe('U27: a set moves as a whole', () => {
  it('items, appointments, contacts and documents go with their handoffs in one transaction, and come back with them', async () => {
    const one = await aFullCase()
    await aConsent(scene, one, { categories: ['supporters'], to: ['harbour'] })
    const nurse = scene.as(scene.people.northgateNurse).handoff
    const set = { omt: 'harbour', support: 'harbour', housing: 'haven', benefits: 'benefits' } as const
    const sent = await nurse.send({
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: 0,
      handoffs: Object.entries(set).map(([area, to]) => ({
        area: area as Area,
        receivingServiceId: scene.services[to],
      })),
    })
    const { rows } = await scene.owner.query(
      `select count(distinct h.xmin::text)::int as transactions, count(distinct h.send_set_id)::int as sets from handoff h where h.episode_id = $1`,
      [one.episodeId],
    )
    expect(rows).toEqual([{ transactions: 1, sets: 1 }])
    for (const { area, handoffId } of sent.handoffs) {
      const to = set[area as keyof typeof set]
      const reader = scene.as(scene.people[READER[to] as CastPerson])
      await reader.handoff.accept({ ...aPress(handoffId), workerId: null })
      const { content, accountableName } = await reader.handoff.byId({ handoffId })
      expect(accountableName).toBe(CAST_SERVICES[to].name)
      expect((await itemsOf(scene, one.episodeId))[`item-${wordOf(area)}`]).toBe(CAST_SERVICES[to].name)
      expect(content?.items.some(({ code }) => code === `item-${wordOf(area)}`)).toBe(true)
      expect(content?.appointments.some(({ place }) => place === `room ${wordOf(area)}`)).toBe(true)
      const document = content?.documents.find(({ category }) => category === area)
      // What travels can be opened, and not only listed.
      const opened = await readDocument(scene.people[READER[to] as CastPerson], document?.id ?? '')
      expect(opened).toMatchObject({ mediaType: 'application/pdf' })
      if (area === 'support')
        expect(content?.supporters).toMatchObject([{ name: wordOf('support'), isCrisisContact: true }])
    }
    const housing = sent.handoffs.find(({ area }) => area === 'housing')?.handoffId ?? ''
    await nurse.revoke({ ...aPress(housing, 1), reason: 'going-elsewhere', words: null })
    expect((await itemsOf(scene, one.episodeId))[`item-${wordOf('housing')}`]).toBe('HMP Northgate')
    const haven = scene.as(scene.people.havenWorker)
    expect((await haven.handoff.byId({ handoffId: housing })).content).toBeNull()
  })

  it('or not at all: where one line cannot be sent, nothing of the set is', async () => {
    const one = await aFullCase()
    const nurse = scene.as(scene.people.northgateNurse).handoff
    const sending = nurse.send({
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: 0,
      handoffs: [
        { area: 'omt', receivingServiceId: scene.services.harbour },
        { area: 'housing', receivingServiceId: scene.services.harbour },
      ],
    })
    await expect(sending).rejects.toThrow()
    const { rows } = await scene.owner.query(
      `select (select count(*)::int from handoff where episode_id = $1) as handoffs,
         (select count(*)::int from send_set where episode_id = $1) as sets,
         (select count(*)::int from notice where episode_id = $1) as notices`,
      [one.episodeId],
    )
    expect(rows).toEqual([{ handoffs: 0, sets: 0, notices: 0 }])
  })
})
