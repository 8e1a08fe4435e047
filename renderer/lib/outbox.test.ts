import { expect, test } from 'vitest'
import { createOutbox } from './outbox.ts'

test('only the last state of a dialog is sent, and each dialog by itself', async () => {
  const sent: string[] = []
  const outbox = createOutbox<string>((key, value) => {
    sent.push(`${key}: ${value}`)
    return Promise.resolve()
  })
  outbox.put('postpone', 'kan')
  outbox.put('postpone', 'kantor tutup')
  outbox.put('cancel', 'tempat belum siap')
  await outbox.flush()
  await outbox.flush()
  expect(sent).toEqual(['postpone: kantor tutup', 'cancel: tempat belum siap'])
})

test('what got no answer is sent again, unless something newer was typed meanwhile', async () => {
  const sent: string[] = []
  let answers = false
  const outbox = createOutbox<string>((key, value) => {
    if (!answers) return Promise.reject(new Error('no answer'))
    sent.push(`${key}: ${value}`)
    return Promise.resolve()
  })
  outbox.put('postpone', 'kantor tutup')
  outbox.put('cancel', 'lama')
  await outbox.flush()
  outbox.put('cancel', 'baru')
  answers = true
  await outbox.flush()
  expect(sent).toEqual(['postpone: kantor tutup', 'cancel: baru'])
})
