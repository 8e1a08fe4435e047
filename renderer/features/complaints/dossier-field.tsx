import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../lib/api-client.ts'
import { complaintWords as words } from '../../locales/complaints.ts'
import { SuggestField } from '../../ui/suggest-field.tsx'

export interface ChosenDossier {
  readonly text: string
  /** null: what is typed is not one of the list (yet). */
  readonly applicationId: string | null
}

interface DossierFieldProps {
  value: ChosenDossier
  error: string | undefined
  onChange: (value: ChosenDossier) => void
}

/** One dossier, found by name or number as in the search of the window. */
export function DossierField({ value, error, onChange }: DossierFieldProps) {
  const trpc = useTRPC()
  const [asked] = useDebouncedValue(value.text.trim(), 180)
  const found = useQuery(
    trpc.search.find.queryOptions(
      { text: asked, limit: 8 },
      { enabled: asked.length > 1 && value.applicationId === null, placeholderData: (before) => before },
    ),
  )
  const options = (found.data ?? []).map((one) => ({
    value: one.id,
    label: `${one.registrationNumber} ${one.holderName}`,
    note: one.permitTypeCode,
    // The search has looked at more than what is drawn.
    keywords: value.text,
  }))
  return (
    <SuggestField
      label={words.dossier}
      hint={words.dossierHint}
      value={value.text}
      error={error}
      options={options}
      onChange={(text) =>
        onChange({ text, applicationId: options.find(({ label }) => label === text)?.value ?? null })
      }
      onPick={({ value: applicationId, label }) => onChange({ text: label, applicationId })}
    />
  )
}
