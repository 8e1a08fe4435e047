/** Electron's host as a process of its own, on the tiny station and the stand-in module. */
import { runElectronHost } from '../electron/electron-host.ts'
import { composeTiny } from './tiny-station.ts'

runElectronHost(composeTiny)
