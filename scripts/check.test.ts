import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walls } from './config/walls.mjs'
import { inProject } from './lib/paths.ts'
import { cruise, faultsOfWalls } from './lib/walls-check.ts'
import type { Cruise } from './lib/walls-check.ts'

/** What a planted file holds, and the wall it must run into. Several plants per wall show several ways through. */
interface Plant {
  readonly wall: string
  readonly file: string
  readonly text: string
}

const plant = (wall: string, file: string, text: string): Plant => ({ wall, file, text })

const plants: Plant[] = [
  plant('core-is-pure', 'electron/core/domain/a.ts', `import { readFileSync } from 'node:fs'`),
  plant('core-is-pure', 'electron/core/services/a.ts', `import { v7 } from 'uuid'`),
  plant('domain-imports-domain', 'electron/core/domain/b.ts', `import type { X } from '#contract/x.ts'`),
  plant('domain-imports-domain', 'electron/core/domain/c.ts', `import { z } from 'zod'`),
  plant(
    'contract-imports-domain-and-zod',
    'electron/core/contract/a.ts',
    `import type { X } from '#services/x.ts'`,
  ),
  plant(
    'catalogue-imports-domain-and-zod',
    'electron/core/catalogue/a.ts',
    `import type { X } from '#contract/x.ts'`,
  ),
  plant('ports-import-domain', 'electron/core/ports/a.ts', `import type { X } from '#contract/x.ts'`),
  plant(
    'services-import-domain-and-ports',
    'electron/core/services/b.ts',
    `import { x } from '#adapters/mail/x.ts'`,
  ),
  plant(
    'services-import-domain-and-ports',
    'electron/core/services/c.ts',
    `import type { X } from '#contract/x.ts'`,
  ),
  plant(
    'adapters-import-ports-and-domain',
    'electron/adapters/mail/a.ts',
    `import { x } from '#services/x.ts'`,
  ),
  plant(
    'adapters-import-ports-and-domain',
    'electron/adapters/mail/b.ts',
    `import type { X } from '#db/rows/x.ts'`,
  ),
  plant('adapters-stay-apart', 'electron/adapters/printer/a.ts', `import { x } from '../mail/x.ts'`),
  plant(
    'api-imports-contract-services-domain',
    'electron/api/a.ts',
    `import { x } from '#adapters/mail/x.ts'`,
  ),
  plant(
    'api-imports-contract-services-domain',
    'electron/api/b.ts',
    `import { readFileSync } from 'node:fs'`,
  ),
  plant('api-takes-ports-as-types', 'electron/api/c.ts', `import { x } from '#ports/x.ts'`),
  plant('nobody-imports-a-host', 'electron/adapters/mail/c.ts', `import { x } from '#hosts/shared/x.ts'`),
  plant('shared-host-knows-no-host', 'electron/hosts/shared/a.ts', `import { x } from '#hosts/browser/x.ts'`),
  plant('hosts-stay-apart', 'electron/hosts/browser/a.ts', `import { x } from '#hosts/electron/x.ts'`),
  plant('hosts-are-thin', 'electron/hosts/browser/b.ts', `import { x } from '#db/repositories/x.ts'`),
  plant('hosts-are-thin', 'electron/hosts/electron/a.ts', `import { x } from '#services/x.ts'`),
  plant('electron-only-in-its-host', 'electron/hosts/shared/b.ts', `import { app } from 'electron'`),
  plant('driver-only-in-connection', 'db/repositories/a.ts', `import { Client } from 'pg'`),
  plant('driver-only-in-connection', 'db/units.ts', `import sqlite from 'sqlite3'`),
  plant('knex-opened-only-in-connection', 'db/repositories/b.ts', `import knex from 'knex'`),
  plant('knex-stays-in-db', 'electron/hosts/shared/c.ts', `import type { Knex } from 'knex'`),
  plant('migrations-are-frozen', 'db/migrations/0001-a.ts', `import { x } from '#domain/x.ts'`),
  plant('migrations-are-frozen', 'db/migrations/0002-b.ts', `import type { X } from '../rows/x.ts'`),
  plant('rows-import-nothing', 'db/rows/a.ts', `import type { X } from '#domain/x.ts'`),
  plant(
    'repositories-import-rows-ports-domain',
    'db/repositories/c.ts',
    `import { readFileSync } from 'node:fs'`,
  ),
  plant('db-knows-no-services', 'db/seeds/a.ts', `import { x } from '#services/x.ts'`),
  plant('renderer-sees-contract-only', 'renderer/lib/a.ts', `import { x } from '#services/x.ts'`),
  plant('renderer-sees-contract-only', 'renderer/lib/b.ts', `import type { X } from '#ports/x.ts'`),
  plant('router-type-only-in-api-client', 'renderer/lib/c.ts', `import type { AppRouter } from '#api/x.ts'`),
  plant('api-client-takes-the-type', 'renderer/lib/api-client.ts', `import { x } from '#api/x.ts'`),
  plant('renderer-runs-in-a-page', 'renderer/lib/d.ts', `import { join } from 'node:path'`),
  plant('features-stay-apart', 'renderer/features/intake/a.tsx', `import { x } from '../reports/x.ts'`),
  plant('features-know-no-app', 'renderer/features/intake/b.tsx', `import { x } from '../../app/x.ts'`),
  plant('ui-knows-no-features', 'renderer/ui/a.tsx', `import { x } from '../features/intake/x.ts'`),
  plant('ui-knows-no-features', 'renderer/ui/b.tsx', `import { x } from '../lib/api-client.ts'`),
  plant('lib-is-the-ground', 'renderer/lib/e.ts', `import { x } from '../ui/x.ts'`),
  plant(
    'scripts-are-commands',
    'electron/hosts/shared/d.ts',
    `import { x } from '../../../scripts/lib/x.ts'`,
  ),
  plant('tests-stay-outside', 'db/connection.ts', `import { x } from './testing/x.ts'`),
  plant('no-cycles', 'electron/core/domain/d.ts', `import type { E } from './partner.ts'`),
  plant('no-dead-modules', 'electron/core/domain/f.ts', `export const alone = 1`),
  plant('no-dead-modules', 'renderer/lib/island.ts', `import { x } from './x.ts'`),
  plant('everything-resolves', 'electron/core/domain/g.ts', `import { x } from './not-there.ts'`),
  plant('packages-are-declared', 'electron/adapters/mail/d.ts', `import ms from 'ms'`),
  plant('dev-packages-stay-home', 'electron/adapters/mail/e.ts', `import pdfkit from 'pdfkit'`),
]

const targets = [
  ...['domain', 'contract', 'catalogue', 'ports', 'services'].map((room) => `electron/core/${room}/x.ts`),
  ...['adapters/mail', 'api', 'hosts/shared', 'hosts/browser', 'hosts/electron'].map(
    (room) => `electron/${room}/x.ts`,
  ),
  ...['rows', 'repositories', 'testing'].map((room) => `db/${room}/x.ts`),
  ...['features/intake', 'features/reports', 'ui', 'lib', 'app'].map((room) => `renderer/${room}/x.ts`),
  'scripts/lib/x.ts',
]

describe('walls', () => {
  let root = ''
  let planted: Cruise

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'sepok-walls-'))
    const put = (file: string, text: string): void => {
      mkdirSync(join(root, dirname(file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    for (const file of targets)
      put(file, 'export const x = 1\nexport type X = typeof x\nexport type AppRouter = X\n')
    for (const { file, text } of plants) put(file, `${text}\n`)
    put('renderer/app/main.tsx', `import { x } from '../ui/x.ts'\n`)
    put('electron/core/domain/partner.ts', `import './d.ts'\nexport type E = 1\n`)
    cpSync(inProject('package.json'), join(root, 'package.json'))
    cpSync(inProject('scripts', 'config'), join(root, 'scripts', 'config'), { recursive: true })
    symlinkSync(inProject('node_modules'), join(root, 'node_modules'), 'junction')
    planted = await cruise(root)
  })

  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it.each(plants)('$wall stops $file: $text', ({ wall, file }) => {
    const broken = planted.summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)
    expect(broken).toContain(wall)
  })

  it('takes a module for alive when an entry leads to it', () => {
    const dead = planted.summary.violations.filter(({ rule }) => rule.name === 'no-dead-modules')
    const names = dead.map(({ from }) => from)
    expect(names).toContain('renderer/lib/x.ts')
    expect(names).not.toContain('renderer/ui/x.ts')
    expect(names).not.toContain('renderer/app/main.tsx')
  })

  it('has each wall seen to fail', () => {
    const seen = new Set(plants.map(({ wall }) => wall))
    expect(walls.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([])
  })

  it('finds nothing wrong with a file that keeps to its room', () => {
    const innocent = planted.summary.violations.filter(
      ({ from, rule }) => targets.includes(from) && rule.name !== 'no-dead-modules',
    )
    expect(innocent).toEqual([])
  })

  it('says in a line each what is wrong, and which file was not looked at', () => {
    writeFileSync(join(root, 'db', 'late.ts'), '')
    const faults = faultsOfWalls(root, planted)
    expect(faults).toContain('not looked at: db/late.ts')
    expect(faults).toContain('no-dead-modules: renderer/lib/x.ts')
    expect(faults.filter((one) => one.startsWith('not looked at'))).toHaveLength(1)
  })
})
