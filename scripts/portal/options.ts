import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const help = `npm run portal -- --port N          the reference portal of the contract, for trials
  --port N          0 (default): any port
  --data DIR        where its database is kept; without it everything is forgotten at the end
  --profile NAME    office for which it works (default pontianak)
  --faults SEED     misbehaves, the same way for the same seed
  --rate SHARE      share of requests that meet a fault, 0 to 1 (default 0.2)
  --accounts open|approved   whether the office approves accounts (default open)
  --file-bytes N    largest file it takes (default 2097152)
  --openapi         writes the contract's OpenAPI file into assets/portal/ and ends
  --media-types A,B media types it takes (default image/jpeg,image/png,application/pdf)

Client id and secret come from SEPOK_PORTAL_CLIENT_ID and SEPOK_PORTAL_CLIENT_SECRET, the agency's password from
SEPOK_PORTAL_AGENCY_PASSWORD; what is not set is made and shown once.`

export interface PortalOptions {
  readonly port: number
  readonly database: string
  readonly profile: string
  /** null: it behaves. */
  readonly faultSeed: number | null
  readonly faultRate: number
  readonly officeApproves: boolean
  readonly fileBytes: number
  readonly mediaTypes: readonly string[]
}

const whole = (name: string, text: string, most: number): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > most)
    throw new RangeError(`--${name} is 0–${most}, not "${text}".`)
  return number
}

/** Reads the options of `npm run portal`. Throws `RangeError` or `TypeError` with a sentence for what was typed. */
export function readPortalOptions(args: readonly string[], cwd: string): PortalOptions | 'help' | 'openapi' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      profile: { type: 'string', default: 'pontianak' },
      faults: { type: 'string' },
      rate: { type: 'string', default: '0.2' },
      accounts: { type: 'string', default: 'open' },
      'file-bytes': { type: 'string', default: '2097152' },
      'media-types': { type: 'string', default: 'image/jpeg,image/png,application/pdf' },
      openapi: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  if (values.openapi) return 'openapi'
  const rate = Number(values.rate)
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`--rate is between 0 and 1, not "${values.rate}".`)
  if (!['open', 'approved'].includes(values.accounts)) throw new RangeError('--accounts is open or approved.')
  return {
    port: whole('port', values.port, 65_535),
    database: values.data === undefined ? ':memory:' : join(resolve(cwd, values.data), 'portal.sqlite'),
    profile: values.profile,
    faultSeed: values.faults === undefined ? null : whole('faults', values.faults, 4_294_967_295),
    faultRate: rate,
    officeApproves: values.accounts === 'approved',
    fileBytes: whole('file-bytes', values['file-bytes'], 1_073_741_824),
    mediaTypes: values['media-types'].split(','),
  }
}
