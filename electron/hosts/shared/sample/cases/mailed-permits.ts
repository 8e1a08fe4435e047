import type { ApplicationState } from '#domain/application-state.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import type { MailVerdict } from '#domain/mail.ts'
import { administratorRole, rolesGranted } from '#services/office.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const answered = '250 2.0.0 Ok: queued as 4Z7Kq1'
const taken: MailVerdict = { outcome: 'sent', answer: answered }

/** What becomes of one paper: where it is sent, and what the server does with each mail. */
interface Fate {
  readonly tries: readonly { readonly to: string; readonly verdict: MailVerdict }[]
  /** It came back afterwards, as the clerk wrote down. */
  readonly cameBack?: string
}

const fates: readonly Fate[] = [
  { tries: [{ to: 'nuraini@contoh.id', verdict: taken }] },
  {
    tries: [
      {
        to: 'yohana.praktik@contoh.co',
        verdict: { outcome: 'wrong-address', answer: '550 5.1.1 User unknown' },
      },
      { to: 'yohana.praktik@contoh.id', verdict: taken },
    ],
  },
  {
    tries: [
      {
        to: 'apotek.melati@contoh.id',
        verdict: { outcome: 'uncertain', reason: 'connection-lost', answer: null },
      },
    ],
  },
  {
    tries: [
      {
        to: 'dewanti@contoh.id',
        verdict: {
          outcome: 'failed',
          reason: 'message-refused',
          answer: '552 5.3.4 Message size exceeds limit',
        },
      },
    ],
  },
  { tries: [{ to: 'sagita@contoh.id', verdict: taken }], cameBack: 'kotak surat penuh' },
  {
    tries: [
      {
        to: 'rahmadi@contoh.id',
        verdict: { outcome: 'later', reason: 'unreachable', of: 'server', answer: null },
      },
    ],
  },
]

/** Nothing goes out of a demonstration: a catcher of test mails usually listens here, or nobody. */
const server = {
  host: '127.0.0.1',
  port: '2525',
  security: 'none',
  clearAccepted: false,
  senderName: 'DPMPTSP',
  senderAddress: 'izin@contoh.go.id',
  user: '',
  password: null,
} as const

const mayBeMailed = (state: ApplicationState): boolean =>
  isReadyForHandover(state) && (state.product?.signature?.fileSha256 ?? null) !== null

async function play(desk: CaseDesk, state: ApplicationState, { tries, cameBack }: Fate): Promise<void> {
  const [role = ''] = rolesGranted(desk.office.profile, 'handover')
  const who = desk.as(role)
  let mailId = ''
  for (const { to, verdict } of tries) {
    mailId = desk.ids.uuid()
    const asked = await desk.services.sendByEmail({ applicationId: state.id, mailId, to }, who)
    if (!asked.ok) throw new Error(`the mail is refused: ${JSON.stringify(asked.refusal)}`)
    await desk.answerMail(verdict)
  }
  if (cameBack === undefined) return
  const back = await desk.services.bounceMail({ mailId, note: cameBack }, who)
  if (!back.ok) throw new Error(`it cannot come back: ${JSON.stringify(back.refusal)}`)
}

/** Signed papers that went out by mail: taken, sent to a corrected address, uncertain, refused, come back, and still waiting. */
export const mailedPermits: SampleCase = {
  name: 'mailed-permits',
  daysAgo: 4,
  share: 0.3,
  async *play(desk) {
    if (desk.office.profile.delivery !== 'email') return
    const saved = await desk.services.saveMailServer(server, desk.as(administratorRole))
    if (!saved.ok) throw new Error(`the mail server is refused: ${saved.refusal.code}`)
    for (const fate of fates) {
      let state = desk.take(mayBeMailed)
      // Until the present moment, at which every case ends where it is.
      for (; !state; state = desk.take(mayBeMailed)) yield 60
      await play(desk, state, fate)
      yield 45
    }
  },
}
