import type { FileCabinet, PictureReader } from '#ports/files.ts'
import type { HashText } from '#ports/hash.ts'
import type { MailSender } from '#ports/mail.ts'
import type { OpenPortalLine } from '#ports/portal.ts'
import type { Passwords } from '#ports/passwords.ts'
import type { SheetMaker } from '#ports/printing.ts'
import type { PrinterYard } from '#ports/printer-yard.ts'
import type { ReportFolders } from '#ports/report-schedules.ts'
import type { BookRenderer } from '#ports/book-renderer.ts'
import type { Queries } from '#ports/queries.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type {
  CertificateReader,
  DocumentSigner,
  SignatureVerifier,
  SigningServiceProbe,
} from '#ports/signing.ts'
import type { DossierDeps } from './dossier-change.ts'
import type { PapersInForce } from './office-papers.ts'
import type { CalendarInForce } from './recount-promises.ts'
import type { PrinterTestDeps } from './printer-tests.ts'
import type { SpoolDesk } from './spool-port.ts'
import type { SigningLooks } from './signing-looks.ts'

/** Everything of which the use cases of a running office are made. */
export interface OfficeDeps extends DossierDeps, Pick<PrinterTestDeps, 'testPapers' | 'printers'> {
  readonly queries: Queries
  readonly passwords: Passwords
  readonly hash: HashText
  readonly cabinet: FileCabinet
  readonly spool: SpoolDesk
  readonly calendar: CalendarInForce
  readonly papers: PapersInForce
  readonly sheets: SheetMaker
  readonly books: BookRenderer
  readonly folders: ReportFolders
  readonly pictures: PictureReader
  readonly signer: DocumentSigner
  readonly certificates: CertificateReader
  readonly signatures: SignatureVerifier
  readonly looks: SigningLooks
  readonly secrets: SecretBox
  readonly mailSender: MailSender
  readonly openPortalLine: OpenPortalLine
  /** Looks for waiting mails now, also when the server has refused lately. */
  readonly hurryMails: () => void
  readonly signingService: SigningServiceProbe
  readonly yard: PrinterYard
  /** Tells windows of something that is in no database. */
  readonly publish: (topic: string, id: string | null) => void
  /** How the printers are is asked soon. */
  readonly lookSoon: () => void
  readonly wakeSpool: () => void
}
