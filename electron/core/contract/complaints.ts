import { z } from 'zod'
import { complaintChannels } from '#domain/complaint-rule.ts'
import { complaintActions, complaintStates, type ComplaintForm } from '#domain/complaint.ts'
import { applicationKinds } from '#domain/permit-type.ts'
import { consultationChannels } from '#domain/service-standard.ts'
import { IdField, InstantOut, OfficeDateField, OfficeDateOut, typedText } from './common.ts'

/** A new complaint as typed; its meaning is checked by `readComplaint`. */
export const ComplaintFormSchema = z.object({
  channel: z.enum(complaintChannels),
  receivedOn: typedText(20),
  anonymous: z.boolean(),
  name: typedText(),
  contact: typedText(),
  topic: typedText(64),
  text: typedText(4000),
  applicationId: IdField.nullable(),
}) satisfies z.ZodType<ComplaintForm>

/** `id` is minted by the screen with the first try: a repeat is the same complaint. */
export const EnterComplaintInput = z.object({ id: IdField, form: ComplaintFormSchema })

export const ComplaintActInput = z.object({
  id: IdField,
  actId: IdField,
  after: z.int().min(0).max(1000),
  action: z.enum(complaintActions),
  text: typedText(4000),
  via: typedText(),
})

export const ComplaintSpanInput = z.object({ from: OfficeDateField, until: OfficeDateField })

/** A line of the list: what tells of a person is masked. */
export const ComplaintLineView = z.object({
  id: z.string(),
  number: z.string(),
  channel: z.enum(complaintChannels),
  topic: z.string(),
  /** The first words of what was said, without a full NIK. */
  text: z.string(),
  complainantMasked: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  receivedOn: OfficeDateOut,
  dueOn: OfficeDateOut,
  state: z.enum(complaintStates),
  overdue: z.boolean(),
  /** Working days left, negative beyond the due day; null: nothing is awaited. */
  daysLeft: z.number().nullable(),
  /** Who looks into it; null: it was not forwarded. */
  unit: z.string().nullable(),
})
export type ComplaintLineView = z.infer<typeof ComplaintLineView>

export const ComplaintView = ComplaintLineView.extend({
  complainant: z.object({ name: z.string(), contact: z.string().nullable() }).nullable(),
  /** All of it. */
  whole: z.string(),
  dossier: z.object({ applicationId: z.string(), registrationNumber: z.string() }).nullable(),
  enteredAt: InstantOut,
  enteredBy: z.string(),
  acts: z.array(
    z.object({
      id: z.string(),
      action: z.enum(complaintActions),
      text: z.string().nullable(),
      via: z.string().nullable(),
      at: InstantOut,
      by: z.string(),
    }),
  ),
  /** What may be done next. */
  open: z.array(z.enum(complaintActions)),
})
export type ComplaintView = z.infer<typeof ComplaintView>

export const ConsultationLineView = z.object({
  id: z.string(),
  permitTypeCode: z.string(),
  kind: z.enum(applicationKinds),
  kindLabel: z.string(),
  channel: z.enum(consultationChannels),
  question: z.string().nullable(),
  at: InstantOut,
  by: z.string(),
})
export type ConsultationLineView = z.infer<typeof ConsultationLineView>

export const ComplaintListView = z.object({
  /** Of the days that were asked for, and what is open of any day; what is due first first, then the latest. */
  lines: z.array(ComplaintLineView),
  /** Of the days that were asked for, the latest first. */
  consultations: z.array(ConsultationLineView),
})
export type ComplaintListView = z.infer<typeof ComplaintListView>

/** What a form needs to know of the office. */
export const ComplaintRuleView = z.object({
  channels: z.array(z.object({ kind: z.enum(complaintChannels), label: z.string() })),
  topics: z.array(z.object({ code: z.string(), label: z.string() })),
  units: z.array(z.string()),
  answerWithin: z.number(),
  basis: z.string(),
})
export type ComplaintRuleView = z.infer<typeof ComplaintRuleView>
