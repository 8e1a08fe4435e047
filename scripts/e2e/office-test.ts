import { test } from '@playwright/test'
import { keepTimeOf } from './office-clock.ts'

/** The base of all specs: whatever window they open has the office's time. */
export const officeTest = test.extend<object, object>({
  browser: [
    async ({ browser }, use) => {
      const open = browser.newContext.bind(browser)
      browser.newContext = async (options) => {
        const context = await open(options)
        await keepTimeOf(context)
        return context
      }
      await use(browser)
    },
    { scope: 'worker' },
  ],
})
