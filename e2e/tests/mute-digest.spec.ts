import { expect, expectAccessible, test } from '../people.ts'

/** Whoever does not want the counts by e-mail says so where the counts are, and it stays said. */
test('the digest is switched off and on again on the gap board', async ({ eastfieldNurse: nurse }) => {
  await nurse.goto('/gaps')
  const wanted = nurse.getByRole('checkbox', { name: 'Send me the counts when we open' })
  await expect(wanted).toBeChecked()
  await wanted.press('Space')
  await expect(nurse.getByText('You get none until you want it again.')).toBeVisible()
  await expect(wanted).not.toBeChecked()
  await nurse.reload()
  await expect(wanted).not.toBeChecked()
  await expectAccessible(nurse, 'gap board with the digest off')

  await wanted.press('Space')
  await expect(nurse.getByText('You get it from the next opening on.')).toBeVisible()
  await nurse.reload()
  await expect(wanted).toBeChecked()
})
