import { expect, it } from 'vitest'
import { appRouter } from '../root.ts'
import { openApi } from './openapi.ts'

const document = openApi(appRouter, 'https://throughcare.example') as {
  openapi: string
  paths: Record<string, { post: { operationId: string; requestBody?: { content: object } } }>
}

it('documents every procedure of the router', () => {
  expect(Object.keys(document.paths).sort()).toEqual(
    Object.keys(appRouter._def.procedures)
      .map((path) => `/${path}`)
      .sort(),
  )
  expect(Object.keys(document.paths).length).toBeGreaterThan(3)
})

it('says what a procedure takes', () => {
  expect(JSON.stringify(document.paths['/access.chooseHat']?.post.requestBody)).toContain('"membershipId"')
})

it('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
})
