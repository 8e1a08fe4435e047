import type { ApplicationState } from '#domain/application-state.ts'
import { asksOldPermit, type OldPermitAnswer } from '#domain/handover.ts'
import { originalsToReturn } from '#domain/kept-originals.ts'
import type { IntakeDocument } from '#domain/intake-form.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { Withdrawal } from '#domain/withdrawal.ts'
import type { Result } from '#domain/result.ts'
import type { OfficeServices } from '#services/office-services.ts'
import type { SignedIn } from '#services/office.ts'
import type { StageAct } from '#services/stage-work.ts'

/** What a clerk brings to an act beside the dossier itself. */
export interface ActFacts {
  readonly today: OfficeDate
  /** A BA or recommendation: its number, verdict and scan. */
  readonly output: {
    readonly number: string
    readonly outcome: 'recommended' | 'not-recommended'
    readonly decidedBy: string | null
    readonly inspected: boolean
    readonly note: string | null
    readonly fileSha256: string | null
  }
  readonly replacement: Pick<IntakeDocument, 'sha256' | 'fileName' | 'mediaType' | 'sizeBytes'>
  readonly receiver: {
    readonly name: string
    readonly relation: string
    readonly nik: string | null
    /** Absent: handed over at the counter. */
    readonly method?: 'counter' | 'email' | undefined
    /** What becomes of the earlier paper where one is asked for; absent: it is handed in. */
    readonly oldPermit?: OldPermitAnswer | undefined
  }
  readonly note: string | null
  /** Opens the signer's certificate at a stage that signs electronically. */
  readonly passphrase: string
  /** null: the printer that the office has set for the document. */
  readonly printerId: string | null
}

/**
 * Does one thing that a stage asks for, by the use case a clerk's screen calls.
 * Throws on a refusal: whoever walks a dossier has asked `nextAct` before.
 */
export async function performAct(
  services: OfficeServices,
  at: { readonly state: ApplicationState; readonly stage: string },
  act: StageAct,
  who: SignedIn,
  facts: ActFacts,
): Promise<void> {
  const result = await order(services, at, act, who, facts)
  if (!result.ok)
    throw new Error(
      `${act.act} at ${at.stage} of ${at.state.registrationNumber.text} is refused: ${JSON.stringify(result.refusal)}`,
    )
}

function order(
  services: OfficeServices,
  at: { readonly state: ApplicationState; readonly stage: string },
  act: StageAct,
  who: SignedIn,
  facts: ActFacts,
): Promise<Result<unknown, unknown>> {
  const { stage } = at
  const applicationId = at.state.id
  const { output, receiver } = facts
  switch (act.act) {
    case 'replace': {
      const { sha256, ...file } = facts.replacement
      if (sha256 === null) throw new Error('a replacement needs a file')
      const { documentId: replaces, requirementCode } = act
      return services.addDocument(
        { applicationId, requirementCode, replaces, file: { ...file, sha256 } },
        who,
      )
    }
    case 'check':
      return services.checkDocument(
        { applicationId, stage, documentId: act.documentId, check: 'accepted', note: null },
        who,
      )
    case 'record-output':
      return services.recordOutput(
        { applicationId, stage, kind: act.output, date: facts.today, ...output },
        who,
      )
    case 'number':
      return services.numberProduct({ applicationId, stage }, who)
    case 'print':
      return services.printProduct({ applicationId, printerId: facts.printerId, reason: null }, who)
    case 'print-archive':
      return services.printArchive({ applicationId, printerId: facts.printerId }, who)
    case 'sign':
      return act.method === 'wet'
        ? services.recordSignature({ applicationId, stage, on: facts.today }, who)
        : services.signProduct(
            {
              applicationId,
              stage,
              seenSeq: null,
              seenIssuer: null,
              passphrase: facts.passphrase,
              account: null,
            },
            who,
          )
    case 'hand-over':
      return services.handOver(
        {
          applicationId,
          receivedBy: receiver.name,
          relation: receiver.relation,
          receiverNik: receiver.nik,
          identity: { card: 'ktp', letterOfAuthority: receiver.relation !== 'self' },
          oldPermit: asksOldPermit(at.state) ? (receiver.oldPermit ?? { outcome: 'handed-in' }) : null,
          originals: originalsToReturn(at.state).map(({ id }) => ({ id, outcome: 'given' })),
          printerId: facts.printerId,
          method: receiver.method,
        },
        who,
      )
    case 'move':
      return services.moveDossier(
        {
          applicationId,
          stage,
          action: act.action,
          note: facts.note,
          asks: act.asks,
          withdrawal: withdrawalBy(at.state),
        },
        who,
      )
  }
}

/** Whoever stands at the counter takes it back: the representative where there is one. */
const withdrawalBy = ({ applicant, data }: ApplicationState): Withdrawal => ({
  askedBy: data.representative ? 'representative' : 'holder',
  name: data.representative?.name ?? applicant.name,
  letterSha256: null,
})
