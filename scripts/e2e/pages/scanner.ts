import type { Page } from '@playwright/test'

/**
 * A barcode scanner that types like a keyboard: a key every 5 ms, then Enter.
 * The keys carry their own time, because a browser under test may be slower than any scanner.
 *
 * @param halt  delivers the rest, with its old times, only when something has happened
 */
export async function scanWith(
  page: Page,
  text: string,
  halt?: { readonly after: number; readonly until: () => Promise<void> },
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // Keys tell the machine's time, whatever the office's is.
  const begin = (performance.timeOrigin + performance.now()) / 1000
  const keys = [...[...text].map((letter) => ({ key: letter, text: letter })), { key: 'Enter', text: '\r' }]
  const send = (from: number, to: number) =>
    Promise.all(
      keys.slice(from, to).flatMap((key, index) => {
        const timestamp = begin + (from + index) * 0.005
        const code = key.key === 'Enter' ? { code: 'Enter', windowsVirtualKeyCode: 13 } : {}
        return [
          session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key, ...code }),
          session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: key.key, ...code }),
        ]
      }),
    )
  await send(0, halt?.after ?? keys.length)
  if (halt) {
    await halt.until()
    await send(halt.after, keys.length)
  }
  await session.detach()
}
