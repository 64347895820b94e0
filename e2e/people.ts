import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { CAST_PEOPLE, type CastPerson, castEmail, STORY_STARTS } from '@throughcare/db/testing/cast'
import { type JourneyStory, openStory } from './story.ts'
import { PASSWORD, theWorld } from './world.ts'

type People = { readonly [Who in CastPerson]: Page }

type Fixture<T> = (given: { browser: Browser; story: JourneyStory }, use: (it: T) => Promise<void>) => Promise<void>

/** A page of somebody's own, signed in. The story comes first, so that its clock runs when the session begins. */
function pageOf(who: CastPerson): Fixture<Page> {
  return async ({ browser, story }, use) => {
    if (!story) throw new Error('no story')
    const page = await openBrowser(browser)
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

/** Through the front door, as anybody would. */
export async function signIn(page: Page, who: CastPerson, password: string = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(castEmail(who))
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** No violation of WCAG 2.2 A and AA, nor of axe's best practice, on the page as it stands. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map((one) => `${where}: ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}
