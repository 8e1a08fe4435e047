import { expect, it } from 'vitest'
import { watchWindows } from './windows-asking.ts'

it('knows whether a window waits, since when none does, and tells of the last answer, a failed one too', async () => {
  let now = 1_000
  const windows = watchWindows(() => now)
  const told: number[] = []
  windows.onQuiet(() => told.push(now))
  expect([windows.areAsking(), windows.quietMs()]).toEqual([false, Infinity])

  const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const answered = windows.answer(() => first.promise)
  const failed = windows.answer(() => second.promise)
  expect(windows.areAsking()).toBe(true)
  first.resolve('berkas')
  expect(await answered).toBe('berkas')
  expect([windows.areAsking(), told]).toEqual([true, []])
  now = 1_200
  second.reject(new Error('broken'))
  await expect(failed).rejects.toThrow('broken')
  now = 1_230
  expect([windows.areAsking(), windows.quietMs(), told]).toEqual([false, 30, [1_200]])
})
