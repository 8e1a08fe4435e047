import { defineConfig } from 'vitest/config'

const rules = ['electron/core/**/*.test.ts']
const stations = ['electron/hosts/shared/**/*.test.ts']

/** A rule that leans on the machine's time zone fails in one of two zones a day apart. */
const rulesIn = (name: string, timeZone: string, minutesWest: number) => ({
  extends: true as const,
  test: {
    name,
    include: rules,
    isolate: false,
    env: { TZ: timeZone, EXPECTED_MINUTES_WEST: String(minutesWest) },
    setupFiles: ['scripts/config/vitest-time-zone.ts'],
  },
})

export default defineConfig({
  root: new URL('../../', import.meta.url).pathname,
  cacheDir: '.cache/vite',
  test: {
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // Waits end by what they wait for; a busy machine makes none of them fail.
    expect: { poll: { timeout: 30_000 } },
    globalSetup: 'scripts/config/vitest-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      rulesIn('rules, Kiritimati', 'Pacific/Kiritimati', -840),
      rulesIn('rules, Los Angeles', 'America/Los_Angeles', 480),
      {
        extends: true,
        test: {
          name: 'stations',
          include: stations,
          // Each file puts whole stations together: the modules are read once per worker, which saves a fifth of the time.
          isolate: false,
          env: { SEPOK_SAMPLE_COUNT: '200' },
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          env: { SEPOK_SAMPLE_COUNT: '200' },
          include: [
            'electron/**/*.test.ts',
            'db/**/*.test.ts',
            'scripts/**/*.test.ts',
            'renderer/**/*.test.{ts,tsx}',
          ],
          exclude: [...rules, ...stations, 'scripts/e2e/specs/**'],
        },
      },
    ],
  },
})
