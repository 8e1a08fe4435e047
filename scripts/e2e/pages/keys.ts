import { expect } from '@playwright/test'
import type { FileChooser, Locator, Page } from '@playwright/test'

/** A quick hand; a scanner is faster, and what is as fast as a scanner is taken for one. */
const handMs = 70

/** What has the focus, for a sentence about it. */
const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const it = document.activeElement
    if (it === null || it === document.body) return 'nothing'
    const name = it.getAttribute('aria-label') ?? it.closest('[data-field]')?.getAttribute('data-field')
    return `${it.tagName.toLowerCase()} ${name ?? (it.textContent ?? '').slice(0, 40)}`
  })

/**
 * A clerk without a mouse: every step is a key press. Nothing is clicked, focused or filled by script, and a focus that
 * is lost (on no element at all) ends the test.
 */
export function keysOf(page: Page) {
  // Heard all the time: switched on for each file alone it comes too late for a quick hand.
  page.on('filechooser', () => undefined)
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key, { delay: handMs })
  }
  /** Presses Tab until something has the focus, at most so often. */
  const tabTo = async (target: Locator, atMost = 3): Promise<void> => {
    for (let pressed = 0; pressed <= atMost; pressed += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      const at = await focusOf(page)
      expect(at, 'the focus is lost').not.toBe('nothing')
      if (pressed === atMost)
        throw new Error(`${atMost} times Tab do not lead to ${String(target)}, but to ${at}`)
      await press('Tab')
    }
  }
  return {
    press,
    tabTo,
    type: (text: string) => page.keyboard.type(text, { delay: handMs }),
    /** The file window that a key opens is the system's own: what is chosen in it is given to it. */
    async chooseFile(open: () => Promise<void>, file: Parameters<FileChooser['setFiles']>[0]) {
      const opened = page.waitForEvent('filechooser')
      await open()
      await (await opened).setFiles(file)
    },
    /** Presses a key until the expectation holds, at most so often: arrows through a list. */
    async pressUntil(key: string, holds: () => Promise<boolean>, atMost: number) {
      for (let pressed = 0; !(await holds()); pressed += 1) {
        if (pressed === atMost)
          throw new Error(`${key} pressed ${atMost} times leads to ${await focusOf(page)}`)
        await press(key)
      }
    },
    expectFocus: async () => expect.poll(() => focusOf(page)).not.toBe('nothing'),
    /** Fails when a pointer was used since the page was loaded first; call it before the first `goto`. */
    async forbidPointer() {
      await page.addInitScript(() =>
        addEventListener('pointerdown', () => console.error('a pointer was used'), true),
      )
      const used: string[] = []
      page.on('console', (message) => {
        if (message.text() === 'a pointer was used') used.push(message.text())
      })
      return used
    },
  }
}
