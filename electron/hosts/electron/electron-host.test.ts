import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startElectronProgram } from '../testing/electron-program.ts'
import type { ElectronProgram } from '../testing/electron-program.ts'
import { endHostProcesses, startHostProcess } from '../testing/host-process.ts'
import { makeTinyPage } from '../testing/tiny-station.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-electron-'))
  folders.push(folder)
  return folder
}
const programs: ElectronProgram[] = []
let appPath: string
beforeAll(() => {
  appPath = mkdtempSync(join(tmpdir(), 'sepok-app-'))
  mkdirSync(join(appPath, 'dist'))
  renameSync(makeTinyPage(), join(appPath, 'dist', 'renderer'))
})
afterAll(() => rmSync(appPath, { recursive: true, force: true }))

const start = (dataDir: string) => {
  const program = startElectronProgram(['--data', dataDir], { appPath })
  programs.push(program)
  return program
}
const endAll = async () => {
  await endHostProcesses()
  for (const program of programs.splice(0)) {
    program.kill()
    await program.ended
  }
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }))
}

describe('the window', () => {
  let program: ElectronProgram
  beforeAll(async () => {
    program = start(aFolder())
    await program.asked('window.show')
  })
  afterAll(endAll)

  it('shows the page of the station over our own scheme', async () => {
    expect(await program.asked('page loaded')).toEqual({ url: 'sepok://loket/', status: 200 })
    expect(await program.asked('protocol.registerSchemesAsPrivileged')).toEqual([
      {
        scheme: 'sepok',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ])
  })

  it('keeps page and program apart', async () => {
    expect(await program.asked('new BrowserWindow')).toMatchObject({
      title: 'SEPOK Loket',
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        session: 'persist:loket',
      },
    })
    const { webPreferences } = (await program.asked('new BrowserWindow')) as { webPreferences: object }
    expect(webPreferences).not.toHaveProperty('preload')
  })

  it('has a policy with a nonce of its own on every page', async () => {
    const page = (await program.act({ do: 'fetch', url: 'sepok://loket/berkas' })) as {
      headers: Record<string, string>
    }
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w-]{20,}'/)
  })

  it('is one client to the station, from call to call', async () => {
    const ask = () =>
      program.act({ do: 'fetch', url: 'sepok://loket/trpc/whoAmI' }) as Promise<{ body: string }>
    const first = await ask()
    expect(first).toMatchObject({ status: 200, body: expect.stringMatching(/"client":"[\w-]{43}"/) })
    expect((await ask()).body).toBe(first.body)
  })

  it('sends what was typed', async () => {
    const call = { do: 'fetch', url: 'sepok://loket/trpc/change', method: 'POST', body: '{}' } as const
    expect(await program.act(call)).toMatchObject({ status: 200 })
  })

  it.each(['sepok://lain/', 'sepok://loket.example/'])('finds nothing at %s', async (url) => {
    expect(await program.act({ do: 'fetch', url })).toMatchObject({ status: 404 })
  })

  it.each([
    'https://loket.example/',
    'http://127.0.0.1:8100/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'sepok://lain/',
    'sepok://a@loket/',
    'bukan alamat',
  ])('is not led to %s', async (url) => {
    expect(await program.act({ do: 'navigate', url })).toBe('refused')
    expect(await program.act({ do: 'redirect', url })).toBe('refused')
  })

  it('moves among its own pages', async () => {
    expect(await program.act({ do: 'navigate', url: 'sepok://loket/berkas' })).toBe('gone')
  })

  it('opens no second window, not even of ours, and embeds nothing', async () => {
    for (const url of ['https://loket.example/', 'sepok://loket/'])
      expect(await program.act({ do: 'open-window', url })).toBe('deny')
    expect(await program.act({ do: 'attach-webview' })).toBe('refused')
  })

  const ours = 'sepok://loket/terima'
  it.each([
    ['media', ours, ['video'], true],
    ['media', ours, ['audio'], false],
    ['media', ours, ['video', 'audio'], false],
    ['media', ours, [], false],
    ['media', 'https://loket.example/', ['video'], false],
    ['clipboard-sanitized-write', ours, undefined, true],
    ['clipboard-read', ours, undefined, false],
    ['window-management', ours, undefined, true],
    ['geolocation', ours, undefined, false],
    ['notifications', ours, undefined, false],
    ['openExternal', ours, undefined, false],
    ['display-capture', ours, ['video'], false],
  ])('asks for %s from %s with %j and gets %s', async (permission, requestingUrl, mediaTypes, granted) => {
    const details = { requestingUrl, isMainFrame: true, ...(mediaTypes ? { mediaTypes } : {}) }
    expect(await program.act({ do: 'request-permission', permission, details })).toBe(granted)
  })

  it.each([
    ['media', 'sepok://loket', 'video', true],
    ['media', 'sepok://loket', 'audio', false],
    ['media', 'https://loket.example', 'video', false],
    ['clipboard-sanitized-write', 'sepok://loket', undefined, true],
    ['usb', 'sepok://loket', undefined, false],
  ])('is checked for %s at %s (%s): %s', async (permission, origin, mediaType, granted) => {
    const details = mediaType ? { mediaType, isMainFrame: true } : { isMainFrame: true }
    expect(await program.act({ do: 'check-permission', permission, origin, details })).toBe(granted)
  })

  it('gets no devices', async () => {
    expect(await program.act({ do: 'ask-device' })).toBe(false)
  })

  it('has a menu in Indonesian, without function keys', async () => {
    const menu = (await program.asked('Menu.setApplicationMenu')) as { label: string }[]
    expect(menu.map(({ label }) => label)).toEqual(['Berkas', 'Sunting', 'Tampilan'])
    expect(JSON.stringify(menu)).not.toMatch(/"F\d+"/)
  })
})

describe('when something goes wrong', () => {
  let program: ElectronProgram
  beforeAll(async () => {
    program = start(aFolder())
    await program.asked('window.show')
  })
  afterAll(endAll)
  const whoAmI = async () =>
    ((await program.act({ do: 'fetch', url: 'sepok://loket/trpc/whoAmI' })) as { body: string }).body

  it('a hung window is offered a reload, which is withdrawn when it answers again', async () => {
    await program.act({ do: 'hang' })
    expect(await program.asked('dialog.showMessageBox')).toMatchObject({
      message: 'Jendela sedang tidak menanggapi.',
      buttons: ['Tunggu', 'Muat Ulang'],
    })
    await program.act({ do: 'recover' })
    await program.asked('message box withdrawn')
    expect(program.journal.map(({ asked }) => asked)).not.toContain('webContents.forcefullyCrashRenderer')
  })

  it('a hung window that is reloaded comes back as the same client', async () => {
    const before = await whoAmI()
    await program.act({ do: 'hang' })
    await program.act({ do: 'answer-box', response: 1 })
    await program.asked('webContents.forcefullyCrashRenderer')
    await program.asked('page loaded', 2)
    expect(await whoAmI()).toBe(before)
  })

  it('a window whose process ends comes back with a sentence, and asks when that happens again and again', async () => {
    await program.act({ do: 'crash', reason: 'oom' })
    expect(await program.asked('dialog.showMessageBox', 4)).toMatchObject({
      message: 'Jendela berhenti mendadak dan sudah dibuka kembali.',
    })
    await program.asked('page loaded', 3)
    await program.act({ do: 'crash', reason: 'crashed' })
    await program.asked('page loaded', 4)
    await program.act({ do: 'crash', reason: 'crashed' })
    expect(await program.asked('dialog.showMessageBox', 6)).toMatchObject({
      message: 'Jendela berulang kali berhenti mendadak.',
      buttons: ['Muat Ulang', 'Tutup'],
    })
    expect(program.journal.filter(({ asked }) => asked === 'page loaded')).toHaveLength(4)
  })
})

describe('the program', () => {
  afterEach(endAll)

  it('ends when its window is closed, after the station has', async () => {
    const folder = aFolder()
    const program = start(folder)
    await program.asked('window.show')
    await program.act({ do: 'close-window' })
    expect(await program.ended).toBe(0)
    expect(existsSync(join(folder, 'station.json'))).toBe(false)
    expect(program.journal.filter(({ asked }) => asked === 'app.quit').length).toBeGreaterThan(1)
  })

  it('ends although quitting is asked for twice, and leaves the folder free', async () => {
    const folder = aFolder()
    const first = start(folder)
    await first.asked('window.show')
    await Promise.all([first.act({ do: 'quit' }), first.act({ do: 'quit' })])
    expect(await first.ended).toBe(0)
    await start(folder).asked('window.show')
  })

  it('started twice brings its one window to the front', async () => {
    const folder = aFolder()
    const first = start(folder)
    await first.asked('window.show')
    const second = start(folder)
    expect(await second.ended).toBe(0)
    expect(second.journal.map(({ asked }) => asked)).not.toContain('new BrowserWindow')
    await first.asked('window.restore')
    await first.asked('window.focus')
  })

  it('starts again after it was killed', async () => {
    const folder = aFolder()
    const first = start(folder)
    await first.asked('window.show')
    first.kill()
    await first.ended
    await start(folder).asked('window.show')
  })

  it('opens a window on the browser host that already has the folder', async () => {
    const folder = aFolder()
    const browserHost = startHostProcess(folder)
    const origin = new URL(await browserHost.ready).origin
    const program = start(folder)
    const { url } = (await program.asked('shell.openExternal')) as { url: string }
    expect(url).toContain(`${origin}/#key=`)
    expect(await program.ended).toBe(0)
    browserHost.child.kill('SIGTERM')
    await browserHost.ended
  })

  it('keeps the browser host away from the folder it has', async () => {
    const folder = aFolder()
    await start(folder).asked('window.show')
    const browserHost = startHostProcess(folder)
    expect(await browserHost.ended).toBe(5)
    expect(browserHost.said()).toContain('sudah terbuka')
  })

  it.each([
    [['--data', '/proc/sepok'], 4, 'Folder data "/proc/sepok" tidak dapat dibuka'],
    [['--port', 'abc'], 2, 'Porta "abc" tidak sah'],
  ])('with %j says what is wrong and ends', async (args, code, sentence) => {
    const program = startElectronProgram(args, { appPath })
    programs.push(program)
    expect(await program.asked('dialog.showErrorBox')).toMatchObject({
      content: expect.stringContaining(sentence),
    })
    expect(await program.ended).toBe(code)
  })
})
