'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '../src/button.tsx'
import { ButtonRow } from '../src/button-row.tsx'
import { Checkbox } from '../src/checkbox.tsx'
import { CheckboxGroup } from '../src/checkbox-group.tsx'
import { ConfirmDialog } from '../src/confirm-dialog.tsx'
import { DateField } from '../src/date-field.tsx'
import { Disclosure } from '../src/disclosure.tsx'
import { ErrorSummary } from '../src/error-summary.tsx'
import { FileField } from '../src/file-field.tsx'
import { FormBody } from '../src/layout.tsx'
import { PageHeading } from '../src/page-heading.tsx'
import { RadioGroup } from '../src/radio-group.tsx'
import { SearchField } from '../src/search-field.tsx'
import { Select } from '../src/select.tsx'
import { StatusLine } from '../src/status-line.tsx'
import { Switch } from '../src/switch.tsx'
import { TextArea } from '../src/text-area.tsx'
import { TextField } from '../src/text-field.tsx'
import { TimeField } from '../src/time-field.tsx'

const DATE_WORDS = { day: 'Day', month: 'Month', year: 'Year' }

/** Every field, some of them with faults. */
export function FormsSample() {
  const [asking, setAsking] = useState(false)
  const { register, handleSubmit, watch, reset } = useForm({
    defaultValues: {
      given: 'Siobhán',
      born: '1991-02-31',
      bed: 'known',
      certainty: '',
      language: '',
      areas: ['omt'],
      sure: false,
    },
  })
  return (
    <>
      <PageHeading caption="Add a person">Who is it?</PageHeading>
      <ConfirmDialog
        open={asking}
        heading="Revoke the handoff?"
        confirmText="Revoke"
        cancelText="Keep it"
        danger
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        <p>Harbour Clinic is told at once. You are accountable again.</p>
        <TextArea name="reason" label="Why" />
      </ConfirmDialog>
      <form noValidate method="post" onSubmit={handleSubmit(() => undefined)}>
        <FormBody>
          <ErrorSummary
            heading="Two things to mend"
            errors={[
              { fieldId: 'family', message: 'Write the family name' },
              { fieldId: 'born', message: 'There is no 31 February' },
            ]}
          />
          <SearchField name="q" label="Search first" description="Name, number or date of birth" buttonText="Search" />
          <TextField {...register('given')} label="Given names" />
          <TextField name="family" label="Family name" error="Write the family name" />
          <DateField
            {...register('born')}
            legend="Date of birth"
            description="For example 27 3 1991"
            words={DATE_WORDS}
            error="There is no 31 February"
          />
          <RadioGroup
            {...register('bed')}
            legend="Bed for the first night"
            layout="inline"
            choices={[
              { value: 'known', text: 'Known' },
              { value: 'not-known', text: 'Not known' },
              { value: 'asked-later', text: 'Ask later' },
            ]}
          />
          <RadioGroup
            {...register('certainty')}
            legend="How certain is the date?"
            error="Choose one"
            choices={[
              { value: 'confirmed', text: 'Confirmed', description: 'The prison has said so in writing' },
              { value: 'expected', text: 'Expected' },
              { value: 'any', text: 'Could be any day' },
            ]}
          />
          <Select
            {...register('language')}
            label="Language"
            emptyText="Choose"
            options={[
              { value: 'nb', text: 'Norsk bokmål' },
              { value: 'en', text: 'English' },
            ]}
            width="medium"
          />
          <TimeField name="at" label="Given at" description="24 hours, for example 07:50" />
          <TextArea name="words" label="In the person’s own words" description="Not shared without consent" />
          <CheckboxGroup
            {...register('areas')}
            legend="Hand over"
            choices={[
              { value: 'omt', text: 'OMT' },
              { value: 'housing', text: 'Housing', description: 'Harbour Housing can receive' },
            ]}
          />
          <Checkbox {...register('sure')} label="I have read it out" error="Tick when done" />
          <Switch label="Text messages allowed" description="Acts at once" />
          <FileField name="list" label="Release list" description="CSV" accept=".csv" />
          <StatusLine>Saved 10:42</StatusLine>
          <Disclosure summary="What the form holds">
            <output>{JSON.stringify(watch())}</output>
          </Disclosure>
          <Disclosure summary="Why we ask">So that nobody is entered twice.</Disclosure>
          <ButtonRow>
            <Button type="submit">Add the person</Button>
            <Button variant="secondary" icon="print">
              Print
            </Button>
            <Button variant="quiet" onClick={() => reset()}>
              Start again
            </Button>
            <Button variant="danger" onClick={() => setAsking(true)}>
              Revoke
            </Button>
            <Button pending pendingText="Saving…">
              Save
            </Button>
            <Button disabled>Not now</Button>
          </ButtonRow>
        </FormBody>
      </form>
    </>
  )
}
