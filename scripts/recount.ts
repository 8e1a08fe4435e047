/** Makes what stands beside the events of an office again: states, lists, search and what reports keep; the application must be closed. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readReportRule, reportRuleSetting } from '#domain/report-rule.ts'
import { thisMachine, usualDataDir } from '#hosts/shared/start-options.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { openStationDatabase, readStationDatabase } from '#hosts/shared/station-database.ts'
import { claimStation } from '#hosts/shared/station-lock.ts'
import { explainFailure, say } from './lib/run-browser.ts'

const words = {
  help: [
    'Menyusun ulang daftar, pencarian, dan hitungan laporan sebuah kantor dari riwayatnya.',
    'Tutup aplikasi lebih dulu. Pilihan:',
    '  --data FOLDER                 folder data kantor',
    '  --database URL                basis data postgres://… (tanpa ini: berkas di folder data)',
  ].join('\n'),
  folderMissing: (folder: string) =>
    `Folder data "${folder}" tidak ada. Sebutkan folder kantor dengan --data, misalnya: --data /srv/sepok.`,
  running: 'Aplikasi masih terbuka dengan folder data ini. Tutup dulu, lalu ulangi.',
  nothing: 'Kantor ini belum pernah menyusun hitungan laporan. Buka aplikasi; hitungan tersusun sendiri.',
  mended: (count: number) =>
    count === 0
      ? 'Daftar dan pencarian sama dengan riwayatnya.'
      : `Daftar dan pencarian ${count} permohonan disamakan dengan riwayatnya.`,
  looked: (count: number) => `${count} permohonan …`,
  done: (count: number) => `Selesai. Hitungan laporan ${count} permohonan disusun ulang.`,
} as const

const recount = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      database: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${words.help}\n`)
    return 0
  }
  const machine = thisMachine()
  const dataDir = values.data ? resolve(machine.cwd, values.data) : usualDataDir(machine, false)
  if (!statSync(dataDir, { throwIfNoEntry: false })?.isDirectory())
    throw new StartRefusal('data-folder-unusable', words.folderMissing(dataDir))
  const claim = await claimStation(dataDir, 2_000)
  if (!claim.held) throw new StartRefusal('already-running', words.running)
  try {
    const place = { dataDir, databaseUrl: values.database ?? null }
    const reading = await readStationDatabase(place)
    const made = readReportRule(await reading.queries.getSetting(reportRuleSetting))
    await reading.close()
    if (!made) {
      say(words.nothing)
      return 1
    }
    const database = await openStationDatabase(place, () => made.zone)
    try {
      const onProgress = (looked: number): void => say(words.looked(looked))
      say(words.mended(await database.renewListColumns(onProgress)))
      say(words.done(await database.renewReports({ anyway: true, onProgress })))
    } finally {
      await database.close()
    }
    return 0
  } finally {
    await claim.claim.release()
  }
}

process.exit(await recount(process.argv.slice(2)).catch(explainFailure))
