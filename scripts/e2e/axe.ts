import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The rules that the colours of a scheme decide. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds against WCAG 2.2 AA on the screen as it is, a line each; empty when nothing.
 *
 * @param asks  `colours`: only what another colour scheme of a screen already asked can change
 */
export async function axeFindings(page: Page, asks: 'everything' | 'colours' = 'everything') {
  // No screen has a frame of another origin, so axe needs no page beside the one it looks at.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (
    asks === 'colours' ? axe.withRules(rulesOfColour) : axe.withTags(standards)
  ).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  )
}
