import { z } from 'zod'
import { bringerKinds, type BringerForm } from '#domain/collective-filing.ts'
import { printJobStates } from '#domain/print-job.ts'
import { IdField, InstantOut, typedText } from './common.ts'
import { DossierLineView } from './dossier.ts'

/** The bringer as typed; its meaning is checked by `readBringer`, on screen and server alike. */
export const BringerFormSchema = z.object({
  kind: z.enum(bringerKinds),
  name: typedText(),
  nik: typedText(40),
  phone: typedText(40),
  facilityName: typedText(),
  letterSeen: z.boolean(),
}) satisfies z.ZodType<BringerForm>

/** `id` is minted by the screen with the first try: a repeat is the same filing. */
export const OpenFilingInput = z.object({ id: IdField, bringer: BringerFormSchema })

const LeftDossierInput = z.object({
  /** Of its draft, so that taking it in after all takes it off the list of those left out. */
  id: IdField,
  name: typedText(),
  permitTypeCode: typedText(64).nullable(),
  reason: typedText(500),
})

export const LeaveOutInput = z.object({ filingId: IdField, dossier: LeftDossierInput })

export const CloseFilingInput = z.object({
  id: IdField,
  left: z.array(LeftDossierInput).max(200),
  printerId: IdField.nullable(),
})

/** A filing, without its dossiers. */
export const FilingView = z.object({
  id: z.string(),
  code: z.string(),
  bringer: z.object({
    kind: z.enum(bringerKinds),
    name: z.string(),
    nik: z.string().nullable(),
    phone: z.string(),
    facilityName: z.string().nullable(),
    letterSeen: z.boolean(),
  }),
  openedAt: InstantOut,
  openedBy: z.string(),
  station: z.string(),
  /** null: open. */
  closed: z.object({ at: InstantOut, by: z.string() }).nullable(),
})
export type FilingView = z.infer<typeof FilingView>

/** An open filing with how far it has come. */
export const OpenFilingView = FilingView.extend({ taken: z.number(), untaken: z.number() })
export type OpenFilingView = z.infer<typeof OpenFilingView>

/** A filing with all that was brought, as its printed list shows it. */
export const FilingListView = FilingView.extend({
  rows: z.array(
    z.object({
      line: DossierLineView,
      /** A paper is there for all that it asks for. */
      complete: z.boolean(),
      /** Its first receipt; null: none was asked for. */
      receipt: z.object({ jobId: z.string(), state: z.enum(printJobStates) }).nullable(),
    }),
  ),
  untaken: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      permitTypeCode: z.string().nullable(),
      reason: z.string(),
      at: InstantOut,
      by: z.string(),
    }),
  ),
})
export type FilingListView = z.infer<typeof FilingListView>
