import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { CAST_PEOPLE } from '@throughcare/db/testing/cast'
import { decideTimeOut } from '@throughcare/domain/escalation/decide-time-out'
import fc from 'fast-check'
import { sweepHandoffs } from '../../src/escalation/sweep-handoffs.ts'
import { sendHandoffs } from '../../src/handoff/send-handoffs.ts'
import { checkCase, checkLists } from './check.ts'
import { type AreaSent, FALLBACK_OF, PRESSERS, type Presser, RECEIVERS, type Receiver, takes } from './ground.ts'
import {
  apply,
  count,
  expected,
  liveIn,
  type Model,
  makeMove,
  newRow,
  PRESSED,
  type Press,
  type Real,
  type Row,
} from './model.ts'
import { outcomeOf, pressed, sentBy } from './use-cases.ts'

type Command = fc.AsyncCommand<Model, Real>
const HOUR = 3_600_000

/** A step of a sequence: something is done, and afterwards everything must hold. */
function step(name: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (model, real) => {
      count(real.tally, 'steps')
      await run(model, real)
      await checkCase(model, real)
      if ((real.tally.get('steps') ?? 0) % 8 === 0) await checkLists(model, real)
    },
    toString: () => name,
  }
}

function same(came: string, must: string, what: string): void {
  if (came !== must) throw new Error(`${what} came to ${came} and must come to ${must}`)
}

async function doPress(model: Model, real: Real, row: Row, press: Press): Promise<void> {
  const must = expected(model, row, press)
  const requestId = randomUUID()
  const again = pressed(real.ground, row, press, requestId)
  const { came, answer } = await outcomeOf(again)
  same(came, must, `${press.who} ${press.move} from ${row.status}`)
  count(real.tally, came === 'ok' ? press.move : came)
  if (came !== 'ok') return
  real.last = { again, otherwise: pressed(real.ground, row, { ...press, isStale: true }, requestId), answer }
  apply(model, row, press, sentBy(answer))
}

const pick = <T>(from: readonly T[], nth: number): T | undefined => (from.length ? from[nth % from.length] : undefined)

/** Anybody presses anything on any handoff of the case. */
const wild: fc.Arbitrary<Command> = fc
  .record({
    nth: fc.nat(30),
    move: fc.constantFrom(...PRESSED),
    who: fc.constantFrom(...PRESSERS),
    isStale: fc.boolean(),
    worker: fc.option(fc.constantFrom(...PRESSERS)),
    to: fc.constantFrom(...RECEIVERS),
  })
  .map(({ nth, ...press }) =>
    step(`wild ${nth} ${JSON.stringify(press)}`, async (model, real) => {
      const row = pick(model.rows, nth)
      // A page that is older than the first move does not exist.
      if (row) await doPress(model, real, row, { ...press, isStale: press.isStale && row.moves.length > 1 })
    }),
  )

/** Of everything that may be pressed now, one: the move is chosen first, so that rare moves are not drowned by common ones. */
const allowed: fc.Arbitrary<Command> = fc
  .record({ nth: fc.nat(1000), to: fc.constantFrom(...RECEIVERS) })
  .map(({ nth, to }) =>
    step(`allowed ${nth} to ${to}`, async (model, real) => {
      const every = pressable(model, to)
      const move = pick([...new Set(every.map(({ press }) => press.move))], nth)
      const chosen = pick(
        every.filter(({ press }) => press.move === move),
        Math.floor(nth / 9),
      )
      if (chosen) await doPress(model, real, chosen.row, chosen.press)
    }),
  )

function pressable(model: Model, to: Receiver): { row: Row; press: Press }[] {
  const presses = PRESSED.flatMap((move) =>
    PRESSERS.flatMap((who): Press[] => {
      const plain: Press = { move, who, isStale: false, worker: null, to }
      const colleague = who.startsWith('harbour') ? 'harbourSecondWorker' : null
      return move === 'accept' && colleague ? [plain, { ...plain, worker: colleague }] : [plain]
    }),
  )
  return model.rows.flatMap((row) =>
    presses.filter((press) => expected(model, row, press) === 'ok').map((press) => ({ row, press })),
  )
}

/** A send set: one or both areas, to whoever, by somebody who may and now and then by somebody who may not. */
const send: fc.Arbitrary<Command> = fc
  .record({
    who: fc.constantFrom<Presser>(
      'northgateNurse',
      'northgateNurse',
      'northgateSecondNurse',
      'northgateManager',
      'eastfieldNurse',
    ),
    omt: fc.constantFrom<Receiver | null>('harbour', 'harbour', 'riverside', 'haven', null),
    housing: fc.constantFrom<Receiver | null>('haven', 'haven', null),
    isStale: fc.nat(9).map((nth) => nth === 0),
  })
  .map(({ who, omt, housing, isStale }) =>
    step(`send ${who} ${omt} ${housing} ${isStale}`, async (model, real) => {
      const set = (Object.entries({ omt, housing }) as [AreaSent, Receiver | null][]).flatMap(([area, to]) =>
        to === null ? [] : [{ area, to }],
      )
      if (set.length > 0) await doSend(model, real, { who, set, isStale })
    }),
  )

type Sending = { who: Presser; set: { area: AreaSent; to: Receiver }[]; isStale: boolean }

async function doSend(model: Model, real: Real, { who, set, isStale }: Sending): Promise<void> {
  const { ground, of } = real
  const input = {
    episodeId: of.episodeId,
    requestId: randomUUID(),
    seenVersion: isStale ? 7 : 0,
    handoffs: set.map(({ area, to }) => ({ area, receivingServiceId: ground.services[to] })),
  }
  const again = () => sendHandoffs(ground.people[who], input)
  const { came, answer } = await outcomeOf(again)
  same(came, sendMust(model, { who, set, isStale }), `${who} sends`)
  count(real.tally, came === 'ok' ? 'send' : came)
  if (came !== 'ok') return
  const otherwise = () => sendHandoffs(ground.people[who], { ...input, seenVersion: 3 })
  real.last = { again, otherwise, answer }
  const sent = answer?.handoffs as { handoffId: string; area: AreaSent }[]
  for (const { area, to } of set)
    model.rows.push(newRow(sent.find((each) => each.area === area)?.handoffId ?? '', area, to))
}

function sendMust(model: Model, { who, set, isStale }: Sending): string {
  if (CAST_PEOPLE[who].service !== 'northgate') return 'not-found'
  if (CAST_PEOPLE[who].role !== 'prison-health') return 'not-allowed'
  if (isStale || set.some(({ area }) => liveIn(model, area))) return 'changed-meanwhile'
  return set.every(({ area, to }) => takes(to, area)) ? 'ok' : 'invalid-input'
}

/** Two press at the same moment on the same page: one is taken at most, and the other one reads that it changed. */
const race: fc.Arbitrary<Command> = fc
  .record({ nth: fc.nat(1000), other: fc.nat(1000), to: fc.constantFrom(...RECEIVERS) })
  .map(({ nth, other, to }) =>
    step(`race ${nth} ${other} to ${to}`, async (model, real) => {
      const every = pressable(model, to)
      const one = pick(every, nth)
      const rival =
        one &&
        pick(
          every.filter(({ row }) => row === one.row),
          other,
        )
      if (!one || !rival) return
      const [first, second] = await Promise.all(
        [one, rival].map(({ row, press }) => outcomeOf(pressed(real.ground, row, press))),
      )
      const won = [first, second].filter((each) => each?.came === 'ok')
      same(String(won.length), '1', `${one.press.move} and ${rival.press.move} at once`)
      same((first?.came === 'ok' ? second : first)?.came ?? '', 'changed-meanwhile', 'the one who lost')
      const winner = first?.came === 'ok' ? one : rival
      count(real.tally, 'race')
      count(real.tally, winner.press.move)
      apply(model, winner.row, winner.press, sentBy(won[0]?.answer ?? null))
    }),
  )

/** The last press arrives once more, as it was and with another content. */
const repeat: fc.Arbitrary<Command> = fc.constant(
  step('repeat', async (_model, real) => {
    if (!real.last) return
    const { came, answer } = await outcomeOf(real.last.again)
    same(came, 'ok', 'the same press again')
    same(String(isDeepStrictEqual(answer, real.last.answer)), 'true', 'that the same press is answered alike')
    same((await outcomeOf(real.last.otherwise)).came, 'request-reused', 'its id with another content')
    count(real.tally, 'repeat')
  }),
)

/** Time goes on and the worker follows it: who did not answer is timed out by the system actor. */
const wait: fc.Arbitrary<Command> = fc.constantFrom(1, 5, 30, 80, 200).map((hours) =>
  step(`wait ${hours} h`, async (model, real) => {
    model.now = new Date(model.now.getTime() + hours * HOUR)
    await real.ground.setClock(model.now)
    const { rows: late } = await real.ground.owner.query<{ id: string }>(
      `select id from handoff where episode_id = $1 and status = 'sent' and due_at <= app.now()`,
      [real.of.episodeId],
    )
    await sweepHandoffs()
    for (const { id } of late) await timeOut(model, real, id)
    count(real.tally, 'wait')
  }),
)

async function timeOut(model: Model, real: Real, id: string): Promise<void> {
  const row = model.rows.find((each) => each.id === id)
  // A fallback that is silent as well goes on answering for it.
  if (!row || row.accountable === row.receiver) return
  makeMove(row, 'time-out')
  count(real.tally, 'time-out')
  const fallback = FALLBACK_OF[row.receiver]
  const decision = decideTimeOut(
    { sendingServiceId: 'northgate', asked: askedBy(model, row) },
    fallback ? { serviceId: fallback, canReceive: takes(fallback, row.area) } : null,
  )
  if (decision.to === 'sender') {
    count(real.tally, `stays: ${decision.because}`)
    return
  }
  const { rows } = await real.ground.owner.query<{ id: string }>('select id from handoff where previous_id = $1', [id])
  model.rows.push(
    newRow(rows[0]?.id ?? 'no successor', row.area, decision.serviceId as Receiver, { previous: id, isHeir: true }),
  )
  count(real.tally, 'to the fallback')
}

/** The services that were asked one after the other by time-outs, this one included. */
function askedBy(model: Model, row: Row): string[] {
  const before = model.rows.find(({ id, status }) => id === row.previous && status === 'timed-out')
  return [row.receiver, ...(before ? askedBy(model, before) : [])]
}

/** Every sequence begins with something that was sent, by somebody who may. */
export const FIRST: fc.Arbitrary<Command> = fc
  .record({
    omt: fc.constantFrom<Receiver>('harbour', 'harbour', 'riverside'),
    housing: fc.constantFrom<Receiver | null>('haven', null),
  })
  .map(({ omt, housing }) =>
    step(`first ${omt} ${housing}`, async (model, real) => {
      const set = [{ area: 'omt' as const, to: omt }, ...(housing ? [{ area: 'housing' as const, to: housing }] : [])]
      await doSend(model, real, { who: 'northgateNurse', set, isStale: false })
    }),
  )

/** The mix: most steps are presses that are allowed, because what is refused changes nothing. */
export const COMMAND: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: allowed },
  { weight: 2, arbitrary: send },
  { weight: 2, arbitrary: wait },
  { weight: 3, arbitrary: wild },
  { weight: 2, arbitrary: race },
  { weight: 1, arbitrary: repeat },
)
