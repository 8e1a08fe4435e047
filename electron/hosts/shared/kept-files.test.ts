import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { composeStation, setUpOffice, type ComposedStation } from '../testing/composed-station.ts'
import { createKeptFiles, filesInForce } from './kept-files.ts'

let root: string
let dataDir: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sepok-assets-'))
  dataDir = mkdtempSync(join(tmpdir(), 'sepok-data-'))
  for (const folder of ['catalogue', 'profiles', 'calendar', 'templates', 'regions'])
    cpSync(join(assetsDir, folder), join(root, folder), { recursive: true })
})
afterEach(() => {
  for (const folder of [root, dataDir]) rmSync(folder, { recursive: true, force: true })
})

const profile = 'profiles/pontianak.json'
/** Changes a file as a hand with an editor does, and tells the line of the change. */
const edit = (file: string, from: string, to: string): number => {
  const text = readFileSync(join(root, file), 'utf8')
  const at = text.indexOf(from)
  if (at < 0) throw new Error(`${file} has no ${from}`)
  writeFileSync(join(root, file), text.slice(0, at) + to + text.slice(at + from.length))
  return text.slice(0, at).split('\n').length
}

describe('the last sound set of data files', () => {
  const inForce = () => filesInForce(root, 'pontianak', createKeptFiles(dataDir))

  it('is kept once, and a change of the rules is kept beside it', () => {
    inForce()
    const first = readdirSync(join(dataDir, 'aturan'))
    inForce()
    expect(readdirSync(join(dataDir, 'aturan'))).toEqual(first)
    edit(profile, 'Front Office DPMTK-PTSP, Jl. Letjen Sutoyo No. 1.', 'Front Office, lantai 1.')
    expect(inForce()).toMatchObject({ ok: true, value: { problems: [] } })
    expect(readdirSync(join(dataDir, 'aturan'))).toHaveLength(first.length + 1)
  })

  it.each<[string, () => void]>([
    ['a text that is no JSON', () => edit(profile, '"systemName":', '"systemName"')],
    ['a file that is gone', () => rmSync(join(root, 'calendar/indonesia.json'))],
    ['a folder that is gone', () => rmSync(join(root, 'catalogue/laws'), { recursive: true })],
    ['the profile itself gone', () => rmSync(join(root, profile))],
    ['a permit type that nobody can read', () => edit('catalogue/permit-types/sipd.json', '"SIPD"', '5')],
  ])('stays in force with %s', (_, breakIt) => {
    const before = inForce()
    breakIt()
    const after = inForce()
    if (!before.ok || !after.ok) throw new Error('nothing is in force')
    expect(after.value.problems.length).toBeGreaterThan(0)
    expect(after.value.files.source.hash).toBe(before.value.files.source.hash)
    expect(after.value.files.office).toEqual(before.value.files.office)
  })

  it('is no set when somebody changed it by hand, or when there never was one', () => {
    const shelf = join(dataDir, 'aturan')
    edit(profile, '"clock": "running"', '"clock": "berjalan"')
    expect(inForce().ok).toBe(false)
    edit(profile, '"clock": "berjalan"', '"clock": "running"')
    expect(inForce().ok).toBe(true)
    const set = readdirSync(shelf).find((name) => name.length > 60) ?? ''
    const text = readFileSync(join(shelf, set), 'utf8')
    writeFileSync(join(shelf, set), text.replace('Letnan Jendral', 'Jendral'))
    edit(profile, '"clock": "running"', '"clock": "berjalan"')
    expect(inForce()).toMatchObject({ ok: false, refusal: [{ field: 'stageTable.stages[1].clock' }] })
  })
})

describe('a station whose data files become bad', () => {
  const open: ComposedStation[] = []
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close()
  })
  const start = async () => {
    const station = await composeStation({ dataDir, assetsDir: root })
    open.push(station)
    return station
  }
  const news = async (station: ComposedStation) => {
    const admin = station.client('admin')
    await admin.session.signIn.mutate({ username: 'admin', password: 'kunci-loket-2026' })
    return admin.administration.dataFiles.query()
  }

  it('goes on with the last sound set, also after a restart, and tells the administrator file, line and cure', async () => {
    const first = await start()
    const signIn = await setUpOffice(first)
    expect(await news(first)).toEqual({ problems: [], warnings: [] })
    const line = edit(profile, '"to": ["dinas-kesehatan"]', '"to": ["dinas-pasar"]')
    const counter = await signIn('front-office')
    expect((await counter.session.station.query()).office?.shortName).toBe('DPMTK-PTSP Pontianak')
    await open.pop()?.close()

    const second = await start()
    expect(await news(second)).toEqual({
      problems: [
        `assets/${profile}, baris ${line}, stageTable.stages[1].actions[0].to: tahap yang ada, bukan dinas-pasar.`,
      ],
      warnings: [],
    })
    const again = second.client('front-office')
    expect(
      await again.session.signIn.mutate({ username: 'front-office', password: 'kunci-loket-2026' }),
    ).toMatchObject({ ok: true })
    const { applicationId } = await again.intake.begin.mutate()
    expect(applicationId).toMatch(/^[0-9a-f-]{36}$/)
    await expect(again.administration.dataFiles.query()).rejects.toThrow()
    await open.pop()?.close()

    edit(profile, '"to": ["dinas-pasar"]', '"to": ["dinas-kesehatan"]')
    const third = await start()
    expect(await news(third)).toEqual({ problems: [], warnings: [] })
  })

  it('that never had a sound set does not start, and says what to mend', async () => {
    const line = edit(profile, '"role": "front-office"', '"role": "juru-kunci"')
    await expect(composeStation({ dataDir, assetsDir: root, demo: true })).rejects.toThrow(
      `assets/${profile}, baris ${line}, stageTable.stages[1].role: salah satu peran:`,
    )
  })
})
