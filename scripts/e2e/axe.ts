import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The rules that the colours of a scheme decide. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

const asked = {
  everything: { runOnly: { type: 'tag', values: standards }, resultTypes: ['violations'] },
  colours: { runOnly: { type: 'rule', values: rulesOfColour }, resultTypes: ['violations'] },
} as const

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

interface AxeOfPage {
  /** Of the whole page. */
  run(options: unknown): Promise<{ readonly violations: readonly Violation[] }>
}

/** With the axe that an earlier question has left on the page; null: there is none yet. */
const runThere = (page: Page, options: unknown): Promise<readonly Violation[] | null> =>
  page.evaluate(async (all) => {
    const { axe } = globalThis as { axe?: AxeOfPage }
    if (axe === undefined) return null
    const { violations } = await axe.run(all)
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))
  }, options)

/** Brings axe to the page, which keeps it until it is loaded anew. */
async function runFirst(page: Page, options: (typeof asked)[keyof typeof asked]) {
  // No screen has a frame of another origin, so axe needs no page beside the one it looks at.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await axe
    .options({
      runOnly: { type: options.runOnly.type, values: [...options.runOnly.values] },
      resultTypes: [...options.resultTypes],
    })
    .analyze()
  return violations
}

/**
 * What axe finds against WCAG 2.2 AA on the screen as it is, a line each; empty when nothing.
 *
 * @param asks  `colours`: only what another colour scheme of a screen already asked can change
 */
export async function axeFindings(page: Page, asks: 'everything' | 'colours' = 'everything') {
  const options = asked[asks]
  const violations = (await runThere(page, options)) ?? (await runFirst(page, options))
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  )
}
