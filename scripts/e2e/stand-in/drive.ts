import type { app as standInApp } from './app.ts'
import { preventable } from './app.ts'
import { note } from './journal.ts'
import { openWindows } from './window.ts'

/** What a test may ask for, as Chromium or a person would do it. */
export type Command =
  | { readonly do: 'fetch'; readonly url: string; readonly method?: string; readonly body?: string }
  | { readonly do: 'navigate' | 'redirect' | 'open-window' | 'follow'; readonly url: string }
  | { readonly do: 'request-permission'; readonly permission: string; readonly details: object }
  | {
      readonly do: 'check-permission'
      readonly permission: string
      readonly origin: string
      readonly details: object
    }
  | { readonly do: 'ask-device' | 'attach-webview' | 'hang' | 'recover' | 'close-window' | 'quit' | 'leave' }
  | { readonly do: 'crash'; readonly reason: string }
  | { readonly do: 'answer-box'; readonly response: number }

interface Program {
  readonly app: typeof standInApp
  answerBox(response: number): void
}

let stream: ReadableStreamDefaultReader<string> | undefined

/** Notes what arrives, as a page that follows the stream of events would hear it. */
const readAll = async (reader: typeof stream): Promise<void> => {
  let text = ''
  for (;;) {
    const piece = await reader?.read()
    if (!piece || piece.done) return note('stream ended')
    const events = (text + piece.value).split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) note('stream', event)
  }
}

/** Carries a command out and gives what the page or the person would see of it. */
const carryOut = async (command: Command, program: Program): Promise<unknown> => {
  const [window] = openWindows
  if (command.do === 'quit') return program.app.quit()
  if (!window) throw new Error('there is no window')
  const { webContents } = window
  const { session } = webContents
  const isPrevented = (event: string, details: object) => {
    const attempt = Object.assign(preventable(), details)
    webContents.emit(event, attempt)
    return attempt.defaultPrevented
  }

  switch (command.do) {
    case 'fetch': {
      const { url, method = 'GET', body } = command
      const headers = { 'content-type': 'application/json' }
      const response = await session.fetch(url, { method, ...(body === undefined ? {} : { body, headers }) })
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      }
    }
    case 'follow': {
      const response = await session.fetch(command.url, { headers: { accept: 'text/event-stream' } })
      stream = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      void readAll(stream)
      return { status: response.status }
    }
    case 'leave':
      // As Electron does it: the body is cancelled, the request's signal says nothing.
      return stream?.cancel()
    case 'navigate':
      return isPrevented('will-frame-navigate', { url: command.url }) ? 'refused' : 'gone'
    case 'redirect':
      return isPrevented('will-redirect', { url: command.url }) ? 'refused' : 'gone'
    case 'attach-webview':
      return isPrevented('will-attach-webview', {}) ? 'refused' : 'attached'
    case 'open-window':
      return webContents.openHandler?.({ url: command.url }).action ?? 'allow'
    case 'request-permission':
      return new Promise((resolve) => {
        if (!session.request) return resolve(true)
        session.request(webContents, command.permission, resolve, command.details)
      })
    case 'check-permission':
      return session.check?.(webContents, command.permission, command.origin, command.details) ?? true
    case 'ask-device':
      return session.device?.({ deviceType: 'usb' }) ?? true
    case 'crash':
      return void webContents.emit('render-process-gone', {}, { reason: command.reason, exitCode: 1 })
    case 'hang':
      return void window.emit('unresponsive')
    case 'recover':
      return void window.emit('responsive')
    case 'answer-box':
      return program.answerBox(command.response)
    case 'close-window':
      return window.close()
  }
}

/** Takes commands from the process that started this one. */
export const listenToTest = (program: Program): void => {
  process.on('message', ({ id, command }: { id: number; command: Command }) => {
    carryOut(command, program).then(
      (answer) => process.send?.({ id, answer: answer ?? null }),
      (error: unknown) => process.send?.({ id, error: String(error) }),
    )
  })
  // The test is gone: nobody would ever end this process.
  process.on('disconnect', () => process.exit(1))
}
