import { Button } from '../src/button.tsx'
import { CaseCard, CaseList } from '../src/case-card.tsx'
import { ChangedPanel } from '../src/changed-panel.tsx'
import { EmptyState } from '../src/empty-state.tsx'
import { Columns, Row, Stack } from '../src/layout.tsx'
import { LinkButton } from '../src/link-button.tsx'
import { Notice } from '../src/notice.tsx'
import { ProgressBar } from '../src/progress-bar.tsx'
import { RefusalPanel } from '../src/refusal-panel.tsx'
import { SkeletonCards, SkeletonCase, SkeletonTable } from '../src/skeleton.tsx'
import { StatusTag } from '../src/status-tag.tsx'
import { Tag } from '../src/tag.tsx'

/** Inbox cards and every way a page can be empty, loading, refused or overtaken. */
export function StatesSample() {
  return (
    <Stack gap="large">
      <RefusalPanel
        kind="not-found"
        heading="There is no such page here"
        reference="Reference 7f3a-1c"
        actions={<LinkButton href="#home">To the start</LinkButton>}
      >
        It may have moved, or it may not be yours to see.
      </RefusalPanel>
      <CaseList label="Inbox">
        <CaseCard
          headingLevel={2}
          title="Kåre Amundsen"
          href="#1"
          tone="urgent"
          facts={['A1042BX', 'born 04.07.1988', 'from Northgate', 'OMT, naloxone']}
          clock={{ value: '2', unit: 'hours since release', detail: 'Thursday 09:40', tone: 'urgent', share: 2 / 48 }}
          states={
            <>
              <StatusTag tone="urgent">Overdue</StatusTag>
              <StatusTag tone="info">New</StatusTag>
            </>
          }
          actions={
            <>
              <Button>Acknowledge</Button>
              <Button variant="secondary">Accept</Button>
            </>
          }
        />
        <CaseCard
          headingLevel={2}
          title="Thi Minh Nguyen"
          href="#2"
          facts={['A2210KL', 'housing']}
          clock={{ value: '6', unit: 'days to release', detail: 'Thursday 2 April', tone: 'quiet' }}
          states={<StatusTag tone="good">Acknowledged</StatusTag>}
        />
        <CaseCard
          headingLevel={2}
          title="Tadhg Ó Súilleabháin"
          facts={['A1l0O8Q', 'OMT']}
          clock={{ unit: 'Release not confirmed', tone: 'unknown' }}
          states={
            <StatusTag tone="attention" shape="clock">
              Due in 40 minutes
            </StatusTag>
          }
        />
      </CaseList>
      <Row>
        <Tag>Remand</Tag>
        <Tag strong>Demo</Tag>
        <StatusTag tone="quiet">Open</StatusTag>
        <StatusTag tone="info">Under way</StatusTag>
        <StatusTag tone="good">Done</StatusTag>
        <StatusTag tone="attention">Due today</StatusTag>
        <StatusTag tone="urgent">Overdue</StatusTag>
        <StatusTag tone="unknown">Not known</StatusTag>
        <StatusTag tone="quiet" shape="dash">
          Not needed
        </StatusTag>
      </Row>
      <Columns>
        <Notice
          tone="attention"
          heading="Harbour closes in 18 minutes"
          actions={<Button size="small">Ring now</Button>}
        >
          It cannot acknowledge in time. Ring +47 22 00 00 00.
        </Notice>
        <Notice tone="info">The plan is being made.</Notice>
        <Notice tone="urgent" heading="Two doses recorded for one day">
          Ring both services.
        </Notice>
        <Notice tone="good">Handed over.</Notice>
        <Notice tone="unknown">Nobody has confirmed the release.</Notice>
      </Columns>
      <ChangedPanel
        heading="Somebody else saved first"
        caption="Both versions"
        words={{ field: 'What', stored: 'Stored', yours: 'Yours', differs: 'Differs' }}
        rows={[
          { key: 'd', field: 'Release date', stored: '27 March', yours: '30 March', differs: true },
          { key: 'c', field: 'Certainty', stored: 'Confirmed', yours: 'Confirmed', differs: false },
        ]}
        actions={<Button>Save mine</Button>}
      >
        Anna Berg saved at 10:41. Nothing of yours has been saved yet.
      </ChangedPanel>
      <EmptyState
        heading="Nobody waits for you"
        actions={
          <LinkButton href="#all" variant="secondary">
            All cases
          </LinkButton>
        }
      >
        New handoffs appear here at once.
      </EmptyState>
      <ProgressBar label="Reading the list" value={31_200} max={50_000} text="31,200 of 50,000 lines read" />
      <SkeletonTable label="Loading releases" rows={3} />
      <SkeletonCards label="Loading the inbox" count={1} />
      <SkeletonCase label="Loading the case" />
    </Stack>
  )
}
