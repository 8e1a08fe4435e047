import type { OfficeProfile } from '#domain/profile.ts'
import { ok } from '#domain/result.ts'
import { administratorRole, type Office } from '#services/office.ts'
import { officeProfileSetting, stationNameSetting } from '#services/create-office.ts'
import { join } from 'node:path'
import { makeFolder } from './data-folder.ts'
import type { StationTools } from './open-office.ts'

const samplePassword = 'sepok-demo-2026'

/** One invented person per role of the profile, and the administrator. */
export function sampleUsers(profile: OfficeProfile) {
  const names = ['Ratih Puspalina', 'Yulianto Sekayam', 'Wiwin Kubutama', 'Dodi Kertasari', 'Haryati Mensiku, S.H.']
  const users = profile.roles.map((role, index) => ({
    username: role.code,
    password: samplePassword,
    name: names[index] ?? `Petugas ${role.label}`,
    role: role.label,
    code: role.code,
  }))
  return [...users, { username: 'admin', password: samplePassword, name: 'Melati Sambas', role: 'Administrator', code: administratorRole }]
}

/** Fills an empty data folder with the sample office; does nothing where an office exists. */
export async function ensureSampleOffice(
  tools: StationTools & { readonly office: Office; readonly dataDir: string },
  _options: { readonly seed: number },
): Promise<void> {
  makeFolder(join(tools.dataDir, 'cetak'))
  const passwordHash = await tools.passwords.hash(samplePassword)
  await tools.database.work.run(async ({ users, settings, printers }) => {
    if ((await users.count()) > 0) return ok(null)
    for (const one of sampleUsers(tools.office.profile))
      await users.save({
        id: tools.ids.uuid(),
        username: one.username,
        name: one.name,
        passwordHash,
        roles: [one.code],
        counter: one.code === 'front-office' ? 'Loket 2' : null,
        active: true,
        createdAt: tools.clock.now(),
      })
    await printers.save({
      id: tools.ids.uuid(),
      name: 'Folder cetak',
      kind: 'sheet',
      address: `folder:${tools.dataDir}/cetak`,
      thermal: null,
      documents: ['receipt', 'permit', 'refusal-letter', 'revocation-decree', 'handover-receipt', 'daily-report', 'missing-items'],
      active: true,
    })
    await settings.set(officeProfileSetting, tools.office.profile.code)
    await settings.set(stationNameSetting, 'Loket 2')
    return ok(null)
  })
}
