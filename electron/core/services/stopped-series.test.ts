import { expect, it } from 'vitest'
import { instantOf } from '#domain/instant.ts'
import { anId } from '#domain/testing/builders.ts'
import { releaseSeriesOf, stopSeriesOf, whyStopped } from './stopped-series.ts'

function settings() {
  const kept = new Map<string, unknown>()
  return {
    get: (key: string) => Promise.resolve(kept.get(key)),
    set: (key: string, value: unknown) => {
      kept.set(key, value)
      return Promise.resolve()
    },
  }
}

const at = instantOf(0)
const [current, givenUp] = [anId(1), anId(2)]
const number = { series: 'izin', scope: '2026', serial: 7, text: '503/0007/SIPD/DPMPTSP/2026' }
const dossier = { product: { id: current, number } }

it('a series stands while the portal has its number under another permit, and goes on once ours is taken', async () => {
  const stores = { settings: settings() }
  await stopSeriesOf(stores, dossier, current, at)
  await stopSeriesOf(stores, dossier, current, at)
  expect(await whyStopped(stores, 'izin')).toBe(number.text)
  await releaseSeriesOf(stores, current)
  expect(await whyStopped(stores, 'izin')).toBeNull()
})

it('no series stands because of a permit that a Ralat gave up: its number went on to the next one', async () => {
  const stores = { settings: settings() }
  await stopSeriesOf(stores, dossier, givenUp, at)
  expect(await whyStopped(stores, 'izin')).toBeNull()
})
