import { describe, expect, it } from 'vitest'
import { decideHosts, electronHostSpecs, endToEndSpecs } from './end-to-end-specs.ts'

describe('end-to-end specs', () => {
  it('run with both hosts where the runtime of Electron is, and nothing is named', () => {
    expect(decideHosts('/opt/electron')).toEqual({ hosts: ['browser', 'electron'], notRun: null })
  })

  it('run with the browser host alone where it is not, and one line names every spec that did not run', () => {
    const { hosts, notRun } = decideHosts(undefined)
    expect(hosts).toEqual(['browser'])
    expect(notRun?.split('\n')).toHaveLength(1)
    for (const spec of electronHostSpecs()) expect(notRun).toContain(spec)
  })

  it('leave to the browser host what shows pages to a stub or starts that host by its options', () => {
    const both = electronHostSpecs()
    const browserOnly = endToEndSpecs().filter((spec) => !both.includes(spec))
    expect(browserOnly.map((spec) => spec.split('/').at(-1))).toEqual([
      'gallery.spec.ts',
      'shell.spec.ts',
      'starting.spec.ts',
    ])
    expect(both).toContain('scripts/e2e/specs/walk-in.spec.ts')
  })
})
