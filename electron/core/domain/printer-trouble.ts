export const printerTroubles = [
  'unreachable',
  'paper-out',
  'cover-open',
  'offline',
  'queue-paused',
  'folder-missing',
] as const
/** Why a printer would not print now, as far as it says itself. */
export type PrinterTrouble = (typeof printerTroubles)[number]
