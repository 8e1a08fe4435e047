import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Button } from './button.tsx'
import type { ButtonProps, Icon } from './button.tsx'
import styles from './menu.module.css'

export interface ActionMenuItem {
  key: string
  label: string
  icon?: Icon
  onPress: () => void
  destructive?: boolean
  /** Second line: what it does, or why it may not be done now. */
  note?: string
  blocked?: boolean
}

export interface ActionMenuProps extends Pick<ButtonProps, 'children' | 'icon' | 'rank' | 'size'> {
  items: readonly ActionMenuItem[]
  /** For a button at the head of a screen: the list opens below it. */
  below?: boolean
}

/** Further actions behind one button; those not possible now stay in the list with their reason. */
export function ActionMenu({ items, children, icon, rank, size, below }: ActionMenuProps) {
  return (
    <Menu
      position={below === true ? 'bottom-end' : 'top-start'}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: styles.dropdown ?? '', item: styles.option ?? '' }}
    >
      <Menu.Target>
        <MenuButton {...(icon ? { icon } : {})} {...(rank ? { rank } : {})} {...(size ? { size } : {})}>
          {children}
        </MenuButton>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item
            key={item.key}
            aria-disabled={item.blocked}
            data-destructive={item.destructive === true ? true : undefined}
            closeMenuOnClick={item.blocked !== true}
            leftSection={
              item.icon === undefined ? undefined : <item.icon size={16} stroke={1.75} aria-hidden />
            }
            onClick={() => {
              if (item.blocked !== true) item.onPress()
            }}
          >
            <span className={styles.lines}>
              <span>{item.label}</span>
              {item.note !== undefined && <span className={styles.secondary}>{item.note}</span>}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type MenuButtonProps = Pick<ButtonProps, 'children' | 'icon' | 'rank' | 'size'> & {
  onClick?: () => void
  ref?: ButtonProps['buttonRef']
  'aria-expanded'?: boolean
}

/** Mantine's menu hands its properties to its target; this passes on those that our button has. */
function MenuButton({
  onClick,
  ref,
  'aria-expanded': expanded,
  children,
  icon,
  rank,
  size,
}: MenuButtonProps) {
  return (
    <Button
      {...(icon ? { icon } : {})}
      {...(rank ? { rank } : {})}
      {...(size ? { size } : {})}
      {...(ref ? { buttonRef: ref } : {})}
      {...(expanded === undefined ? {} : { expanded })}
      iconRight={IconChevronDown}
      onPress={() => onClick?.()}
    >
      {children}
    </Button>
  )
}
