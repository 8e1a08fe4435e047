import { describe, expect, it } from 'vitest'
import { productOffice, readDataFolder } from '#catalogue/testing/data-files.ts'
import { roleViews } from './roles-view.ts'

const offices = readDataFolder('profiles').map((file) => productOffice(file))

describe.each(offices.map((office) => [office.profile.code, office] as const))(
  'the roles of %s',
  (_, office) => {
    const views = roleViews(office, [
      { roles: ['front-office', 'administrator'], active: true },
      { roles: ['front-office'], active: false },
    ])

    it('name every stage that people of the office work on, each under the one role that may act on it', () => {
      const worked = office.profile.stageTable.stages.filter(
        (one) => one.where !== 'automatic' && office.profile.roles.some((role) => role.code === one.role),
      )
      const shown = views.flatMap((role) => role.stages.map((stage) => [role.code, stage.code]))
      expect(shown.toSorted()).toEqual(worked.map((one) => [one.role, one.code]).toSorted())
    })

    it('say that only the administrator administers, and count only who may sign in', () => {
      const administering = views.filter((one) => one.permissions.includes('administration'))
      expect(administering.map((one) => one.code)).toContain('administrator')
      expect(views.at(-1)).toMatchObject({ code: 'administrator', stages: [], users: 1 })
      expect(views.find((one) => one.code === 'front-office')?.users ?? 1).toBe(1)
    })
  },
)
