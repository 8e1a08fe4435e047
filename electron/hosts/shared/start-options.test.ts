import { describe, expect, it } from 'vitest'
import { ownArguments, readStartOptions, usualDataDir } from './start-options.ts'

const office = { platform: 'linux' as const, env: {}, home: '/home/loket', cwd: '/srv' }
const read = (...args: string[]) => readStartOptions(args, office)

it('the options of an installed program are found among the switches of its window', () => {
  expect(
    ownArguments([
      '--no-sandbox',
      '--data',
      '/srv/kantor',
      '/opt/app',
      '--lang=id',
      '--demo',
      '--profile=seruyan',
    ]),
  ).toEqual(['--data=/srv/kantor', '--demo', '--profile=seruyan'])
})

describe('start options', () => {
  it('without any: the best host, the office folder, the embedded database, a window', () => {
    expect(read()).toEqual({
      host: 'auto',
      dataDir: '/home/loket/.local/share/sepok-loket',
      databaseUrl: null,
      port: null,
      open: true,
      demo: false,
      profile: null,
      help: false,
    })
  })

  it('are all taken', () => {
    const typed =
      '--host browser --data kantor --database postgres://a@b/c --port 0 --no-open --demo --profile pontianak'
    expect(read(...typed.split(' '))).toEqual({
      host: 'browser',
      dataDir: '/srv/kantor',
      databaseUrl: 'postgres://a@b/c',
      port: 0,
      open: false,
      demo: true,
      profile: 'pontianak',
      help: false,
    })
  })

  it.each([
    [['--port', 'abc'], 'Porta "abc" tidak sah'],
    [['--port', '70000'], 'Porta "70000" tidak sah'],
    [['--port', '-1'], '--port'],
    [['--host', 'chrome'], '--host "chrome" tidak dikenal'],
    [['--folder', 'x'], '--folder'],
    [['kantor'], 'kantor'],
    [['--database', 'mysql://root:rahasia@db/x'], 'postgres://'],
  ])('%j are refused with a sentence that names them', (args, sentence) => {
    expect(() => read(...args)).toThrow(
      expect.objectContaining({ code: 'bad-option', message: expect.stringContaining(sentence) }),
    )
  })

  it('never repeat a database password on the screen', () => {
    expect(() => read('--database', 'mysql://root:rahasia@db/x')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('rahasia') }),
    )
  })

  it('never fill the office folder with the sample office', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(usualDataDir({ ...office, platform }, true)).not.toBe(
        usualDataDir({ ...office, platform }, false),
      )
  })
})
