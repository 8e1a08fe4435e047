import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { composeStation, setUpOffice, type ComposedStation } from '../testing/composed-station.ts'

const stations: ComposedStation[] = []
afterEach(async () => {
  for (const one of stations.splice(0)) await one.close()
})

const aStation = async (...given: Parameters<typeof composeStation>): Promise<ComposedStation> => {
  const station = await composeStation(...given)
  stations.push(station)
  return station
}

it('keeps how each user wants the screens, at every window', async () => {
  const first = await aStation()
  const enter = await setUpOffice(first)
  const clerk = await enter('front-office')
  expect((await clerk.session.station.query()).user?.colourScheme).toBe('system')
  await clerk.session.setColourScheme.mutate({ colourScheme: 'dark' })
  const entered = await first
    .client('another-window')
    .session.signIn.mutate({ username: 'front-office', password: 'kunci-loket-2026' })
  expect(entered.ok && entered.value.user?.colourScheme).toBe('dark')
  const colleague = await enter('technical-agency')
  expect((await colleague.session.station.query()).user?.colourScheme).toBe('system')
})

it('refuses a colour scheme from a window where nobody is signed in', async () => {
  const station = await aStation()
  await setUpOffice(station)
  await expect(
    station.client('stranger').session.setColourScheme.mutate({ colourScheme: 'dark' }),
  ).rejects.toMatchObject({ data: { code: 'UNAUTHORIZED' } })
})

it('logs a fault of the page under its code before anybody is signed in, and refuses an endless one', async () => {
  const logged: object[] = []
  const ignore = (): void => {}
  const station = await aStation({
    log: { info: ignore, warn: ignore, error: (fields) => void logged.push(fields) },
  })
  const window = station.client('window')
  const fault = {
    reference: 'GL-7K2M-9TXB',
    kind: 'screen' as const,
    place: '/',
    about: '',
    message: 'boom',
    stack: '',
  }
  await window.session.reportFault.mutate(fault)
  await window.session.reportFault.mutate(fault)
  expect(logged).toEqual([fault])
  await expect(
    window.session.reportFault.mutate({ ...fault, stack: 'x'.repeat(6001) }),
  ).rejects.toMatchObject({ data: { code: 'BAD_REQUEST' } })
})

it('says at the print desk which printer is in trouble and what to do', async () => {
  const station = await aStation()
  const enter = await setUpOffice(station)
  rmSync(join(station.dataDir, 'cetak'), { recursive: true })
  const clerk = await enter('front-office')
  const conditions = async () => (await clerk.printing.desk.query()).printers.map((one) => one.condition)
  // The watch tells its answer; until then nothing is claimed.
  await expect.poll(conditions, { timeout: 10_000 }).toEqual([
    {
      state: 'trouble',
      reason: 'folder-missing',
      sentence: 'Folder Folder cetak tidak ditemukan. Periksa foldernya di Pengaturan › Printer.',
    },
  ])
})
