// Without this a runner that ignored TZ would test the same zone twice and say nothing.
const minutesWest = new Date('2026-01-15T12:00:00Z').getTimezoneOffset()
if (String(minutesWest) !== process.env['EXPECTED_MINUTES_WEST']) {
  throw new Error(
    `TZ ${String(process.env['TZ'])} is not in force: this process is ${minutesWest} minutes west of Greenwich.`,
  )
}
