import type { DefaultMantineSize } from '@mantine/core'

declare module '@mantine/core' {
  interface MantineThemeSizesOverride {
    spacing: Record<DefaultMantineSize | 'xxl', string>
    shadows: Record<DefaultMantineSize | 'float', string>
  }
}
