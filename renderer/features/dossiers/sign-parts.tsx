import type { CertificateView } from '#contract/dossier-work.ts'
import { longDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { signingServiceWords as words } from '../../locales/signing-service.ts'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import styles from './dossiers.module.css'
import type { SignerAccountForm } from './use-signer-account.ts'

/** Where the very paper is that would be signed now; another `round` asks for it once more. */
export const paperToSign = (id: string, seq: number, issuer: string | null, round: number): string =>
  `/files/to-sign/${id}.pdf?${seq}&${encodeURIComponent(issuer ?? '')}&${round}`

interface ServiceAccountProps {
  url: string
  maskedNik: string | null
  account: SignerAccountForm
}

/** The account for the service that keeps the key. */
export function ServiceAccount({
  url,
  maskedNik,
  account: { form, office, set, errors },
}: ServiceAccountProps) {
  return (
    <>
      <p className={styles.quiet}>{words.service(url)}</p>
      {office ? (
        <p className={styles.quiet}>{words.officeSigns}</p>
      ) : (
        <>
          <TextField
            label={words.username}
            hint={words.accountHint}
            value={form.username}
            autoComplete="off"
            error={errors.username}
            onChange={(username) => set({ username })}
          />
          <PasswordField
            label={words.password}
            value={form.password}
            autoComplete="off"
            error={errors.password}
            onChange={(password) => set({ password })}
          />
        </>
      )}
      <TextField
        label={words.nik}
        {...(maskedNik !== null && { hint: words.nikKept(maskedNik) })}
        value={form.nik}
        autoComplete="off"
        error={errors.nik}
        onChange={(nik) => set({ nik })}
      />
    </>
  )
}

/** The certificate file that is kept: whose, by whom, until when. */
export function KeptCertificate({ kept }: { kept: CertificateView }) {
  const { timeZone } = useOffice()
  return (
    <p className={styles.attach}>
      <span className={styles.outputName}>{kept.holder}</span>
      <br />
      <span className={styles.quiet}>
        {dossierWords.signing.certificate(kept.issuer, longDate(officeDateOf(kept.validUntil, timeZone)))}
      </span>
    </p>
  )
}
