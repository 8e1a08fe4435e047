import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { PortalAccount } from '#adapters/portal/wire-entities.ts'
import type { Portal } from './portal.ts'

/** `salt:hash`, both in hexadecimal. */
export function passwordHash(password: string, salt: Uint8Array = randomBytes(16)): string {
  const hash = scryptSync(password, salt, 32).toString('hex')
  return `${Buffer.from(salt).toString('hex')}:${hash}`
}

export function passwordFits(password: string, kept: string): boolean {
  const [salt = '', hash = ''] = kept.split(':')
  return timingSafeEqual(scryptSync(password, Buffer.from(salt, 'hex'), 32), Buffer.from(hash, 'hex'))
}

/** Tells the applicant what the office decided; an approved account gets its first password with the mail. */
export function tellDecisionOnAccount(portal: Portal, data: Readonly<Record<string, unknown>>): void {
  const { id, email, name, status, reason } = data as PortalAccount
  const { store } = portal
  const mail = (subject: string, text: string): void =>
    store.addMail({ to: email, subject, text, at: portal.instant() })
  if (status === 'refused')
    mail('Permohonan akun ditolak', `Yth. ${name}, permohonan akun Anda ditolak: ${reason ?? '-'}`)
  if (status !== 'approved' || store.login(email)) return
  const password = Buffer.from(portal.randomBytes(9)).toString('base64url')
  store.addLogin({ accountId: id, email, passwordHash: passwordHash(password) })
  mail('Akun Anda disetujui', `Yth. ${name}, silakan masuk dengan e-mail ${email} dan kata sandi ${password}`)
}
