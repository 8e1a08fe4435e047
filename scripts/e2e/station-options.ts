/** How a station of a spec is started. */
export interface StationOptions {
  /** The sample office; otherwise the folder as it is. */
  readonly demo: boolean
  /** Which office the sample is of; absent: the usual one. */
  readonly profile?: string
  /** The sample office with its whole year; otherwise some weeks, which are there sooner. */
  readonly year?: boolean
  /** Its clock goes so many days ahead of the office's; a window keeps the office's. */
  readonly daysAhead?: number
  readonly dataDir?: string
}
