import { expect, test } from 'vitest'
import { parsePrinterAddress } from './printer-address.ts'

test.each([
  ['tcp://192.168.1.50:9100', { scheme: 'tcp', host: '192.168.1.50', port: 9100 }],
  ['tcp://printer-loket', { scheme: 'tcp', host: 'printer-loket', port: 9100 }],
  ['tcp://[::1]:4000/', { scheme: 'tcp', host: '::1', port: 4000 }],
  ['device:/dev/usb/lp0', { scheme: 'device', path: '/dev/usb/lp0' }],
  ['folder:/home/loket/cetak hasil', { scheme: 'folder', path: '/home/loket/cetak hasil' }],
  ['folder:C:\\Cetak', { scheme: 'folder', path: 'C:\\Cetak' }],
  ['cups:Laser_A4', { scheme: 'cups', queue: 'Laser_A4', completedMeans: 'unknown' }],
  ['cups:Laser_A4?completed=printed', { scheme: 'cups', queue: 'Laser_A4', completedMeans: 'printed' }],
  [
    'share:\\\\localhost\\POS58',
    { scheme: 'share', path: '\\\\localhost\\POS58', completedMeans: 'unknown' },
  ],
])('reads %s', (typed, address) => {
  expect(parsePrinterAddress(typed)).toEqual({ ok: true, value: address })
})

test.each([
  '',
  'tcp://',
  'tcp://host:0',
  'tcp://host:70000',
  'tcp://a b:9100',
  'cups:',
  'cups:dua kata',
  'cups:a/b',
  'cups:Laser?completed=maybe',
  'share:/localhost/POS58',
  'http://printer',
  '/dev/usb/lp0',
])('refuses "%s" with what was typed', (typed) => {
  expect(parsePrinterAddress(typed)).toEqual({
    ok: false,
    refusal: { code: 'printer-address-malformed', typed },
  })
})
