import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { words } from './words.ts'

const { menu } = words
const line: MenuItemConstructorOptions = { type: 'separator' }

/** Few entries, and no function key: those belong to the screens. */
const template: MenuItemConstructorOptions[] = [
  { label: menu.file, submenu: [{ role: 'quit', label: menu.quit }] },
  {
    label: menu.edit,
    submenu: [
      { role: 'undo', label: menu.undo },
      { role: 'redo', label: menu.redo },
      line,
      { role: 'cut', label: menu.cut },
      { role: 'copy', label: menu.copy },
      { role: 'paste', label: menu.paste },
      { role: 'selectAll', label: menu.selectAll },
    ],
  },
  {
    label: menu.view,
    submenu: [
      { role: 'reload', label: words.reload },
      line,
      { role: 'zoomIn', label: menu.zoomIn },
      { role: 'zoomOut', label: menu.zoomOut },
      { role: 'resetZoom', label: menu.zoomReset },
      line,
      // Without F11, which a screen may want.
      { role: 'togglefullscreen', label: menu.fullScreen, accelerator: 'CmdOrCtrl+Shift+F' },
    ],
  },
]

export const setMenu = (): void => Menu.setApplicationMenu(Menu.buildFromTemplate(template))
