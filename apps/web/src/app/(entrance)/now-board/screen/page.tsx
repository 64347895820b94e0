import { readThemeChoice, THEME_COOKIE } from '@throughcare/ui/theme-choice'
import { cookies } from 'next/headers'
import { Entrance } from '../../../../frame/entrance.tsx'
import { LookChoice } from '../../../../frame/look-choice.tsx'
import { WallBoard } from '../../../../now-board/wall-board.tsx'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('now-board', 'screen.title')

/** A screen on a wall: nobody is signed in, and nothing of anybody stands in the page. */
export default async function NowScreenPage() {
  const jar = await cookies()
  return (
    <Words nouns={['now-board']}>
      <Entrance actions={<LookChoice theme={readThemeChoice(jar.get(THEME_COOKIE)?.value)} />}>
        <WallBoard />
      </Entrance>
    </Words>
  )
}
