import { expect, test } from 'vitest'
import type { FoundDossierView } from '#contract/dossier.ts'
import { decideFound, findAmong } from './find-ready.ts'

const aLine = (id: string, ...alike: readonly string[]) => ({ id, alike }) as unknown as FoundDossierView
const ready = [aLine('a'), aLine('b')]

test('a scanned permit that waits is opened at once', () => {
  expect(decideFound('b', [], ready)).toEqual({ kind: 'one', id: 'b' })
})

test('a name of one waiting permit opens it, although others of that name are not ready', () => {
  expect(decideFound(null, [aLine('z'), aLine('a')], ready)).toEqual({ kind: 'one', id: 'a' })
})

test('a name of several waiting permits leaves the choice to the clerk', () => {
  expect(decideFound(null, [aLine('a'), aLine('b')], ready)).toEqual({ kind: 'several', ids: ['a', 'b'] })
})

test('a permit that does not wait here is told with its place', () => {
  expect(decideFound('z', [aLine('y'), aLine('z')], ready)).toEqual({ kind: 'not-ready', line: aLine('z') })
})

test('what nobody knows is said so', () => {
  expect(decideFound(null, [], ready)).toEqual({ kind: 'nothing' })
})

test('who has the very name comes before whoever has one like it', () => {
  expect(decideFound(null, [aLine('b'), aLine('a', 'sari')], ready)).toEqual({ kind: 'one', id: 'b' })
  expect(decideFound(null, [aLine('a', 'sari')], ready)).toEqual({ kind: 'one', id: 'a' })
})

test('who is in the list on the screen is found there, although another list has them too', () => {
  const places = [
    { list: 'back', lines: [aLine('c'), aLine('d')] },
    { list: 'ready', lines: ready },
  ]
  expect(findAmong(null, [aLine('a'), aLine('c')], places)).toEqual({
    list: 'back',
    found: { kind: 'one', id: 'c' },
  })
  expect(findAmong(null, [aLine('c'), aLine('d')], places).found).toEqual({
    kind: 'several',
    ids: ['c', 'd'],
  })
})

test('who is in another list is found there, and who is in none is told with the place', () => {
  const places = [
    { list: 'back', lines: [aLine('c')] },
    { list: 'ready', lines: ready },
  ]
  expect(findAmong('b', [], places)).toEqual({ list: 'ready', found: { kind: 'one', id: 'b' } })
  expect(findAmong(null, [aLine('z')], places)).toEqual({
    list: null,
    found: { kind: 'not-ready', line: aLine('z') },
  })
})
