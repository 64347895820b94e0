import type { ReactNode } from 'react'
import { compiledWordsOf } from './compiled-words.ts'
import { currentReader } from './current-reader.ts'
import { MoreWords } from './more-words.tsx'

type Props = {
  /** The namespaces that the client components inside speak with, as their files are named. */
  readonly nouns: readonly string[]
  readonly children: ReactNode
}

/** Gives client components the words of these nouns, on top of those that every page has. Server components need none. */
export async function Words({ nouns, children }: Props) {
  const { locale } = await currentReader()
  return <MoreWords words={compiledWordsOf(locale, nouns)}>{children}</MoreWords>
}
