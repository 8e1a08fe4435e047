import { compose } from '#hosts/shared/compose.ts'
import { runElectronHost } from './electron-host.ts'

runElectronHost(compose)
