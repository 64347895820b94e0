import { accessRouter } from './access/access.router.ts'
import { admissionRouter } from './admission/admission.router.ts'
import { appointmentRouter } from './appointment/appointment.router.ts'
import { arrivalRequestRouter } from './arrival-request/arrival-request.router.ts'
import { auditRouter } from './audit/audit.router.ts'
import { barrierRouter } from './barrier/barrier.router.ts'
import { belongingsRouter } from './belongings/belongings.router.ts'
import { breakGlassRouter } from './break-glass/break-glass.router.ts'
import { calendarRouter } from './calendar/calendar.router.ts'
import { capacityRouter } from './capacity/capacity.router.ts'
import { carePlanRouter } from './care-plan/care-plan.router.ts'
import { checklistRouter } from './checklist/checklist.router.ts'
import { circumstanceRouter } from './circumstance/circumstance.router.ts'
import { consentRouter } from './consent/consent.router.ts'
import { contactRouter } from './contact/contact.router.ts'
import { continuityRouter } from './continuity/continuity.router.ts'
import { countryPackRouter } from './country-pack/country-pack.router.ts'
import { courtDayRouter } from './court-day/court-day.router.ts'
import { coverPlanRouter } from './cover-plan/cover-plan.router.ts'
import { custodyEpisodeRouter } from './custody-episode/custody-episode.router.ts'
import { dataRequestRouter } from './data-request/data-request.router.ts'
import { documentRouter } from './document/document.router.ts'
import { doseListRouter } from './dose-list/dose-list.router.ts'
import { evidenceLetterRouter } from './evidence-letter/evidence-letter.router.ts'
import { figureAnnotationRouter } from './figure-annotation/figure-annotation.router.ts'
import { figureExportRouter } from './figure-export/figure-export.router.ts'
import { gapRouter } from './gap/gap.router.ts'
import { gateListRouter } from './gate-list/gate-list.router.ts'
import { handoffRouter } from './handoff/handoff.router.ts'
import { handoffMessageRouter } from './handoff-message/handoff-message.router.ts'
import { healthSupplyRouter } from './health-supply/health-supply.router.ts'
import { hoursConfirmationRouter } from './hours-confirmation/hours-confirmation.router.ts'
import { housingRouter } from './housing/housing.router.ts'
import { howWasItRouter } from './how-was-it/how-was-it.router.ts'
import { jobRouter } from './job/job.router.ts'
import { keptDateRouter } from './kept-date/kept-date.router.ts'
import { liveRouter } from './live/live.router.ts'
import { medicationRouter } from './medication/medication.router.ts'
import { mergeRouter } from './merge/merge.router.ts'
import { minimumPackRouter } from './minimum-pack/minimum-pack.router.ts'
import { naloxoneRouter } from './naloxone/naloxone.router.ts'
import { noticeRouter } from './notice/notice.router.ts'
import { nowBoardRouter } from './now-board/now-board.router.ts'
import { objectionRouter } from './objection/objection.router.ts'
import { outcomeRouter } from './outcome/outcome.router.ts'
import { overdosePlanRouter } from './overdose-plan/overdose-plan.router.ts'
import { overdoseReportRouter } from './overdose-report/overdose-report.router.ts'
import { ownWordsRouter } from './own-words/own-words.router.ts'
import { partnerRouter } from './partner/partner.router.ts'
import { personRouter } from './person/person.router.ts'
import { printPackRouter } from './print-pack/print-pack.router.ts'
import { releaseRouter } from './release/release.router.ts'
import { releaseListRouter } from './release-list/release-list.router.ts'
import { restrictionRouter } from './restriction/restriction.router.ts'
import { retentionRouter } from './retention/retention.router.ts'
import { ringListRouter } from './ring-list/ring-list.router.ts'
import { ruleSetRouter } from './rule-set/rule-set.router.ts'
import { savedFilterRouter } from './saved-filter/saved-filter.router.ts'
import { serviceRouter } from './service/service.router.ts'
import { sharingNoteRouter } from './sharing-note/sharing-note.router.ts'
import { shiftRouter } from './shift/shift.router.ts'
import { simulationRouter } from './simulation/simulation.router.ts'
import { supporterRouter } from './supporter/supporter.router.ts'
import { timelineRouter } from './timeline/timeline.router.ts'
import { treatmentAwayRouter } from './treatment-away/treatment-away.router.ts'
import { router } from './trpc.ts'
import { whatHelpsRouter } from './what-helps/what-helps.router.ts'

/** Every procedure of the product, one router a noun. The access matrix is made from it. */
export const appRouter = router({
  access: accessRouter,
  admission: admissionRouter,
  appointment: appointmentRouter,
  arrivalRequest: arrivalRequestRouter,
  audit: auditRouter,
  barrier: barrierRouter,
  belongings: belongingsRouter,
  capacity: capacityRouter,
  breakGlass: breakGlassRouter,
  calendar: calendarRouter,
  carePlan: carePlanRouter,
  checklist: checklistRouter,
  circumstance: circumstanceRouter,
  contact: contactRouter,
  consent: consentRouter,
  continuity: continuityRouter,
  countryPack: countryPackRouter,
  coverPlan: coverPlanRouter,
  custodyEpisode: custodyEpisodeRouter,
  dataRequest: dataRequestRouter,
  document: documentRouter,
  doseList: doseListRouter,
  evidenceLetter: evidenceLetterRouter,
  figureAnnotation: figureAnnotationRouter,
  figureExport: figureExportRouter,
  gap: gapRouter,
  gateList: gateListRouter,
  courtDay: courtDayRouter,
  handoff: handoffRouter,
  handoffMessage: handoffMessageRouter,
  healthSupply: healthSupplyRouter,
  hoursConfirmation: hoursConfirmationRouter,
  housing: housingRouter,
  job: jobRouter,
  keptDate: keptDateRouter,
  live: liveRouter,
  medication: medicationRouter,
  merge: mergeRouter,
  minimumPack: minimumPackRouter,
  naloxone: naloxoneRouter,
  notice: noticeRouter,
  nowBoard: nowBoardRouter,
  objection: objectionRouter,
  outcome: outcomeRouter,
  howWasIt: howWasItRouter,
  sharingNote: sharingNoteRouter,
  simulation: simulationRouter,
  shift: shiftRouter,
  supporter: supporterRouter,
  whatHelps: whatHelpsRouter,
  overdosePlan: overdosePlanRouter,
  overdoseReport: overdoseReportRouter,
  ownWords: ownWordsRouter,
  partner: partnerRouter,
  person: personRouter,
  printPack: printPackRouter,
  release: releaseRouter,
  releaseList: releaseListRouter,
  restriction: restrictionRouter,
  retention: retentionRouter,
  ringList: ringListRouter,
  ruleSet: ruleSetRouter,
  savedFilter: savedFilterRouter,
  service: serviceRouter,
  timeline: timelineRouter,
  treatmentAway: treatmentAwayRouter,
})
export type AppRouter = typeof appRouter
