import { BrowserWindow, dialog } from 'electron'
import type { Session, WebContents } from 'electron'
import type { HostLog } from '#hosts/shared/station.ts'
import { isOurPage, pageUrl } from './scheme.ts'
import { words } from './words.ts'

/** More crashes than this within a minute are a loop that reloading only feeds. */
const crashesPerMinute = 3

/** Keeps whatever shows pages on our own: no other address, no second window, no embedded view. */
export const confine = (contents: WebContents, log: HostLog): void => {
  contents.setWindowOpenHandler(({ url }) => {
    log.warn({ url }, 'a new window was refused')
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', (details) => {
    if (isOurPage(details.url)) return
    log.warn({ url: details.url }, 'a navigation was refused')
    details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!isOurPage(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Reloads a window whose page process ended by itself, and says so; asks when it keeps ending. */
const reviveAfterCrash = (window: BrowserWindow, log: HostLog, now: () => number): void => {
  let crashes: number[] = []
  const ask = async () => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: words.name,
      message: words.keepsCrashing,
      detail: words.keepsCrashingDetail,
      buttons: [words.reload, words.close],
      noLink: true,
    })
    if (response === 0) window.webContents.reload()
    else window.destroy()
  }
  const tell = async () => {
    window.webContents.reload()
    await dialog.showMessageBox(window, {
      type: 'warning',
      title: words.name,
      message: words.crashed,
      detail: words.crashedDetail,
    })
  }
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    log.error({ ...details }, 'the page process ended by itself')
    crashes = [...crashes.filter((at) => now() - at < 60_000), now()]
    const done = crashes.length > crashesPerMinute ? ask() : tell()
    done.catch((error: unknown) => log.error({ err: error }, 'a message box failed'))
  })
}

/** Offers to reload a window that does not answer; the offer goes away when it answers again. */
const offerReloadWhileHung = (window: BrowserWindow, log: HostLog): void => {
  let offer: AbortController | undefined
  const withdraw = () => {
    offer?.abort()
    offer = undefined
  }
  window.on('unresponsive', () => {
    if (offer) return
    offer = new AbortController()
    const { signal } = offer
    dialog
      .showMessageBox(window, {
        type: 'warning',
        title: words.name,
        message: words.unresponsive,
        detail: words.unresponsiveDetail,
        buttons: [words.wait, words.reload],
        cancelId: 0,
        noLink: true,
        signal,
      })
      .then(({ response }) => {
        offer = undefined
        // Ends the hung page process; the window then comes back as after a crash.
        if (response === 1 && !signal.aborted) window.webContents.forcefullyCrashRenderer()
      })
      .catch((error: unknown) => log.error({ err: error }, 'a message box failed'))
  })
  window.on('responsive', withdraw)
  window.on('closed', withdraw)
}

/** The one window of a station. */
export const openWindow = (session: Session, log: HostLog, now: () => number): BrowserWindow => {
  const window = new BrowserWindow({
    title: words.name,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  reviveAfterCrash(window, log, now)
  offerReloadWhileHung(window, log)
  window.once('ready-to-show', () => window.show())
  window.loadURL(pageUrl).catch((error: unknown) => log.error({ err: error }, 'the page could not be loaded'))
  return window
}
