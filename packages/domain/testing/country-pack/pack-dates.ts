/**
 * Of every item of every pack, for somebody released on Tuesday 15 December 2026: the day on which it is due (at 09:00 there),
 * the first day on which it can be filed and the last useful one. `-`: none is known; `!`: the right is lost after that day.
 * Looked up in a calendar, not computed.
 */
export const PACK_DATES_RELEASED_ON = '2026-12-15'

export const PACK_DATES: Readonly<Record<string, { timeZone: string; dates: string }>> = {
  'gb-england-wales': {
    timeZone: 'Europe/London',
    dates: `
      documents-gb-photo-id             2026-10-20  -           2026-10-20
      benefits-gb-prison-bank-account   2026-11-17  -           -
      benefits-gb-work-coach            2026-12-01  2026-09-22  -
      benefits-gb-jobcentre-interview   2026-12-10  2026-09-22  -
      benefits-gb-universal-credit      2026-12-16  2026-12-15  -
      benefits-gb-advance-payment       2026-12-16  2026-12-15  -
      housing-gb-keep-housing-costs     2026-11-17  -           -
      housing-gb-duty-to-refer          2026-10-20  2026-10-20  -
      benefits-gb-subsistence-payment   2026-12-13  -           -
      housing-gb-travel-warrant         2026-12-12  -           -
      support-gb-court-fines            2026-12-01  -           -`,
  },
  de: {
    timeZone: 'Europe/Berlin',
    dates: `
      benefits-de-find-insurer             2026-12-01  -           2026-12-15
      benefits-de-statutory-insurance      2026-12-08  -           -
      benefits-de-social-assistance-cover  2026-12-08  -           2026-12-15!
      benefits-de-keep-membership          2026-11-17  -           -
      documents-de-release-certificate     2026-12-15  -           -
      benefits-de-claim-papers             2026-09-16  -           -
      benefits-de-jobcenter-claim          2026-12-16  2026-12-15  -
      benefits-de-bridging-money           2026-12-13  -           -
      omt-de-substitution-doctor           2026-12-08  -           -`,
  },
  fr: {
    timeZone: 'Europe/Paris',
    dates: `
      benefits-fr-maintained-cover  2026-12-08  -           2027-12-15
      benefits-fr-ame               2026-12-18  -           -
      benefits-fr-c2s               2026-12-01  -           2026-12-15
      documents-fr-release-note     2026-12-15  -           -
      documents-fr-insurance-card   2026-12-15  -           -
      benefits-fr-cpam-visit        2026-12-18  2026-12-15  -
      documents-fr-postal-address   2026-12-01  -           -
      benefits-fr-rsa               2026-12-16  -           -
      work-fr-france-travail        2026-12-22  -           -
      support-fr-spip-appointment   2026-12-12  -           -
      omt-fr-csapa-appointment      2026-12-01  -           -
      omt-fr-papers                 2026-12-13  -           -`,
  },
  be: {
    timeZone: 'Europe/Brussels',
    dates: `
      documents-be-detention-certificate  2026-12-15  -           -
      benefits-be-health-insurance-fund   2026-12-16  2026-12-15  -
      benefits-be-urgent-medical-aid      2026-12-16  -           -
      benefits-be-responsible-cpas        2026-11-17  -           -
      benefits-be-restart-income          2026-12-16  -           -
      benefits-be-claim-income            2026-12-16  -           -
      housing-be-installation-premium     2026-12-22  -           -
      housing-be-rent-guarantee           2026-12-22  -           -
      support-be-debt-mediation           2027-01-12  -           -
      documents-be-reference-address      2026-12-01  -           -
      support-be-justice-house            2026-12-01  -           -`,
  },
  pt: {
    timeZone: 'Europe/Lisbon',
    dates: `
      work-pt-job-centre                2026-11-17  -           -
      benefits-pt-tell-social-security  2026-11-17  -           -
      benefits-pt-rsi                   2026-12-08  2026-10-31  -
      benefits-pt-first-days            2026-12-13  -           -
      health-pt-user-number             2026-12-29  -           -
      omt-pt-cri-transfer               2026-12-08  -           -
      support-pt-reinsertion-technician 2026-11-17  -           -`,
  },
  no: {
    timeZone: 'Europe/Oslo',
    dates: `
      benefits-no-responsible-municipality  2026-10-20  -  -
      benefits-no-institution-notice        2026-11-17  -  -
      support-no-brik                       2026-10-20  -  -
      housing-no-temporary-housing          2026-11-17  -  -
      housing-no-deposit                    2026-12-22  -  -
      benefits-no-clothing                  2026-12-08  -  -
      benefits-no-social-assistance         2026-12-16  -  -
      health-no-regular-doctor              2026-12-29  -  -
      work-no-tax-card                      2026-12-22  -  -
      omt-no-lar-handover                   2026-12-08  -  -`,
  },
}
