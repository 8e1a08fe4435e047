import type { IntakeForm } from '#domain/intake-form.ts'

/** The form with the original of one paper left at the office. */
export function keepingOriginal(form: IntakeForm, requirementCode: string, count = ''): IntakeForm {
  const known = form.papers.find((one) => one.requirementCode === requirementCode)
  return {
    ...form,
    papers: [
      ...form.papers.filter((one) => one !== known),
      {
        number: '',
        date: '',
        issuer: '',
        validUntil: '',
        ...known,
        count: count || (known?.count ?? ''),
        requirementCode,
        form: 'original',
        kept: true,
      },
    ],
  }
}
