/** Functions that tell nothing of anybody: who is asking, the clock, and lists that are the same for all. */
export const TELLING_NOTHING = [
  // Changes a public holiday for an administrator, and says only whether it did; a number of people, to an administrator alone.
  'app.change_holiday',
  'app.people_dosed_in',
  // Tells a service that something happened in a case of both, and says only whether it was written.
  'app.record_notice',
  // Tells whoever has something open what the asking service has just recorded; tell-parts.test.ts looks at whom, and on whose word.
  'app.tell_parts',
  'app.untell_parts',
  'app.withdraw_notice',
  // Takes consents back, follows what ended and tells both sides: says nothing of what there was; withdraw-consent.test.ts.
  'app.withdraw_consents',
  'app.follow_sharing_ends',
  'app.tell_sharing',
  // Colleagues of a service with numbers, and taking a hat away: for an administrator alone; end-membership.test.ts looks at both.
  'app.members_of',
  'app.invited_to',
  'app.invite',
  'app.make_reset',
  'app.change_membership',
  'app.record_contact',
  'app.end_membership',
  // Yes or no about an agreement between two services, to the system actor alone.
  'app.is_heir',
  // Yes or no of a service, and since when messages wait: no case, no person.
  'app.has_bouncing_mailbox',
  // Names of colleagues at the own service; queues and counts, to administrators alone; ids of what the worker has to send.
  'app.colleagues',
  'app.job_states',
  'app.post_recipients_due',
  // For which service an e-mail was that came back: to the system actor alone.
  'app.service_of_mail',
  'app.moot_posts',
  'app.messages_delayed_since',
  // Whether and since when the trail is not sealed, or altered: an instant.
  'app.trail_base',
  // Product data.
  'app.kind_tells',
  'app.trail_not_sealed_since',
  'app.trail_broken_since',
  'app.worker_away_after',
  'app.notices_kept_for',
  // Adds a service for an administrator, and says only whether it did.
  'app.add_service',
  // Writes an answer for the prison that was asked, and says only whether it did; answer-arrival.test.ts looks at whose it takes.
  'app.arrive_without_papers',
  // Who may know: the predicate itself, and what it is asked of; restricted-records.test.ts looks at all of them.
  'app.admits',
  'app.may_know',
  'app.closed_persons',
  'app.closed_cases',
  'app.closed_asks',
  'app.may_restrict',
  'app.may_change_circle',
  // Set, change and lift, for whoever holds the person, and say only whether they did; people of services, to the same.
  'app.restrict_person',
  'app.change_circle',
  'app.lift_restriction',
  'app.circle_candidates',
  // An emergency look: one's own count, one's own hour, and of whose looks one is a reviewer. No case, no person.
  'app.presses_lately',
  'app.looks_at',
  'app.may_review',
  'app.privacy_officers_over',
  // Counts of what is due and one word of what became of a list, to administrators alone; retention.test.ts looks at both.
  'app.count_retention',
  'app.propose_retention',
  'app.confirm_retention',
  // Yes or no of a person of the own service's cases, read through the policies.
  'app.holds_person',
  // Yes or no, to a service with a part in the case; data-request.test.ts looks at whom.
  'app.use_is_restricted',
  // The name of a service whose board hangs on a wall, to the web process, by an id that only a seal of ours lets it ask for.
  'app.find_now_screen',
  // What releases are replayed from, to the worker alone, without names and ids of cases; run-simulation.test.ts asks as others.
  'app.simulation_facts',
  // Ids of services and months, to the system actor alone; and the system actor reading less than it may. figure-export.test.ts.
  'app.reporting_services',
  'app.read_as_manager',
  // Totals of the own scope, and how fresh they are: no ids. What releases are counted from, to the worker alone: rolled-up.test.ts.
  'app.closed_totals',
  'app.own_counts',
  'app.own_totals',
  'app.counted_until',
  'app.figures_seal',
  'app.figures_differ_since',
  'app.counted_records',
  'app.releases_behind',
  'app.second_figures',
  // Which filters of figures colleagues were refused, to a privacy officer alone, and of nobody's case: continuity-flow.test.ts.
  'app.refused_filters',
  // How often one was denied oneself.
  'app.denied_lately',
  // Numbers of events, and of none of them what it is.
  'app.live_reach',
  // To the system actor alone; partner.test.ts asks both as somebody else.
  'app.partner_sides',
  'app.show_partners',
  'app.account_id',
  'app.service_id',
  'app.role',
  'app.case_service_id',
  'app.now',
  'app.moment',
  'app.utc',
  'app.open_categories',
  'app.closed_categories',
  // What the own hat was granted, and what a role can be.
  'app.has_grant',
  'app.grants_of_role',
  'app.closed_areas',
  'app.handoff_rules',
  'app.categories_of_area',
  'app.categories_of_kind',
  'app.staffed_services',
  'app.said_days',
  // Places, clocks and product data; app.second_regime reads the treatments that the policies let through and names no case.
  'app.second_depot_days',
  'app.digests_kept_for',
  'app.second_depot_days_at',
  'app.second_instant',
  'app.second_dosing',
  'app.second_day_is_over',
  'app.second_regime',
  // Counts of the asking service's own scope: no case, no person.
  'app.how_was_it_counts',
  'app.applied_migrations',
] as const

/** The doors: each asks for a secret (a session, a password's account) or makes the first of everything. */
export const DOORS = [
  // Asks for a person named whole; take-in-person.test.ts looks at what it tells, and to whom.
  'app.take_back_in',
  // The same, in an emergency; open-break-glass.test.ts looks at what it tells, and to whom.
  'app.break_glass',
  // How often somebody did something lately: no case, no person.
  'app.take_turn',
  'app.begin_sign_in',
  'app.find_sign_in',
  'app.find_by_provider',
  'app.start_session',
  'app.read_session',
  'app.open_session',
  'app.open_reading',
  // Says whether this is a copy of the database, and acts there for whom the database let in.
  'app.open_copy',
  'app.look_at_sessions',
  'app.find_proof',
  'app.renew_session',
  'app.waiting_session',
  'app.begin_code',
  'app.accept_code',
  'app.accept_recovery',
  'app.propose_factor',
  'app.confirm_factor',
  'app.remove_factor',
  'app.sessions_of',
  'app.end_other_sessions',
  'app.change_password',
  'app.ask_reset',
  'app.look_at_link',
  'app.use_link',
  'app.link_letter',
  'app.hats_of_session',
  'app.choose_hat',
  'app.choose_language',
  'app.end_session',
  'app.end_all_sessions',
  'app.first_administrator_missing',
  'app.open_first_administrator',
] as const

/** What the worker does by itself: nothing of it answers with a row. */
export const UPKEEP = [
  'app.raise_call_in_other_episodes',
  'app.retry_digests',
  'app.retry_jobs',
  'app.beat',
  'app.sweep_notices',
  'app.record_retention_count',
  'app.sweep_circles',
  'app.sweep_looks',
  'app.sweep_digests',
  'app.open_system',
  'app.enqueue',
  'app.sweep',
  'app.sweep_arrival_requests',
  'app.sweep_sign_ins',
  'app.sweep_links',
  'app.sweep_live_events',
  'app.sweep_drafts',
  'app.measure_tables',
  'app.measure_grown_tables',
  'app.ensure_audit_partitions',
  'app.fill_holidays',
] as const
