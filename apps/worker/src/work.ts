import { sendLink } from '@throughcare/api/access/send-link'
import { sweepArrivalRequests } from '@throughcare/api/arrival-request/sweep-arrival-requests'
import { sweepBreakGlass } from '@throughcare/api/break-glass/sweep-break-glass'
import { fillHolidays } from '@throughcare/api/calendar/fill-holidays'
import { followReleaseList } from '@throughcare/api/care-plan/follow-release-list'
import { followSharing } from '@throughcare/api/consent/follow-sharing'
import { compareFigures } from '@throughcare/api/continuity/compare-figures'
import { followFigures, rebuildFigures } from '@throughcare/api/continuity/follow-figures'
import { sweepDoseAlerts } from '@throughcare/api/dose-alert/sweep-dose-alerts'
import { sweepHandoffs } from '@throughcare/api/escalation/sweep-handoffs'
import { makeReports } from '@throughcare/api/figure-export/make-reports'
import { followDigests } from '@throughcare/api/gap/follow-digests'
import { followGaps } from '@throughcare/api/gap/follow-gaps'
import { sendDigest } from '@throughcare/api/gap/send-digest'
import { followPosts } from '@throughcare/api/notice/follow-posts'
import { sendNotice } from '@throughcare/api/notice/send-notice'
import { tellNotice } from '@throughcare/api/notice/tell-notice'
import { runPartners } from '@throughcare/api/partner/run-partners'
import { readReleaseList } from '@throughcare/api/release-list/read-release-list'
import { writeReleaseList } from '@throughcare/api/release-list/write-release-list'
import { countDueRecords } from '@throughcare/api/retention/count-retention'
import { runSimulation } from '@throughcare/api/simulation/run-simulation'
import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { type JobName, type Jobs, sweepDatabase } from '@throughcare/db/job/job-repository'
import { listServices } from '@throughcare/db/service/service-repository'
import { postDigest } from './post-digest.ts'
import { postLink } from './post-link.ts'
import { isPosting } from './post-mail.ts'
import { postNotice } from './post-notice.ts'
import { checkTrail, followTrail } from './sealing.ts'

/** What is done for each kind of job. All of it may run twice: a job that is interrupted comes again. */
export const WORK: { readonly [N in JobName]: (job: Jobs[N]) => Promise<void> } = {
  'read-release-list': readReleaseList,
  'write-release-list': writeReleaseList,
  'make-plans': followReleaseList,
  'fill-holidays': fillHolidaysOfServices,
  'follow-gaps': async () => void (await followGaps()),
  'follow-dose-alerts': async () => void (await sweepDoseAlerts()),
  // Without a mail server nothing is decided either: a digest that waits for one would be told on another day.
  'follow-digests': async () => void (isPosting() && (await followDigests())),
  'send-digest': async (job) => void (isPosting() && (await sendDigest(job, postDigest))),
  'follow-deadlines': async () => {
    // What holds one of them up holds up neither the others nor the next run, and is told.
    const swept = await Promise.allSettled([
      sweepHandoffs(),
      sweepArrivalRequests(),
      runPartners(),
      sweepBreakGlass(),
      followSharing(),
    ])
    for (const each of swept) if (each.status === 'rejected') throw each.reason
  },
  'tell-notice': tellNotice,
  // Without a mail server what is to leave waits, and what is older than two days then does not leave any more.
  'follow-posts': async () => void (isPosting() && (await followPosts())),
  'send-notice': async (job) => void (isPosting() && (await sendNotice(job, postNotice))),
  'seal-audit': followTrail,
  'verify-audit': checkTrail,
  'count-retention': countDueRecords,
  'make-reports': async () => void (await makeReports()),
  'run-simulation': runSimulation,
  // Without a mail server a link is handed over by whoever made it.
  'send-link': async (job) => void (isPosting() && (await sendLink(job, postLink))),
  'follow-figures': async () => void (await followFigures()),
  'rebuild-figures': async () => void (await rebuildFigures()),
  'compare-figures': async () => void (await compareFigures()),
  sweep: () => asActor(SYSTEM_OF_NO_SERVICE, sweepDatabase),
}

export const JOB_NAMES = Object.keys(WORK) as JobName[]

/** This year's and next year's public holidays of every country in which a service works. */
async function fillHolidaysOfServices(): Promise<void> {
  const actor = SYSTEM_OF_NO_SERVICE
  const { countries, year } = await asActor(actor, async (deed) => ({
    countries: new Set((await listServices(deed)).map((service) => service.country)),
    year: deed.now.getUTCFullYear(),
  }))
  for (const country of countries) await fillHolidays(actor, country, [year, year + 1])
}
