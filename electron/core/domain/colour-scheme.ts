export const colourSchemes = ['system', 'light', 'dark'] as const
/** How a user wants the screens; `system` follows the computer. */
export type ColourScheme = (typeof colourSchemes)[number]

/** Reads a kept choice; what was never chosen, or is not known any more, follows the computer. */
export const colourSchemeOf = (kept: unknown): ColourScheme =>
  colourSchemes.find((one) => one === kept) ?? 'system'
