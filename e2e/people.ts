import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { CAST_PEOPLE, type CastPerson, castEmail, STORY_STARTS } from '@throughcare/db/testing/cast'
import { type JourneyStory, openStory } from './story.ts'
import { PASSWORD, theWorld } from './world.ts'

type People = { readonly [Who in CastPerson]: Page }

type Given = { browser: Browser; story: JourneyStory; viewport: Viewport | null }
type Fixture<T> = (given: Given, use: (it: T) => Promise<void>) => Promise<void>

export type Viewport = { width: number; height: number }
export const DESK: Viewport = { width: 1280, height: 900 }
export const PHONE: Viewport = { width: 390, height: 844 }
/** A desk's 1280 pixels at 400 %: whatever fits here fits a phone. */
const DESK_AT_400_PERCENT: Viewport = { width: 320, height: 225 }

/** A page of somebody's own, as wide as `test.use({ viewport })` says, signed in. The story comes first, so that its clock runs when the session begins. */
function pageOf(who: CastPerson): Fixture<Page> {
  return async ({ browser, story, viewport }, use) => {
    if (!story) throw new Error('no story')
    const page = await openBrowser(browser, { viewport })
    await signIn(page, who)
    await use(page)
    await page.context().close()
  }
}

const pages = Object.fromEntries((Object.keys(CAST_PEOPLE) as CastPerson[]).map((who) => [who, pageOf(who)]))

/**
 * `test('…', async ({ story, northgateNurse, harbourWorker }) => …)`: each name is a page of its own in a browser of its own,
 * signed in through the front door; `story` puts the database into a situation.
 */
export const test = base.extend<People & { story: JourneyStory }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed
  story: async ({}: object, use: (story: JourneyStory) => Promise<void>) => {
    const story = await openStory()
    await use(story)
    await story.close()
  },
  ...pages,
} as never)

export { expect }

/** A browser nobody is signed in with, on the story's clock. */
export async function openBrowser(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: theWorld().origin, ...options })
  await context.clock.setFixedTime(STORY_STARTS)
  return context.newPage()
}

/** Through the front door, as anybody would: fills in the form and presses. */
export async function signInByHand(page: Page, who: CastPerson, password: string = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(castEmail(who))
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Through the same door without its page, which has journeys of its own: the browser then holds the session's cookie. */
export async function signIn(page: Page, who: CastPerson): Promise<void> {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const answer = await page.request.post('/api/auth/callback/credentials', {
    headers: { origin: theWorld().origin },
    form: { csrfToken, json: 'true', email: castEmail(who), password: PASSWORD },
  })
  expect(answer.ok(), `${who} signs in`).toBe(true)
}

/** No violation of WCAG 2.2 A and AA, nor of axe's best practice, on the page as it stands. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // A page that is come to by a link has its title a moment after its text.
  await expect(page).toHaveTitle(/\S/)
  // No page of ours holds a frame: axe need not open a page of its own to gather what frames told.
  // Two forms of a page with a field of one name: a label would tick the box of the other form, and axe passes it.
  expect(await page.evaluate(idsUsedTwice), `${where}: ids used twice`).toEqual([])
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(
    violations.map((one) => `${where}: ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

function idsUsedTwice(): string[] {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

/** The four looks in pairs: colours that change with the width, so that two looks tell of both. */
const LOOKS = {
  'light at a desk, dark at 400 %': [
    { colorScheme: 'light', viewport: DESK },
    { colorScheme: 'dark', viewport: DESK_AT_400_PERCENT },
  ],
  'dark at a desk, light on a phone': [
    { colorScheme: 'dark', viewport: DESK },
    { colorScheme: 'light', viewport: PHONE },
  ],
} as const

/** Windows' contrast themes: the browser paints with the reader's own few colours, and shades and shadows are gone. */
const CONTRAST_THEME = { colorScheme: 'dark', forcedColors: 'active', viewport: DESK } as const

/** The page as it stands passes axe and is no wider than the screen, in two of the four looks. */
export async function expectInBothLooks(page: Page, where: string, looks: keyof typeof LOOKS): Promise<void> {
  for (const look of LOOKS[looks]) await expectAccessible(page, await expectToFit(page, where, look))
}

/** For a walk through all pages: each fits a desk, a desk at 400 % and one in forced colours, and passes axe at one of them, turn by turn. */
export async function expectInTurn(page: Page, where: string, turn: number): Promise<void> {
  const looks: readonly Look[] = [...LOOKS['light at a desk, dark at 400 %'], CONTRAST_THEME]
  for (const [place, look] of looks.entries()) {
    const seen = await expectToFit(page, where, look)
    if (turn % looks.length === place) await expectAccessible(page, seen)
  }
}

type Look = {
  colorScheme: 'light' | 'dark'
  forcedColors?: 'active'
  viewport: { width: number; height: number }
}

/** @returns what is looked at, in words */
async function expectToFit(page: Page, where: string, { colorScheme, forcedColors, viewport }: Look): Promise<string> {
  await page.emulateMedia({ colorScheme, forcedColors: forcedColors ?? 'none' })
  await page.setViewportSize(viewport)
  const look = `${where}, ${forcedColors ? 'forced colours' : colorScheme}, ${viewport.width} wide`
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${look}, is wider than the screen`).toBeLessThanOrEqual(0)
  return look
}
