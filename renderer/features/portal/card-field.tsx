import { identityCards, type IdentityCard } from '#domain/identity-seen.ts'
import { identityCardLabel } from '#domain/wording/identity.ts'
import { portalScreenWords } from '../../locales/portal.ts'
import { SelectField } from '../../ui/select-field.tsx'

const words = portalScreenWords.account
const none = 'none'

interface CardFieldProps {
  card: IdentityCard | null
  onChange: (card: IdentityCard | null) => void
}

/** Which card the clerk compared with the person; null: none yet. */
export function CardField({ card, onChange }: CardFieldProps) {
  return (
    <SelectField
      label={words.card}
      value={card ?? none}
      options={[
        { value: none, label: words.cardNone },
        ...identityCards.map((value) => ({ value, label: identityCardLabel(value) })),
      ]}
      onChange={(value) => onChange(identityCards.find((one) => one === value) ?? null)}
    />
  )
}
