import type { Client } from './counter-desk.ts'
import type { OfficeAtWork } from './office-walk.ts'

/** A mail server on this computer as an administrator types it. */
export const typedServer = (port: number, change: object = {}) => ({
  host: '127.0.0.1',
  port: String(port),
  security: 'none' as const,
  clearAccepted: false,
  senderName: 'DPMPTSP Kota Contoh',
  senderAddress: 'izin@kota.contoh.id',
  user: '',
  password: null,
  ...change,
})

/** Sets the office's mail server; the administrator is signed in. */
export const useMailServer = async (admin: Client, port: number, change: object = {}): Promise<void> => {
  const saved = await admin.mails.saveServer.mutate(typedServer(port, change))
  if (!saved.ok) throw new Error(saved.refusal.code)
}

let people = 3

/** A walk-in of somebody who was not here before. */
export const newWalkIn = (at: OfficeAtWork): Promise<string> =>
  at.takeIn({ permitTypeCode: 'SIPOP', nik: `617104470894${String((people += 1)).padStart(4, '0')}` })

/** The Message-IDs of mails as they reached a server, in the order in which they came. */
export const messageIdsOf = (received: readonly { readonly bytes: Buffer }[]): readonly string[] =>
  received.map((one) => /^Message-ID: (<[^>]+>)/im.exec(one.bytes.toString('latin1'))?.[1] ?? '?')
