import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { inProject } from './lib/paths.ts'

const start = (args: readonly string[], node: readonly string[] = []) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...node, inProject('scripts', 'start.ts'), ...args],
    {
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}

describe('npm start', () => {
  it('lists its options', () => {
    const { status, stdout } = start(['--help'])
    expect(status).toBe(0)
    for (const option of ['--host', '--data', '--database', '--port', '--no-open', '--demo', '--profile'])
      expect(stdout).toContain(option)
  })

  it('also on a Node that cannot read TypeScript, as the one inside a desktop runtime may be', () => {
    const withoutTypes = [
      '--no-experimental-strip-types',
      '--require',
      inProject('scripts', 'lib', 'strip-types.cjs'),
    ]
    expect(start(['--help'], withoutTypes)).toEqual(start(['--help']))
    expect(start(['--help'], withoutTypes.slice(0, 1)).status).not.toBe(0)
  })

  it.each([
    [['--port', 'abc'], 'Porta "abc" tidak sah. Isi angka 0 sampai 65535, misalnya: --port 8100.\n'],
    [['--host', 'chrome'], 'Pilihan --host "chrome" tidak dikenal. Isi auto, electron, atau browser.\n'],
    [
      ['--database', 'x'],
      'Alamat basis data tidak dikenal. Isi seperti: --database postgres://nama@komputer:5432/sepok.\n',
    ],
  ])('refuses %j with a sentence and an exit code', (args, sentence) => {
    expect(start(args)).toEqual({ status: 2, stdout: '', stderr: sentence })
  })
})
