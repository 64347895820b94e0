import { AreaStates } from '../src/area-states.tsx'
import { Breadcrumbs } from '../src/breadcrumbs.tsx'
import { Button } from '../src/button.tsx'
import { type DoseDay, type DoseDayState, DoseStrip } from '../src/dose-strip.tsx'
import { FiveSteps } from '../src/five-steps.tsx'
import { IdentityBar } from '../src/identity-bar.tsx'
import { Columns, Stack } from '../src/layout.tsx'
import { PageHeading } from '../src/page-heading.tsx'
import { Section } from '../src/section.tsx'
import { SubNavigation } from '../src/sub-navigation.tsx'
import { SummaryList } from '../src/summary-list.tsx'
import { TaskList } from '../src/task-list.tsx'
import { TimelineList } from '../src/timeline-list.tsx'

const WEEKDAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa']
const PATTERN = 'SSSSSSST-xxSSSS??·····'
const STATES: Record<string, [DoseDayState, string]> = {
  S: ['covered', 'covered, supervised dose'],
  T: ['covered', 'covered, take-home dose'],
  '-': ['uncovered', 'no dose'],
  x: ['closed', 'no dose, the dosing point is closed'],
  '?': ['unknown', 'not known'],
  '·': ['ahead', 'nothing planned yet'],
}

const DAYS: readonly DoseDay[] = [...PATTERN].map((letter, index) => {
  const day = new Date(Date.UTC(2026, 2, 20 + index))
  const [state, words] = STATES[letter] ?? ['unknown', 'not known']
  const weekday = WEEKDAYS[day.getUTCDay()] ?? ''
  return {
    date: day.toISOString().slice(0, 10),
    weekday,
    day: String(day.getUTCDate()),
    spokenDay: `${weekday} ${day.getUTCDate()}`,
    state,
    letter: letter === 'x' || letter === '-' ? '—' : letter,
    words,
    isToday: index === 6,
    isRelease: index === 7,
  }
})

/** A case page: who, how late, what must not be missed; areas, strip, steps, tasks, history. */
export function CaseSample() {
  return (
    <>
      <IdentityBar
        label="Person"
        name="Siobhán O’Neill"
        nameLang="ga"
        facts={[
          { key: 'born', label: 'Born', value: '30.11.1991' },
          { key: 'number', label: 'Number', value: 'A0871CD' },
          { key: 'language', label: 'Speaks', value: 'English, interpreter not needed' },
        ]}
        clock={{
          value: '31',
          unit: 'hours since release',
          detail: 'Out Friday 09:40',
          tone: 'attention',
          share: 31 / 48,
        }}
        alertsLabel="2 things not to miss"
        alerts={[
          { key: 'gap', tone: 'urgent', text: 'No dose recorded for Saturday: ring Harbour Pharmacy' },
          { key: 'kit', tone: 'attention', text: 'Naloxone kit left in prison property' },
        ]}
      />
      <Breadcrumbs label="You are here" items={[{ text: 'Inbox', href: '#inbox' }, { text: 'Case' }]} />
      <PageHeading caption="Community">First 48 hours</PageHeading>
      <SubNavigation
        label="This case"
        moreText="More"
        items={[
          { href: '#first', text: 'First 48 hours', current: true },
          { href: '#plan', text: 'Care plan' },
          { href: '#dose', text: 'Dose cover' },
          { href: '#handoffs', text: 'Handoffs' },
          { href: '#history', text: 'History' },
        ]}
      />
      <Stack gap="large">
        <AreaStates
          label="Areas"
          areas={[
            {
              key: 'omt',
              name: 'OMT',
              short: 'OMT',
              state: 'Accepted',
              tone: 'good',
              detail: 'Harbour Clinic, Anna Berg',
              href: '#o',
            },
            {
              key: 'nal',
              name: 'Naloxone',
              short: 'Nal',
              state: 'Left in prison',
              tone: 'urgent',
              detail: 'Give a kit at first contact',
            },
            {
              key: 'hou',
              name: 'Housing',
              short: 'Hou',
              state: 'Not answered',
              tone: 'attention',
              detail: 'Due today 16:00',
              href: '#h',
            },
            { key: 'ben', name: 'Benefits', short: 'Ben', state: 'Under way', tone: 'info', href: '#b' },
            { key: 'par', name: 'Partner', short: 'Par', state: 'Not asked', tone: 'unknown' },
          ]}
        />
        <Section heading="Dose cover">
          <DoseStrip
            caption="Dose cover, 20 March to 10 April"
            hideCaption
            label="Dose cover, day by day"
            summary="No dose from Saturday 28 March: 3 days, 2 of them closed."
            days={DAYS}
            rowWords={{ day: 'Day', dose: 'Dose' }}
            markWords={{ today: 'Today', release: 'Release' }}
            legendLabel="What the marks mean"
            legend={[
              { key: 's', state: 'covered', letter: 'S', text: 'supervised' },
              { key: 't', state: 'covered', letter: 'T', text: 'take-home' },
              { key: 'n', state: 'uncovered', letter: '—', text: 'no dose' },
              { key: 'c', state: 'closed', letter: '—', text: 'no dose, closed' },
              { key: 'u', state: 'unknown', letter: '?', text: 'not known' },
            ]}
          />
        </Section>
        <Columns split="main-aside">
          <Section heading="Five next steps">
            <FiveSteps
              label="Next steps"
              steps={[
                { key: '1', title: 'Reach the person', status: { tone: 'good', text: 'Reached Friday 11:15' } },
                {
                  key: '2',
                  title: 'First dose',
                  description: 'Harbour Pharmacy doses until 17:30 today.',
                  status: { tone: 'urgent', text: 'Not recorded' },
                  isNext: true,
                  actions: <Button>Record the first dose</Button>,
                },
                { key: '3', title: 'First night', status: { tone: 'unknown', text: 'Not known' } },
              ]}
            />
          </Section>
          <Section heading="What is known" card>
            <SummaryList
              compact
              rows={[
                {
                  key: 'p',
                  label: 'Prescribed, word for word',
                  value: '“Buprenorphine 8 mg sublingual, daily, supervised”',
                },
                {
                  key: 'l',
                  label: 'Last dose',
                  value: 'Friday 27 March, 07:50',
                  change: { href: '#l', text: 'Change', of: 'last dose' },
                },
                { key: 'b', label: 'Bed', value: 'Not known' },
              ]}
            />
          </Section>
        </Columns>
        <Section heading="Care plan">
          <TaskList
            label="Care plan"
            tasks={[
              {
                key: '1',
                title: 'OMT letter to the pharmacy',
                href: '#1',
                status: { tone: 'good', text: 'Done' },
                facts: ['Northgate health team', 'done 25 March by I. Solheim'],
              },
              {
                key: '2',
                title: 'Open a bank account',
                href: '#2',
                status: { tone: 'quiet', text: 'Open' },
                facts: ['Harbour benefits advice', 'due 2 days after release'],
                blockedBy: 'Waits for: proof of identity',
              },
              {
                key: '3',
                title: 'Hand over a naloxone kit',
                href: '#3',
                status: { tone: 'urgent', text: 'Overdue' },
                facts: ['Harbour Clinic', 'due at release'],
              },
            ]}
          />
        </Section>
        <Section heading="History">
          <TimelineList
            label="History"
            entries={[
              {
                key: '1',
                dateTime: '2026-03-27T11:15Z',
                when: 'Friday 27 March, 11:15',
                title: 'Reached by phone',
                by: 'Anna Berg, Harbour Clinic',
                tone: 'good',
              },
              {
                key: '2',
                dateTime: '2026-03-27T08:40Z',
                when: 'Friday 27 March, 09:40',
                title: 'Released',
                by: 'Northgate',
                tone: 'info',
                children: 'Recorded at 10:05.',
              },
            ]}
          />
        </Section>
      </Stack>
    </>
  )
}
