import { expect, test } from 'vitest'
import { createKept } from './kept.ts'

test('what was typed is found again by whoever typed it, and by nobody else at the window', () => {
  const kept = createKept()
  let told = 0
  const stop = kept.subscribe(() => {
    told += 1
  })
  kept.keep('ratih', 'dossier/receiver', { nik: '6171041505900001' })
  expect(kept.read('wiwin', 'dossier/receiver')).toBeUndefined()
  kept.keep('wiwin', 'dossier/receiver', { nik: '' })
  expect(kept.read('ratih', 'dossier/receiver')).toEqual({ nik: '6171041505900001' })
  kept.keep('ratih', 'dossier/receiver', undefined)
  expect(kept.read('ratih', 'dossier/receiver')).toBeUndefined()
  expect(told).toBe(3)
  stop()
  kept.keep('ratih', 'dossier/note', 'x')
  expect(told).toBe(3)
})
