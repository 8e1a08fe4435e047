import { readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { migrations } from './index.ts'

it('the list of migrations is complete, in order and without gap', async () => {
  const files = (await readdir(import.meta.dirname))
    .filter((file) => /^\d{4}-.*(?<!\.test)\.ts$/.test(file))
    .sort()
  expect(migrations.map((one) => `${one.name}.ts`)).toEqual(files)
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, i) => i + 1))
})
