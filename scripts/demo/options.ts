import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { MailServerTyped } from '#domain/mail-server.ts'
import { parsePortalBase } from '#domain/portal-link.ts'
import { parsePrinterAddress } from '#domain/printer-address.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { startWords } from '#hosts/shared/start-words.ts'
import type { SavePortalOrder } from '#services/portal-setting.ts'
import { demoWords } from './words.ts'

export interface DemoOptions {
  /** Absolute path. */
  readonly outDir: string
  readonly profile: string
  /** null: a temporary folder. */
  readonly dataDir: string | null
  readonly databaseUrl: string | null
  /** Addresses as given; null: the folder. */
  readonly thermal: string | null
  readonly printer: string | null
  /** The portal with its credentials; null: none is spoken with. */
  readonly portal: SavePortalOrder | null
  /** The mail server through which the demonstration sends; null: none is set up. */
  readonly smtp: (MailServerTyped & { readonly password: string | null }) | null
}

const known = {
  out: { type: 'string' },
  profile: { type: 'string', default: 'pontianak' },
  data: { type: 'string' },
  database: { type: 'string' },
  portal: { type: 'string' },
  thermal: { type: 'string' },
  printer: { type: 'string' },
  smtp: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const refuse = (sentence: string): StartRefusal => new StartRefusal('bad-option', sentence)

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known }).values
  } catch (error) {
    if (error instanceof TypeError) throw refuse(startWords.unknownOption(error.message.split('. ')[0] ?? ''))
    throw error
  }
}

function readAddress(
  typed: string | undefined,
  schemes: readonly string[],
  words: (typed: string) => string,
): string | null {
  if (typed === undefined) return null
  const address = parsePrinterAddress(typed)
  if (!address.ok || !schemes.includes(address.value.scheme)) throw refuse(words(typed))
  return typed
}

/** `smtp://[USER:PASSWORD@]HOST:PORT` in clear, `smtps://…` with TLS from the first byte. */
function readSmtp(typed: string | undefined): DemoOptions['smtp'] {
  if (typed === undefined) return null
  const url = URL.canParse(typed) ? new URL(typed) : null
  const isSmtp = url?.protocol === 'smtp:' || url?.protocol === 'smtps:'
  if (!url || !isSmtp || url.hostname === '' || !['', '/'].includes(url.pathname))
    throw refuse(demoWords.badSmtp(typed))
  const isSecure = url.protocol === 'smtps:'
  return {
    host: url.hostname,
    port: url.port || (isSecure ? '465' : '25'),
    security: isSecure ? 'implicit' : 'none',
    // Whoever types an address in clear has agreed to it.
    clearAccepted: true,
    senderName: 'DPMPTSP',
    senderAddress: 'izin@contoh.go.id',
    user: decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
  }
}

type Environment = Readonly<Record<string, string | undefined>>

function readPortal(typed: string | undefined, environment: Environment): DemoOptions['portal'] {
  if (typed === undefined) return null
  if (!parsePortalBase(typed).ok) throw refuse(demoWords.badPortal(typed))
  const clientId = environment['SEPOK_PORTAL_CLIENT_ID'] ?? ''
  const secret = environment['SEPOK_PORTAL_CLIENT_SECRET'] ?? ''
  if (clientId === '' || secret === '') throw refuse(demoWords.portalSecret)
  return { base: typed, clientId, secret }
}

/**
 * Reads the options of `npm run demo`; `help` when that was asked for.
 *
 * @param profiles  codes of the profiles that exist
 * @param environment  has the portal's credentials, which no command line shows
 * Throws `StartRefusal` `bad-option` with a sentence that names what was typed.
 */
export function readDemoOptions(
  args: readonly string[],
  cwd: string,
  profiles: readonly string[],
  environment: Environment,
): DemoOptions | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  if (!values.out) throw refuse(demoWords.needsOut)
  if (!profiles.includes(values.profile)) throw refuse(demoWords.profileUnknown(values.profile, profiles))
  const databaseUrl = values.database ?? null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\/./.test(databaseUrl)) throw refuse(startWords.badDatabase)
  return {
    outDir: resolve(cwd, values.out),
    profile: values.profile,
    dataDir: values.data === undefined ? null : resolve(cwd, values.data),
    databaseUrl,
    thermal: readAddress(values.thermal, ['tcp', 'device', 'folder'], demoWords.badThermal),
    smtp: readSmtp(values.smtp),
    portal: readPortal(values.portal, environment),
    printer: readAddress(values.printer, ['cups', 'folder'], demoWords.badPrinter),
  }
}
