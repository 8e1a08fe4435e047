import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { noticeLabel } from '#domain/wording/notices.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { homeWords as words } from '../../locales/home.ts'
import { Button } from '../../ui/button.tsx'
import { TwoLines } from '../../ui/data-table.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import styles from './home.module.css'

/** So many fit beside drafts and receipts. */
const shownAtMost = 2

/** Applicants who are to be told, the one waiting longest first; drawn only while somebody waits. */
export function NoticesPanel() {
  const [, navigate] = useLocation()
  const { data } = useQuery(useTRPC().notices.list.queryOptions({ which: 'waiting', most: shownAtMost }))
  if (data === undefined || data.total === 0) return null
  return (
    <div className={styles.drafts}>
      <Panel label={words.notices}>
        <PanelHead
          title={words.notices}
          line
          right={
            <Button
              rank="tertiary"
              size="row"
              iconRight={IconChevronRight}
              onPress={() => navigate('/kabar')}
            >
              {words.allNotices(figure(data.total))}
            </Button>
          }
        />
        <ul className={styles.list} aria-label={words.notices}>
          {data.lines.map((one) => (
            <li key={one.id} className={styles.notice}>
              <TwoLines first={one.holderName} second={`${noticeLabel(one.kind)}, ${one.permitTypeCode}`} />
              <Button
                size="row"
                label={`${words.tell} ${one.holderName}`}
                onPress={() => navigate(`/kabar/${one.id}`)}
              >
                {words.tell}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
