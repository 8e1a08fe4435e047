import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser, windowless } from './find-browser.ts'
import { runCommand } from './run-command.ts'

/** What the project needs from the operating system beyond Node. */
export type SystemNeed = 'browser' | 'windowlessBrowser' | 'printing' | 'pdfTools'

interface Need {
  readonly purpose: string
  readonly debianPackages: readonly string[]
  isThere(): boolean
}

const onPath = (...programs: string[]): boolean =>
  programs.every((program) =>
    // cupsd and lpadmin live in sbin, which the PATH of an ordinary user leaves out.
    [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'].some((dir) =>
      existsSync(join(dir, program)),
    ),
  )

const needs: Record<SystemNeed, Need> = {
  browser: {
    purpose: 'a Chromium browser (the application window, end-to-end tests)',
    debianPackages: ['chromium', 'fonts-liberation'],
    isThere: () => findBrowser() !== undefined,
  },
  windowlessBrowser: {
    purpose: 'a Chromium without a window (end-to-end tests are a third faster with it, and run without it)',
    debianPackages: [windowless],
    isThere: () => onPath(windowless),
  },
  printing: {
    purpose: 'CUPS (tests print through a private spooler)',
    debianPackages: ['cups', 'cups-client', 'cups-filters', 'ghostscript'],
    isThere: () => onPath('cupsd', 'lp', 'lpadmin') && existsSync('/usr/lib/cups/filter/pdftopdf'),
  },
  pdfTools: {
    purpose: 'tools that read PDF files, barcodes and certificates (tests of printed papers)',
    debianPackages: ['poppler-utils', 'qpdf', 'zbar-tools', 'ghostscript', 'openssl'],
    isThere: () => onPath('pdftotext', 'pdftoppm', 'pdffonts', 'pdfsig', 'qpdf', 'zbarimg', 'gs', 'openssl'),
  },
}

/**
 * Sees to it that the named needs are met. As root on a Debian system it installs what is missing; elsewhere it says
 * what to install. Repeatable; costs nothing when everything is there.
 * @returns the needs that are still not met
 */
export const ensureSystemPackages = async (...names: SystemNeed[]): Promise<SystemNeed[]> => {
  const missing = names.filter((name) => !needs[name].isThere())
  if (missing.length === 0) return []
  const packages = missing.flatMap((name) => needs[name].debianPackages)
  console.error(`Missing: ${missing.map((name) => needs[name].purpose).join('; ')}.`)
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    console.error(
      `Install it and start again. On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
    )
    return missing
  }
  console.error(`Installing ${packages.join(', ')} …`)
  await apt('update', '--quiet')
  const outcome = await apt('install', '--yes', '--quiet', '--no-install-recommends', ...packages)
  const still = missing.filter((name) => !needs[name].isThere())
  if (still.length > 0) console.error(`${outcome.output}\nCould not install ${packages.join(', ')}.`)
  return still
}

const apt = (...args: string[]): ReturnType<typeof runCommand> =>
  runCommand('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
