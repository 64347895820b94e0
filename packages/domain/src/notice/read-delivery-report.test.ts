import { describe, expect, it } from 'vitest'
import { readDeliveryReport } from './read-delivery-report.ts'

/** A report as mail servers write it (RFC 3464), about one recipient unless said. */
const report = (
  recipients = ['Final-Recipient: rfc822; a@example.org\r\nAction: failed\r\nStatus: 5.1.1'],
  type = '',
) =>
  [
    'From: MAILER-DAEMON@mail.example.org',
    'Subject: Undelivered Mail Returned to Sender',
    type || 'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="one/two"',
    '',
    'This is a MIME-encapsulated message.',
    '--one/two',
    'Content-Type: text/plain',
    '',
    'Action: failed, says the text.',
    '--one/two',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.org',
    '',
    ...recipients.flatMap((each) => [each, '']),
    '--one/two--',
    '',
  ].join('\r\n')

describe('a report about an e-mail', () => {
  it('of a failure tells its status, and nothing of the address', () => {
    expect(readDeliveryReport(report())).toEqual({ status: '5.1.1' })
    expect(readDeliveryReport(report().replaceAll('\r\n', '\n'))).toEqual({ status: '5.1.1' })
    expect(readDeliveryReport(report(['Action: failed\r\nStatus: 4.4.7 (too long)']))).toEqual({ status: '4.4.7' })
    expect(readDeliveryReport(report(['Action: FAILED\r\nStatus: <b>x</b>']))).toEqual({ status: 'no status' })
  })

  it('is one when any recipient failed', () => {
    expect(
      readDeliveryReport(report(['Action: delivered\r\nStatus: 2.0.0', 'Action: failed\r\nStatus: 5.2.2'])),
    ).toEqual({
      status: '5.2.2',
    })
  })

  it.each([
    ['late', report(['Action: delayed\r\nStatus: 4.4.1'])],
    ['passed on', report(['Action: relayed\r\nStatus: 2.0.0'])],
    ['arrived', report(['Action: delivered\r\nStatus: 2.0.0'])],
    ['without a recipient', report([])],
    [
      'that it was read',
      report(undefined, 'Content-Type: multipart/report; report-type=disposition-notification; boundary="one/two"'),
    ],
    ['without a boundary', report(undefined, 'Content-Type: multipart/report; report-type=delivery-status')],
    ['in words alone', report(undefined, 'Content-Type: text/plain')],
    ['with a failure in the enclosed letter', report([]).replace('says the text.', '\r\nAction: failed')],
    ['of nothing', ''],
    ['of no fields', '\r\n\r\n--one/two\r\n'],
  ])('%s is none of a failure', (_what, source) => {
    expect(readDeliveryReport(source)).toBeNull()
  })
})
