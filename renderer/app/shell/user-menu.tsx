import { IconCheck, IconChevronDown, IconLock, IconLogout } from '@tabler/icons-react'
import { Menu } from '@mantine/core'
import type { SignedInUserView } from '#contract/session.ts'
import { joinWords, longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { initialsOf } from '../../lib/format.ts'
import { shellWords } from '../../locales/shell.ts'
import { Kbd } from '../../ui/kbd.tsx'
import menu from '../../ui/menu.module.css'
import styles from './shell.module.css'
import { useColourScheme } from './use-colour-scheme.ts'

/** `25 Nov`: the head has little room. */
const dayAndMonth = (day: OfficeDate): string => longDate(day).replace(/^(\d+ \S{3}).*$/, '$1')

/** Below the name: in whose place, else at which counter or in which role. */
function placeOf(user: SignedInUserView): string {
  const [first] = user.standsIn
  if (first !== undefined) return shellWords.standsIn(first.name, dayAndMonth(first.until))
  return user.counter ?? joinWords(user.roleLabels)
}

interface UserMenuProps {
  user: SignedInUserView
  onLock: () => void
  onSignOut: () => void
}

const schemes = [
  { value: 'system', label: shellWords.followSystem },
  { value: 'light', label: shellWords.light },
  { value: 'dark', label: shellWords.dark },
] as const

/** Who is at the counter, and what concerns only this person. */
export function UserMenu({ user, onLock, onSignOut }: UserMenuProps) {
  const choose = useColourScheme(user)
  return (
    <Menu
      position="bottom-end"
      withInitialFocusPlaceholder={false}
      width={220}
      classNames={{ dropdown: menu.dropdown ?? '', item: menu.option ?? '', label: menu.label ?? '' }}
    >
      <Menu.Target>
        <button type="button" className={styles.user}>
          <span className="visually-hidden">{shellWords.userMenu}</span>
          <span className={styles.initials} aria-hidden>
            {initialsOf(user.name)}
          </span>
          <span
            className={styles.userLines}
            data-stands-in={user.standsIn.length > 0 ? true : undefined}
            title={user.standsIn.length > 0 ? placeOf(user) : undefined}
          >
            <span className={styles.userName}>{user.name}</span>
            <span className={styles.userRole}>{placeOf(user)}</span>
          </span>
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {user.standsIn.map((one) => (
          <Menu.Label key={one.name}>
            {shellWords.standsIn(one.name, longDate(one.until))} ({joinWords(one.roleLabels)})
          </Menu.Label>
        ))}
        <Menu.Label>{shellWords.appearance}</Menu.Label>
        <Menu.RadioGroup
          value={user.colourScheme}
          onChange={(value) => choose(schemes.find((one) => one.value === value)?.value ?? 'system')}
        >
          {schemes.map(({ value, label }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              closeMenuOnClick
              checkIcon={<IconCheck size={16} stroke={2} aria-hidden />}
            >
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLock size={16} stroke={1.75} aria-hidden />}
          rightSection={<Kbd keys="Ctrl+L" />}
          onClick={onLock}
        >
          {shellWords.lock}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />} onClick={onSignOut}>
          {shellWords.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
