-- Generated from the migrations by `npm run generate`; do not edit. For reading, not for running.

-- tables
appraisal_assessed_unit.authority_id uuid not null
appraisal_assessed_unit.id uuid not null
appraisal_assessed_unit.assessment_id uuid not null
appraisal_assessed_unit.office_id uuid not null
appraisal_assessed_unit.unit_id uuid not null
appraisal_assessed_unit.name text not null
appraisal_assessed_unit.pinyin text not null
appraisal_assessed_unit.initials text not null
appraisal_assessed_unit.organ_id uuid not null
appraisal_assessed_unit.organ text not null
appraisal_assessed_unit.organ_class text
appraisal_assessed_unit.total numeric
appraisal_assessed_unit.ranks jsonb not null
appraisal_assessed_unit.proposed text
appraisal_assessed_unit.proposed_stars int4
appraisal_assessed_unit.light text
appraisal_assessed_unit.to_be_decided bool not null
appraisal_assessed_unit.tied_grades _text not null default '{}'::text[]
appraisal_assessed_unit.tied_stars _int4 not null default '{}'::integer[]
appraisal_assessed_unit.ungraded bool not null
appraisal_assessed_unit.blocked _text not null
appraisal_assessed_unit.limits _text not null
appraisal_assessed_unit.barred _text not null
appraisal_assessed_unit.grade text
appraisal_assessed_unit.stars int4
appraisal_assessed_unit.decision_reason text
appraisal_assessed_unit.decided_by uuid
appraisal_assessed_unit.decided_at timestamptz
appraisal_assessed_unit.released_at timestamptz
appraisal_assessed_unit.in_rating bool not null default false
appraisal_assessed_unit.zone text
appraisal_assessment.authority_id uuid not null
appraisal_assessment.id uuid not null
appraisal_assessment.unit_id uuid not null
appraisal_assessment.scheme_id uuid not null
appraisal_assessment.period text not null
appraisal_assessment.cut_off date not null
appraisal_assessment.state text not null default 'provisional'::text
appraisal_assessment.inputs_sha256 text
appraisal_assessment.computed_by uuid not null
appraisal_assessment.computed_at timestamptz not null
appraisal_assessment.placed_on date not null
appraisal_assessment.meeting text
appraisal_assessment.meeting_on date
appraisal_assessment.document text
appraisal_assessment.decided_by uuid
appraisal_assessment.decided_at timestamptz
appraisal_assessment.objection_until date
appraisal_assessment.published_by uuid
appraisal_assessment.published_at timestamptz
appraisal_assessment_objection.authority_id uuid not null
appraisal_assessment_objection.id uuid not null
appraisal_assessment_objection.assessed_id uuid not null
appraisal_assessment_objection.person_id uuid not null
appraisal_assessment_objection.node text not null
appraisal_assessment_objection.text text not null
appraisal_assessment_objection.state text not null default 'raised'::text
appraisal_assessment_objection.raised_at timestamptz not null
appraisal_assessment_objection.due_on date not null
appraisal_assessment_objection.answer text
appraisal_assessment_objection.answered_by uuid
appraisal_assessment_objection.answered_at timestamptz
appraisal_assessment_ruling.authority_id uuid not null
appraisal_assessment_ruling.id uuid not null
appraisal_assessment_ruling.assessed_id uuid not null
appraisal_assessment_ruling.run_id uuid not null
appraisal_assessment_ruling.kind text not null
appraisal_assessment_ruling.target text not null
appraisal_assessment_ruling.value text
appraisal_assessment_ruling.meeting text not null
appraisal_assessment_ruling.meeting_on date not null
appraisal_assessment_ruling.document text not null
appraisal_assessment_ruling.clause text
appraisal_assessment_ruling.reason text not null
appraisal_assessment_ruling.decided_by uuid not null
appraisal_assessment_ruling.decided_at timestamptz not null
appraisal_assessment_run.authority_id uuid not null
appraisal_assessment_run.id uuid not null
appraisal_assessment_run.assessment_id uuid not null
appraisal_assessment_run.unit_id uuid not null
appraisal_assessment_run.number int4 not null
appraisal_assessment_run.cause text not null
appraisal_assessment_run.input text not null
appraisal_assessment_run.inputs_sha256 text not null
appraisal_assessment_run.moved jsonb not null
appraisal_assessment_run.places jsonb not null
appraisal_assessment_run.computed_by uuid not null
appraisal_assessment_run.computed_at timestamptz not null
appraisal_computation.authority_id uuid not null
appraisal_computation.round_id uuid not null
appraisal_computation.unit_id uuid not null
appraisal_computation.input text not null
appraisal_computation.sha256 text not null
appraisal_computation.computed_by uuid not null
appraisal_computation.computed_at timestamptz not null
appraisal_count.authority_id uuid not null
appraisal_count.id uuid not null
appraisal_count.round_id uuid
appraisal_count.unit_id uuid not null
appraisal_count.panel text not null
appraisal_count.source text not null
appraisal_count.entitled int4 not null
appraisal_count.handed_out int4 not null
appraisal_count.returned int4 not null
appraisal_count.state text not null default 'entered'::text
appraisal_count.entered_by uuid not null
appraisal_count.entered_at timestamptz not null
appraisal_count.confirmed_by uuid
appraisal_count.confirmed_at timestamptz
appraisal_count.second_entry_sha256 text
appraisal_count.rejection_reason text
appraisal_count.sitting_id uuid
appraisal_count.mismatches int4 not null default 0
appraisal_count.office_id uuid
appraisal_filed_result.authority_id uuid not null
appraisal_filed_result.id uuid not null
appraisal_filed_result.filing_id uuid not null
appraisal_filed_result.person_id uuid not null
appraisal_filed_result.unit_id uuid not null
appraisal_filed_result.level text not null
appraisal_filed_result.year int4 not null
appraisal_filed_result.total numeric
appraisal_filed_result.grade text not null
appraisal_filed_result.barred _text not null
appraisal_filed_result.low _text not null default '{}'::text[]
appraisal_filed_result.name text not null
appraisal_filed_result.scheme_id uuid not null
appraisal_filing.authority_id uuid not null
appraisal_filing.id uuid not null
appraisal_filing.round_id uuid
appraisal_filing.unit_id uuid not null
appraisal_filing.managing_unit_id uuid not null
appraisal_filing.level text not null
appraisal_filing.year int4 not null
appraisal_filing.document text not null
appraisal_filing.sha256 text not null
appraisal_filing.filed_by uuid not null
appraisal_filing.filed_at timestamptz not null
appraisal_filing.assessment_id uuid
appraisal_objection.authority_id uuid not null
appraisal_objection.id uuid not null
appraisal_objection.result_id uuid not null
appraisal_objection.unit_id uuid not null
appraisal_objection.person_id uuid not null
appraisal_objection.node text not null
appraisal_objection.text text not null
appraisal_objection.state text not null default 'raised'::text
appraisal_objection.answer text
appraisal_objection.answered_by uuid
appraisal_objection.raised_at timestamptz not null
appraisal_objection.due_on date not null
appraisal_objection.answered_at timestamptz
appraisal_rating.authority_id uuid not null
appraisal_rating.id uuid not null
appraisal_rating.subject_id uuid
appraisal_rating.unit_id uuid not null
appraisal_rating.person_id uuid
appraisal_rating.source text not null
appraisal_rating.grade text not null
appraisal_rating.reason text
appraisal_rating.document text
appraisal_rating.rated_by uuid not null
appraisal_rating.rated_at timestamptz not null
appraisal_rating.assessed_id uuid
appraisal_result.authority_id uuid not null
appraisal_result.id uuid not null
appraisal_result.subject_id uuid not null
appraisal_result.round_id uuid not null
appraisal_result.unit_id uuid not null
appraisal_result.person_id uuid not null
appraisal_result.total numeric
appraisal_result.proposed text
appraisal_result.to_be_decided bool not null
appraisal_result.ranks jsonb not null
appraisal_result.outcome jsonb not null
appraisal_result.trace jsonb not null
appraisal_result.inputs_sha256 text not null
appraisal_result.grade text
appraisal_result.decision_reason text
appraisal_result.decided_by uuid
appraisal_result.decided_at timestamptz
appraisal_result.released_at timestamptz
appraisal_round.authority_id uuid not null
appraisal_round.id uuid not null
appraisal_round.cycle_id uuid not null
appraisal_round.level text not null
appraisal_round.unit_id uuid not null
appraisal_round.scheme_id uuid not null
appraisal_round.state text not null default 'preparing'::text
appraisal_round.meeting text
appraisal_round.meeting_on date
appraisal_round.objection_until date
appraisal_round.opened_by uuid not null
appraisal_round.opened_at timestamptz not null
appraisal_round.computed_at timestamptz
appraisal_round.decided_by uuid
appraisal_round.decided_at timestamptz
appraisal_ruling.authority_id uuid not null
appraisal_ruling.id uuid not null
appraisal_ruling.subject_id uuid not null
appraisal_ruling.unit_id uuid not null
appraisal_ruling.veto text
appraisal_ruling.decision text not null
appraisal_ruling.decided_by uuid not null
appraisal_ruling.decided_at timestamptz not null
appraisal_ruling.indicator text
appraisal_scheme.authority_id uuid not null
appraisal_scheme.id uuid not null
appraisal_scheme.subject text not null
appraisal_scheme.year int4 not null
appraisal_scheme.version int4 not null
appraisal_scheme.title text not null
appraisal_scheme.document jsonb not null
appraisal_scheme.panels jsonb not null
appraisal_scheme.sha256 text not null
appraisal_scheme.state text not null default 'published'::text
appraisal_scheme.published_by uuid
appraisal_scheme.published_at timestamptz
appraisal_scheme.family text not null
appraisal_scheme.owner_unit_id uuid not null
appraisal_scheme.period_kind text not null default 'year'::text
appraisal_scheme.effective_from date
appraisal_scheme.effective_until date
appraisal_scheme.based_on_scheme_id uuid
appraisal_scheme.based_on_template text
appraisal_scheme.source text
appraisal_scheme.saved_at timestamptz
appraisal_scheme.drafted_by uuid
appraisal_scheme.edited_by _uuid not null default '{}'::uuid[]
appraisal_scheme.submitted_by uuid
appraisal_scheme.submitted_at timestamptz
appraisal_scheme.returned_by uuid
appraisal_scheme.returned_at timestamptz
appraisal_scheme.return_reason text
appraisal_scheme.withdrawn_by uuid
appraisal_scheme.withdrawn_at timestamptz
appraisal_scheme.withdrawal_reason text
appraisal_scheme.replaces_id uuid
appraisal_scheme.replaced_until date
appraisal_scheme.publication text not null default 'none'::text
appraisal_scheme.leader_board_decision text
appraisal_scheme.adaptation text not null default 'whole'::text
appraisal_scheme.locked_groups _text not null default '{}'::text[]
appraisal_sitting.authority_id uuid not null
appraisal_sitting.id uuid not null
appraisal_sitting.round_id uuid
appraisal_sitting.unit_id uuid not null
appraisal_sitting.home_unit_id uuid not null
appraisal_sitting.panel text not null
appraisal_sitting.source text not null
appraisal_sitting.counted int4 not null
appraisal_sitting.added int4
appraisal_sitting.takes_added bool not null
appraisal_sitting.minimum int4 not null
appraisal_sitting.first_teller uuid
appraisal_sitting.first_teller_name text
appraisal_sitting.second_teller_name text
appraisal_sitting.second_teller uuid
appraisal_sitting.waived_reason text
appraisal_sitting.assessment_id uuid
appraisal_slip.authority_id uuid not null
appraisal_slip.count_id uuid not null
appraisal_slip.subject_id uuid not null
appraisal_slip.grade text not null
appraisal_slip.slips int4 not null
appraisal_subject.authority_id uuid not null
appraisal_subject.id uuid not null
appraisal_subject.round_id uuid not null
appraisal_subject.person_id uuid not null
appraisal_subject.unit_id uuid not null
appraisal_subject.home_unit_id uuid not null
appraisal_subject.pledge_id uuid
appraisal_subject.scopes jsonb not null
appraisal_subject.facts jsonb not null default '{}'::jsonb
appraisal_subject.name text not null default ''::text
audit_checkpoint.authority_id uuid not null
audit_checkpoint.size int8 not null
audit_checkpoint.root_sha256 text not null
audit_checkpoint.root_sm3 text not null
audit_checkpoint.at timestamptz not null
audit_checkpoint.signature text not null
audit_checkpoint.frontier jsonb not null
audit_event.authority_id uuid not null
audit_event.id uuid not null
audit_event.at timestamptz not null
audit_event.account_id uuid
audit_event.person_id uuid
audit_event.role text
audit_event.action text not null
audit_event.object_id text not null
audit_event.unit_id uuid
audit_event.outcome text not null
audit_event.route text not null
audit_event.address text not null
audit_event.request_id text not null
audit_event.values_sha256 text
audit_event.recorded_at timestamptz not null default now()
audit_leaf.authority_id uuid not null
audit_leaf.seq int8 not null
audit_leaf.event_id uuid not null
audit_leaf.sha256 text not null
audit_leaf.sm3 text not null
authority.authority_id uuid not null
authority.name text not null
authority.city text not null
authority.created_at timestamptz not null default now()
cycle_extension.authority_id uuid not null
cycle_extension.id uuid not null
cycle_extension.cycle_id uuid not null
cycle_extension.phase text not null
cycle_extension.until_before date not null
cycle_extension.until_after date not null
cycle_extension.reason text not null
cycle_extension.extended_by uuid not null
cycle_extension.extended_at timestamptz not null
cycle_phase.authority_id uuid not null
cycle_phase.cycle_id uuid not null
cycle_phase.phase text not null
cycle_phase.from_on date not null
cycle_phase.until_on date not null
cycle_year.authority_id uuid not null
cycle_year.id uuid not null
cycle_year.year int4 not null
cycle_year.title text not null
cycle_year.state text not null default 'open'::text
cycle_year.notice_days int4 not null default 5
cycle_year.review_days int4 not null default 5
cycle_year.objection_days int4 not null default 5
cycle_year.report_max_characters int4 not null default 1500
cycle_year.created_by uuid
cycle_year.created_at timestamptz not null
cycle_year.lag_red int4 not null default 10
cycle_year.lag_yellow int4 not null default 8
cycle_year.attention_yellow int4 not null default 20
cycle_year.low_fulfilment int4 not null default 60
desk_city_stand.authority_id uuid not null
desk_city_stand.cycle_id uuid not null
desk_city_stand.on_day date not null
desk_city_stand.organs jsonb not null
desk_city_stand.counted_at timestamptz not null
desk_delivery.authority_id uuid not null
desk_delivery.id uuid not null
desk_delivery.item_id uuid not null
desk_delivery.person_id uuid not null
desk_delivery.channel text not null
desk_delivery.state text not null default 'waiting'::text
desk_delivery.attempts int4 not null default 0
desk_delivery.next_at timestamptz not null
desk_delivery.error text
desk_delivery.settled_at timestamptz
desk_delivery_mark.authority_id uuid not null
desk_delivery_mark.through timestamptz not null
desk_feed.authority_id uuid not null
desk_feed.person_id uuid not null
desk_feed.token_sha256 text not null
desk_feed.created_at timestamptz not null
desk_reminder.authority_id uuid not null
desk_reminder.person_id uuid not null
desk_reminder.address_sealed text
desk_reminder.address_hint text
desk_reminder.confirmed_at timestamptz
desk_reminder.code_sha256 text
desk_reminder.code_sent_at timestamptz
desk_reminder.code_tries int4 not null default 0
desk_reminder.mode text not null default 'off'::text
desk_reminder.quiet_from int4
desk_reminder.quiet_until int4
desk_reminder.hook bool not null default true
disclosure_notice.authority_id uuid not null
disclosure_notice.id uuid not null
disclosure_notice.subject text not null
disclosure_notice.unit_id uuid not null
disclosure_notice.title text not null
disclosure_notice.object_ids _uuid not null
disclosure_notice.opens_on date not null
disclosure_notice.closes_on date not null
disclosure_notice.state text not null default 'open'::text
disclosure_notice.opened_by uuid not null
disclosure_notice.opened_at timestamptz not null
disclosure_notice.reviewer_unit_id uuid not null
disclosure_notice.closed_at timestamptz
disclosure_objection.authority_id uuid not null
disclosure_objection.id uuid not null
disclosure_objection.notice_id uuid not null
disclosure_objection.object_id uuid not null
disclosure_objection.unit_id uuid not null
disclosure_objection.person_id uuid not null
disclosure_objection.text text not null
disclosure_objection.state text not null default 'raised'::text
disclosure_objection.answer text
disclosure_objection.answered_by uuid
disclosure_objection.raised_at timestamptz not null
disclosure_objection.answered_at timestamptz
disclosure_objection.reviewer_unit_id uuid not null
fact_entry.authority_id uuid not null
fact_entry.id uuid not null
fact_entry.kind text not null
fact_entry.subject_id uuid not null
fact_entry.unit_id uuid not null
fact_entry.on_day date not null
fact_entry.value numeric not null
fact_entry.source_module text not null
fact_entry.source_id text not null
fact_entry.reverses uuid
fact_entry.recorded_at timestamptz not null
fact_entry.recorded_by uuid
fact_entry.period text
facts_column.authority_id uuid not null
facts_column.unit_id uuid not null
facts_column.header text not null
facts_column.column_key text
facts_import.authority_id uuid not null
facts_import.id uuid not null
facts_import.unit_id uuid not null
facts_import.about text not null
facts_import.period text not null
facts_import.facts _text not null
facts_import.document text not null
facts_import.office text not null
facts_import.file_name text not null
facts_import.file_sha256 text not null
facts_import.state text not null default 'open'::text
facts_import.digest text not null
facts_import.error_count int4 not null
facts_import.content jsonb
facts_import.findings jsonb
facts_import.counts jsonb not null
facts_import.made_by uuid
facts_import.made_by_name text not null
facts_import.made_at timestamptz not null
facts_import.confirmed_at timestamptz
facts_import.withdrawn_at timestamptz
facts_import.withdrawn_by uuid
identity_account.authority_id uuid not null
identity_account.id uuid not null
identity_account.login text not null
identity_account.person_id uuid
identity_account.display_name text not null
identity_account.state text not null default 'active'::text
identity_account.password_hash text
identity_account.one_time_sha256 text
identity_account.one_time_until timestamptz
identity_account.totp_sealed text
identity_account.totp_confirmed_at timestamptz
identity_account.totp_last_step int8
identity_account.demo_persona int4
identity_account.created_at timestamptz not null
identity_account.totp_new_sealed text
identity_audit_mark.authority_id uuid not null
identity_audit_mark.id uuid not null
identity_audit_mark.event_id uuid not null
identity_audit_mark.note text not null
identity_audit_mark.marked_by uuid not null
identity_audit_mark.marked_at timestamptz not null
identity_failure.authority_id uuid not null
identity_failure.id uuid not null
identity_failure.account_id uuid
identity_failure.source text not null
identity_failure.at timestamptz not null
identity_grant.authority_id uuid not null
identity_grant.id uuid not null
identity_grant.account_id uuid not null
identity_grant.role text not null
identity_grant.unit_id uuid
identity_grant.from_on date not null
identity_grant.until_on date
identity_grant.granted_by uuid not null
identity_grant.granted_at timestamptz not null
identity_grant.signed_by uuid
identity_grant.signed_at timestamptz
identity_grant.revoked_at timestamptz
identity_grant.revoked_by uuid
identity_session.authority_id uuid not null
identity_session.id uuid not null
identity_session.secret_sha256 text not null
identity_session.account_id uuid not null
identity_session.capacity_key text not null default 'member'::text
identity_session.strong bool not null default false
identity_session.pending_totp bool not null default false
identity_session.job text
identity_session.opened_at timestamptz not null
identity_session.seen_at timestamptz not null
identity_session.ends_at timestamptz not null
identity_session.ended_at timestamptz
identity_session.address text not null
identity_session.device text not null
inbox_item.authority_id uuid not null
inbox_item.id uuid not null
inbox_item.person_id uuid not null
inbox_item.unit_id uuid
inbox_item.kind text not null
inbox_item.object_id text not null
inbox_item.title_zh text not null
inbox_item.title_en text not null
inbox_item.link text not null
inbox_item.due_on date
inbox_item.sent_at timestamptz not null
inbox_item.read_at timestamptz
installation.single bool not null default true
installation.clock_offset interval not null default '00:00:00'::interval
installation.demo text not null default 'none'::text
installation.setup_token_sha256 text
installation.created_at timestamptz not null default now()
installation.clock_may_move bool not null default false
meeting_life_amendment.authority_id uuid not null
meeting_life_amendment.id uuid not null
meeting_life_amendment.meeting_id uuid not null
meeting_life_amendment.person_id uuid not null
meeting_life_amendment.before text not null
meeting_life_amendment.after text not null
meeting_life_amendment.reason text not null
meeting_life_amendment.made_at timestamptz not null
meeting_life_amendment.made_by uuid not null
meeting_life_attendance.authority_id uuid not null
meeting_life_attendance.meeting_id uuid not null
meeting_life_attendance.person_id uuid not null
meeting_life_attendance.due bool not null default true
meeting_life_attendance.voting bool not null default true
meeting_life_attendance.left_out text
meeting_life_attendance.state text not null default 'expected'::text
meeting_life_attendance.way text
meeting_life_attendance.leave_reason text
meeting_life_attendance.noted_at timestamptz not null
meeting_life_attendance.noted_by uuid not null
meeting_life_candidate.authority_id uuid not null
meeting_life_candidate.meeting_id uuid not null
meeting_life_candidate.person_id uuid not null
meeting_life_candidate.ordinal int4 not null
meeting_life_candidate.votes int4
meeting_life_candidate.elected bool
meeting_life_candidate.post text
meeting_life_election.authority_id uuid not null
meeting_life_election.meeting_id uuid not null
meeting_life_election.seats int4 not null
meeting_life_election.state text not null default 'preparing'::text
meeting_life_election.first_teller uuid
meeting_life_election.second_teller uuid
meeting_life_election.first_count jsonb
meeting_life_election.rejected int4 not null default 0
meeting_life_election.handed_out int4
meeting_life_election.returned int4
meeting_life_election.invalid int4
meeting_life_election.needed int4
meeting_life_election.base int4
meeting_life_election.term_from date
meeting_life_election.report_text text
meeting_life_election.reported_at timestamptz
meeting_life_election.reply_text text
meeting_life_election.replied_at timestamptz
meeting_life_election.replied_by uuid
meeting_life_meeting.authority_id uuid not null
meeting_life_meeting.id uuid not null
meeting_life_meeting.unit_id uuid not null
meeting_life_meeting.kind text not null
meeting_life_meeting.title text not null
meeting_life_meeting.starts_at timestamptz not null
meeting_life_meeting.minutes int4 not null
meeting_life_meeting.held_on date not null
meeting_life_meeting.place text not null
meeting_life_meeting.agenda jsonb not null
meeting_life_meeting.participants _uuid
meeting_life_meeting.state text not null default 'planned'::text
meeting_life_meeting.sequence int4 not null default 0
meeting_life_meeting.planned_by uuid not null
meeting_life_meeting.opened_by uuid
meeting_life_meeting.opened_at timestamptz
meeting_life_meeting.closed_by uuid
meeting_life_meeting.closed_at timestamptz
meeting_life_meeting.cancel_reason text
meeting_life_meeting.quorum jsonb
meeting_life_meeting.makes_up uuid
meeting_life_minutes.authority_id uuid not null
meeting_life_minutes.meeting_id uuid not null
meeting_life_minutes.revision int4 not null
meeting_life_minutes.text text not null
meeting_life_minutes.saved_at timestamptz not null
meeting_life_minutes.saved_by uuid not null
meeting_life_requirement.authority_id uuid not null
meeting_life_requirement.id uuid not null
meeting_life_requirement.title text not null
meeting_life_requirement.kind text not null
meeting_life_requirement.every text not null
meeting_life_requirement.times int4 not null
meeting_life_requirement.asks _text not null
meeting_life_requirement.replaces text
meeting_life_requirement.from_on date not null
meeting_life_requirement.until_on date
meeting_life_requirement.document text not null
meeting_life_requirement.recorded_by uuid not null
meeting_life_requirement.recorded_at timestamptz not null
meeting_life_resolution.authority_id uuid not null
meeting_life_resolution.id uuid not null
meeting_life_resolution.meeting_id uuid not null
meeting_life_resolution.ordinal int4 not null
meeting_life_resolution.text text not null
meeting_life_resolution.majority text not null
meeting_life_resolution.base int4 not null
meeting_life_resolution.needed int4 not null
meeting_life_resolution.in_favour int4 not null
meeting_life_resolution.against int4 not null
meeting_life_resolution.abstained int4 not null
meeting_life_resolution.carried bool not null
meeting_life_resolution.way text not null
meeting_life_resolution.recorded_at timestamptz not null
meeting_life_resolution.recorded_by uuid not null
membership_belonging.authority_id uuid not null
membership_belonging.id uuid not null
membership_belonging.member_id uuid not null
membership_belonging.unit_id uuid not null
membership_belonging.group_id uuid
membership_belonging.section_id uuid
membership_belonging.from_on date not null
membership_belonging.until_on date
membership_correction.authority_id uuid not null
membership_correction.id uuid not null
membership_correction.member_id uuid not null
membership_correction.fields _text not null
membership_correction.reason text not null
membership_correction.made_by uuid not null
membership_correction.made_at timestamptz not null
membership_member.authority_id uuid not null
membership_member.id uuid not null
membership_member.code text not null
membership_member.name text not null
membership_member.pinyin text not null
membership_member.initials text not null
membership_member.gender text
membership_member.born_on date
membership_member.joined_on date
membership_member.regular_on date
membership_member.phone_sealed text
membership_member.id_number_sealed text
membership_rights_suspension.authority_id uuid not null
membership_rights_suspension.id uuid not null
membership_rights_suspension.member_id uuid not null
membership_rights_suspension.cause text not null
membership_rights_suspension.from_on date not null
membership_rights_suspension.until_on date
membership_rights_suspension.document text not null
membership_rights_suspension.recorded_by uuid not null
membership_rights_suspension.recorded_at timestamptz not null
membership_service.authority_id uuid not null
membership_service.id uuid not null
membership_service.member_id uuid not null
membership_service.unit_id uuid not null
membership_service.from_on date not null
membership_service.until_on date
membership_service.end_reason text
membership_standing.authority_id uuid not null
membership_standing.id uuid not null
membership_standing.member_id uuid not null
membership_standing.kind text not null
membership_standing.state text not null
membership_standing.leading_cadre bool not null default false
membership_standing.from_on date not null
membership_standing.until_on date
membership_transfer.authority_id uuid not null
membership_transfer.id uuid not null
membership_transfer.member_id uuid not null
membership_transfer.from_unit_id uuid not null
membership_transfer.to_unit_id uuid not null
membership_transfer.state text not null
membership_transfer.reason text not null
membership_transfer.effective_on date not null
membership_transfer.requested_by uuid not null
membership_transfer.requested_at timestamptz not null
membership_transfer.released_by uuid
membership_transfer.released_at timestamptz
membership_transfer.decided_by uuid
membership_transfer.decided_at timestamptz
membership_transfer.decision_reason text
migration.name text not null
migration.sha256 text not null
migration.applied_at timestamptz not null default now()
organization_advice.authority_id uuid not null
organization_advice.id uuid not null
organization_advice.from_unit_id uuid not null
organization_advice.to_unit_id uuid not null
organization_advice.text text not null
organization_advice.given_by uuid not null
organization_advice.given_at timestamptz not null
organization_advice.answer text
organization_advice.answered_by uuid
organization_advice.answered_at timestamptz
organization_change.authority_id uuid not null
organization_change.id uuid not null
organization_change.kind text not null
organization_change.unit_id uuid not null
organization_change.effective_on date not null
organization_change.document text not null
organization_change.reason text not null
organization_change.touched jsonb not null
organization_change.reverses uuid
organization_change.made_by uuid not null
organization_change.made_at timestamptz not null
organization_name.authority_id uuid not null
organization_name.id uuid not null
organization_name.unit_id uuid not null
organization_name.name text not null
organization_name.from_on date not null
organization_name.until_on date
organization_place.authority_id uuid not null
organization_place.unit_id uuid not null
organization_place.path text not null
organization_place.depth int4 not null
organization_place.organ_id uuid
organization_post.authority_id uuid not null
organization_post.id uuid not null
organization_post.unit_id uuid not null
organization_post.kind text not null
organization_post.person_id uuid not null
organization_post.term_id uuid
organization_post.from_on date not null
organization_post.until_on date
organization_relation.authority_id uuid not null
organization_relation.id uuid not null
organization_relation.kind text not null
organization_relation.upper_id uuid not null
organization_relation.lower_id uuid not null
organization_relation.from_on date not null
organization_relation.until_on date
organization_term.authority_id uuid not null
organization_term.id uuid not null
organization_term.unit_id uuid not null
organization_term.from_on date not null
organization_term.until_on date not null
organization_term.extended_until date
organization_term.state text not null default 'normal'::text
organization_term.requested_at timestamptz
organization_term.request_text text
organization_term.reply_text text
organization_term.replied_at timestamptz
organization_unit.authority_id uuid not null
organization_unit.id uuid not null
organization_unit.code text not null
organization_unit.kind text not null
organization_unit.name text not null
organization_unit.pinyin text not null
organization_unit.initials text not null
organization_unit.organ_class text
organization_unit.staff_count int4
organization_unit.founded_on date not null
organization_unit.dissolved_on date
organization_unit.purpose text
organization_zone_unit.authority_id uuid not null
organization_zone_unit.zoning_id uuid not null
organization_zone_unit.unit_id uuid not null
organization_zone_unit.zone text not null
organization_zoning.authority_id uuid not null
organization_zoning.id uuid not null
organization_zoning.from_on date not null
organization_zoning.document text not null
organization_zoning.set_by uuid not null
organization_zoning.set_at timestamptz not null
platform_command.authority_id uuid not null
platform_command.account_id uuid not null
platform_command.key uuid not null
platform_command.request_sha256 text not null
platform_command.status int4
platform_command.reply jsonb
platform_command.received_at timestamptz not null default now()
platform_file.authority_id uuid not null
platform_file.sha256 text not null
platform_file.media_type text not null
platform_file.bytes int8 not null
platform_file.uploaded_by uuid
platform_file.uploaded_at timestamptz not null default now()
platform_holiday.authority_id uuid not null
platform_holiday.day date not null
platform_holiday.working bool not null
platform_holiday.reason text not null
platform_holiday.id uuid not null
platform_holiday.document text not null
platform_holiday.recorded_by uuid
platform_holiday.recorded_at timestamptz not null
platform_holiday.withdrawn_by uuid
platform_holiday.withdrawn_at timestamptz
platform_holiday.withdrawal_reason text
platform_holiday.withdrawal_document text
pledge_adoption.authority_id uuid not null
pledge_adoption.id uuid not null
pledge_adoption.unit_id uuid not null
pledge_adoption.cycle_id uuid not null
pledge_adoption.template_id uuid not null
pledge_adoption.content jsonb not null
pledge_adoption.adopted_by uuid not null
pledge_adoption.adopted_at timestamptz not null
pledge_comment.authority_id uuid not null
pledge_comment.id uuid not null
pledge_comment.pledge_id uuid not null
pledge_comment.item_id uuid not null
pledge_comment.round int4 not null
pledge_comment.text text not null
pledge_comment.settled bool not null default false
pledge_comment.written_by uuid not null
pledge_comment.written_at timestamptz not null
pledge_description.authority_id uuid not null
pledge_description.id uuid not null
pledge_description.person_id uuid not null
pledge_description.unit_id uuid not null
pledge_description.position text not null
pledge_description.scope text not null
pledge_description.power text not null
pledge_description.standard text not null
pledge_description.accountability text not null
pledge_description.updated_at timestamptz not null
pledge_description.updated_by uuid
pledge_draw.authority_id uuid not null
pledge_draw.id uuid not null
pledge_draw.unit_id uuid not null
pledge_draw.cycle_id uuid not null
pledge_draw.seed text not null
pledge_draw.size int4 not null
pledge_draw.candidates _uuid not null
pledge_draw.due_on date not null
pledge_draw.drawn_by uuid not null
pledge_draw.drawn_at timestamptz not null
pledge_duty.authority_id uuid not null
pledge_duty.id uuid not null
pledge_duty.level text not null
pledge_duty.orientation text not null
pledge_duty.title_zh text not null
pledge_duty.title_en text not null
pledge_duty.text_zh text not null
pledge_duty.source text not null
pledge_duty.leading_cadre bool not null default false
pledge_duty.from_on date not null
pledge_duty.until_on date
pledge_item.authority_id uuid not null
pledge_item.id uuid not null
pledge_item.pledge_id uuid not null
pledge_item.position int4 not null
pledge_item.kind text not null
pledge_item.title text not null default ''::text
pledge_item.target numeric
pledge_item.unit text not null default ''::text
pledge_item.measures text not null default ''::text
pledge_item.due_on date
pledge_item.weight int4 not null default 0
pledge_item.duty_id uuid
pledge_item.fact_kind text
pledge_item.state text not null default 'notStarted'::text
pledge_item.achieved numeric
pledge_item.done_on date
pledge_item.excuse_reason text
pledge_item.excused_by uuid
pledge_item.amends_item uuid
pledge_item.fact_of text
pledge_item.fact_period text
pledge_midyear.authority_id uuid not null
pledge_midyear.id uuid not null
pledge_midyear.pledge_id uuid not null
pledge_midyear.unit_id uuid not null
pledge_midyear.note text not null default ''::text
pledge_midyear.checked_by uuid not null
pledge_midyear.checked_at timestamptz not null
pledge_midyear.confirmed_by uuid
pledge_midyear.confirmed_at timestamptz
pledge_pledge.authority_id uuid not null
pledge_pledge.id uuid not null
pledge_pledge.cycle_id uuid not null
pledge_pledge.level text not null
pledge_pledge.person_id uuid not null
pledge_pledge.unit_id uuid not null
pledge_pledge.reviewer_unit_id uuid not null
pledge_pledge.state text not null default 'draft'::text
pledge_pledge.version int4 not null default 1
pledge_pledge.amends uuid
pledge_pledge.submitted_at timestamptz
pledge_pledge.review_due_on date
pledge_pledge.approved_at timestamptz
pledge_pledge.approved_by uuid
pledge_pledge.notice_id uuid
pledge_pledge.in_force_on date
pledge_pledge.amendment_reason text
pledge_pledge.saved_at timestamptz not null
pledge_pledge.read_at timestamptz
pledge_progress.authority_id uuid not null
pledge_progress.id uuid not null
pledge_progress.pledge_id uuid not null
pledge_progress.item_id uuid not null
pledge_progress.on_day date not null
pledge_progress.achieved numeric not null
pledge_progress.statement text not null
pledge_progress.file_sha256 text
pledge_progress.source text not null default 'person'::text
pledge_progress.written_by uuid
pledge_progress.written_at timestamptz not null
pledge_rectification.authority_id uuid not null
pledge_rectification.id uuid not null
pledge_rectification.pledge_id uuid not null
pledge_rectification.item_id uuid not null
pledge_rectification.cause text not null
pledge_rectification.measure text not null
pledge_rectification.due_on date not null
pledge_rectification.state text not null default 'open'::text
pledge_rectification.result text
pledge_rectification.opened_by uuid not null
pledge_rectification.opened_at timestamptz not null
pledge_rectification.done_at timestamptz
pledge_rectification.accepted_by uuid
pledge_rectification.accepted_at timestamptz
pledge_rectification.reopen_reason text
pledge_reminder.authority_id uuid not null
pledge_reminder.cycle_id uuid not null
pledge_reminder.unit_id uuid not null
pledge_reminder.on_day date not null
pledge_reminder.reminded_by uuid not null
pledge_reminder.people int4 not null
pledge_report.authority_id uuid not null
pledge_report.id uuid not null
pledge_report.cycle_id uuid not null
pledge_report.pledge_id uuid not null
pledge_report.person_id uuid not null
pledge_report.unit_id uuid not null
pledge_report.text text not null default ''::text
pledge_report.state text not null default 'draft'::text
pledge_report.saved_at timestamptz not null
pledge_report.submitted_at timestamptz
pledge_report.remark text
pledge_report.remarked_by uuid
pledge_report.remarked_at timestamptz
pledge_report.composed jsonb
pledge_review.authority_id uuid not null
pledge_review.id uuid not null
pledge_review.pledge_id uuid not null
pledge_review.round int4 not null
pledge_review.decision text not null
pledge_review.reason text
pledge_review.items_then jsonb not null
pledge_review.decided_by uuid not null
pledge_review.decided_at timestamptz not null
pledge_sample.authority_id uuid not null
pledge_sample.id uuid not null
pledge_sample.unit_id uuid not null
pledge_sample.cycle_id uuid not null
pledge_sample.pledge_id uuid not null
pledge_sample.item_id uuid not null
pledge_sample.seed text not null
pledge_sample.drawn_by uuid not null
pledge_sample.drawn_at timestamptz not null
pledge_sample.due_on date not null
pledge_sample.file_sha256 text
pledge_sample.answer text
pledge_sample.answered_at timestamptz
pledge_sample.draw_id uuid not null
pledge_template.authority_id uuid not null
pledge_template.id uuid not null
pledge_template.title text not null
pledge_template.origin text not null
pledge_template.note text not null
pledge_template.content jsonb not null
pledge_template.created_at timestamptz not null
roster_column.authority_id uuid not null
roster_column.sheet text not null
roster_column.header text not null
roster_column.column_key text
roster_preview.authority_id uuid not null
roster_preview.id uuid not null
roster_preview.file_name text not null
roster_preview.file_sha256 text not null
roster_preview.state text not null default 'open'::text
roster_preview.effective_on date not null
roster_preview.complete bool not null
roster_preview.digest text not null
roster_preview.error_count int4 not null
roster_preview.counts jsonb not null
roster_preview.content_sealed text
roster_preview.findings_sealed text
roster_preview.made_by uuid
roster_preview.made_at timestamptz not null
roster_preview.confirmed_at timestamptz
supervision_event.authority_id uuid not null
supervision_event.id uuid not null
supervision_event.task_id uuid not null
supervision_event.kind text not null
supervision_event.step text
supervision_event.text text not null
supervision_event.meeting_id uuid
supervision_event.due_before date
supervision_event.due_after date
supervision_event.made_on date not null
supervision_event.made_at timestamptz not null
supervision_event.made_by uuid not null
supervision_event.made_for uuid not null
supervision_item.authority_id uuid not null
supervision_item.list_id uuid not null
supervision_item.ordinal int4 not null
supervision_item.title text not null
supervision_item.demand text not null
supervision_item.post text
supervision_item.due_on date not null
supervision_item.minutes int4 not null
supervision_list.authority_id uuid not null
supervision_list.id uuid not null
supervision_list.unit_id uuid not null
supervision_list.kind text not null
supervision_list.title text not null
supervision_list.source text not null
supervision_list.source_on date
supervision_list.clause text
supervision_list.wording text not null
supervision_list.meeting_id uuid
supervision_list.of_task_id uuid
supervision_list.issued_on date not null
supervision_list.issued_at timestamptz not null
supervision_list.issued_by uuid not null
supervision_list.withdrawn_at timestamptz
supervision_list.withdrawn_reason text
supervision_task.authority_id uuid not null
supervision_task.id uuid not null
supervision_task.list_id uuid not null
supervision_task.ordinal int4 not null
supervision_task.unit_id uuid not null
supervision_task.from_unit_id uuid not null
supervision_task.due_on date not null
supervision_task.state text not null default 'open'::text
supervision_task.answer text
supervision_task.answered_on date
supervision_task.settled_at timestamptz

-- constraints
appraisal_assessed_unit appraisal_assessed_unit_authority_id_assessment_id_fkey FOREIGN KEY (authority_id, assessment_id) REFERENCES appraisal_assessment(authority_id, id)
appraisal_assessed_unit appraisal_assessed_unit_authority_id_assessment_id_unit_id_key UNIQUE (authority_id, assessment_id, unit_id)
appraisal_assessed_unit appraisal_assessed_unit_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
appraisal_assessed_unit appraisal_assessed_unit_pkey PRIMARY KEY (authority_id, id)
appraisal_assessed_unit decided_by_a_person CHECK ((((grade IS NULL) AND (stars IS NULL)) OR (decided_by IS NOT NULL)))
appraisal_assessed_unit no_result_while_rated CHECK (((NOT in_rating) OR ((total IS NULL) AND (proposed IS NULL) AND (proposed_stars IS NULL) AND (grade IS NULL) AND (stars IS NULL))))
appraisal_assessment appraisal_assessment_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
appraisal_assessment appraisal_assessment_authority_id_scheme_id_fkey FOREIGN KEY (authority_id, scheme_id) REFERENCES appraisal_scheme(authority_id, id)
appraisal_assessment appraisal_assessment_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
appraisal_assessment appraisal_assessment_pkey PRIMARY KEY (authority_id, id)
appraisal_assessment computed_has_input CHECK (((state = 'rating'::text) OR (inputs_sha256 IS NOT NULL)))
appraisal_assessment decided_with_meeting CHECK (((state = ANY (ARRAY['rating'::text, 'provisional'::text])) OR ((meeting IS NOT NULL) AND (meeting_on IS NOT NULL) AND (decided_by IS NOT NULL))))
appraisal_assessment known_state CHECK ((state = ANY (ARRAY['rating'::text, 'provisional'::text, 'decided'::text, 'objection'::text, 'filed'::text])))
appraisal_assessment published_after_filing CHECK (((published_at IS NULL) OR (state = 'filed'::text)))
appraisal_assessment_objection answered_by_another CHECK ((answered_by <> person_id))
appraisal_assessment_objection appraisal_assessment_objection_authority_id_assessed_id_fkey FOREIGN KEY (authority_id, assessed_id) REFERENCES appraisal_assessed_unit(authority_id, id)
appraisal_assessment_objection appraisal_assessment_objection_authority_id_assessed_id_key UNIQUE (authority_id, assessed_id)
appraisal_assessment_objection appraisal_assessment_objection_pkey PRIMARY KEY (authority_id, id)
appraisal_assessment_objection appraisal_assessment_objection_state_check CHECK ((state = ANY (ARRAY['raised'::text, 'upheld'::text, 'corrected'::text])))
appraisal_assessment_ruling appraisal_assessment_ruling_authority_id_assessed_id_fkey FOREIGN KEY (authority_id, assessed_id) REFERENCES appraisal_assessed_unit(authority_id, id)
appraisal_assessment_ruling appraisal_assessment_ruling_authority_id_run_id_fkey FOREIGN KEY (authority_id, run_id) REFERENCES appraisal_assessment_run(authority_id, id)
appraisal_assessment_ruling appraisal_assessment_ruling_kind_check CHECK ((kind = ANY (ARRAY['limit'::text, 'fact'::text, 'indicator'::text])))
appraisal_assessment_ruling appraisal_assessment_ruling_pkey PRIMARY KEY (authority_id, id)
appraisal_assessment_run appraisal_assessment_run_authority_id_assessment_id_fkey FOREIGN KEY (authority_id, assessment_id) REFERENCES appraisal_assessment(authority_id, id)
appraisal_assessment_run appraisal_assessment_run_authority_id_assessment_id_number_key UNIQUE (authority_id, assessment_id, number)
appraisal_assessment_run appraisal_assessment_run_pkey PRIMARY KEY (authority_id, id)
appraisal_assessment_run known_cause CHECK ((cause = ANY (ARRAY['first'::text, 'ratings'::text, 'ruling'::text, 'correction'::text])))
appraisal_computation appraisal_computation_authority_id_round_id_fkey FOREIGN KEY (authority_id, round_id) REFERENCES appraisal_round(authority_id, id)
appraisal_computation appraisal_computation_pkey PRIMARY KEY (authority_id, round_id)
appraisal_count appraisal_count_authority_id_round_id_fkey FOREIGN KEY (authority_id, round_id) REFERENCES appraisal_round(authority_id, id)
appraisal_count appraisal_count_authority_id_sitting_id_fkey FOREIGN KEY (authority_id, sitting_id) REFERENCES appraisal_sitting(authority_id, id)
appraisal_count appraisal_count_check CHECK (((handed_out >= 0) AND (handed_out <= entitled)))
appraisal_count appraisal_count_check1 CHECK (((returned >= 0) AND (returned <= handed_out)))
appraisal_count appraisal_count_check2 CHECK ((confirmed_by <> entered_by))
appraisal_count appraisal_count_entitled_check CHECK ((entitled > 0))
appraisal_count appraisal_count_pkey PRIMARY KEY (authority_id, id)
appraisal_count appraisal_count_state_check CHECK ((state = ANY (ARRAY['entered'::text, 'confirmed'::text, 'rejected'::text])))
appraisal_filed_result appraisal_filed_result_authority_id_filing_id_fkey FOREIGN KEY (authority_id, filing_id) REFERENCES appraisal_filing(authority_id, id)
appraisal_filed_result appraisal_filed_result_authority_id_scheme_id_fkey FOREIGN KEY (authority_id, scheme_id) REFERENCES appraisal_scheme(authority_id, id)
appraisal_filed_result appraisal_filed_result_pkey PRIMARY KEY (authority_id, id)
appraisal_filing appraisal_filing_authority_id_assessment_id_fkey FOREIGN KEY (authority_id, assessment_id) REFERENCES appraisal_assessment(authority_id, id)
appraisal_filing appraisal_filing_authority_id_assessment_id_key UNIQUE (authority_id, assessment_id)
appraisal_filing appraisal_filing_authority_id_round_id_fkey FOREIGN KEY (authority_id, round_id) REFERENCES appraisal_round(authority_id, id)
appraisal_filing appraisal_filing_authority_id_round_id_key UNIQUE (authority_id, round_id)
appraisal_filing appraisal_filing_pkey PRIMARY KEY (authority_id, id)
appraisal_filing one_origin CHECK ((num_nonnulls(round_id, assessment_id) = 1))
appraisal_objection appraisal_objection_authority_id_result_id_fkey FOREIGN KEY (authority_id, result_id) REFERENCES appraisal_result(authority_id, id)
appraisal_objection appraisal_objection_pkey PRIMARY KEY (authority_id, id)
appraisal_objection appraisal_objection_state_check CHECK ((state = ANY (ARRAY['raised'::text, 'examining'::text, 'upheld'::text, 'corrected'::text])))
appraisal_rating appraisal_rating_authority_id_assessed_id_fkey FOREIGN KEY (authority_id, assessed_id) REFERENCES appraisal_assessed_unit(authority_id, id)
appraisal_rating appraisal_rating_authority_id_assessed_id_source_key UNIQUE (authority_id, assessed_id, source)
appraisal_rating appraisal_rating_authority_id_subject_id_fkey FOREIGN KEY (authority_id, subject_id) REFERENCES appraisal_subject(authority_id, id)
appraisal_rating appraisal_rating_authority_id_subject_id_source_key UNIQUE (authority_id, subject_id, source)
appraisal_rating appraisal_rating_pkey PRIMARY KEY (authority_id, id)
appraisal_rating known_source CHECK (((assessed_id IS NOT NULL) OR (source = ANY (ARRAY['self'::text, 'organisation'::text]))))
appraisal_rating one_subject CHECK (((num_nonnulls(subject_id, assessed_id) = 1) AND (num_nonnulls(subject_id, person_id) = ANY (ARRAY[0, 2]))))
appraisal_result appraisal_result_authority_id_subject_id_fkey FOREIGN KEY (authority_id, subject_id) REFERENCES appraisal_subject(authority_id, id)
appraisal_result appraisal_result_authority_id_subject_id_key UNIQUE (authority_id, subject_id)
appraisal_result appraisal_result_pkey PRIMARY KEY (authority_id, id)
appraisal_result decided_by_a_person CHECK (((grade IS NULL) OR (decided_by IS NOT NULL)))
appraisal_round appraisal_round_authority_id_cycle_id_fkey FOREIGN KEY (authority_id, cycle_id) REFERENCES cycle_year(authority_id, id)
appraisal_round appraisal_round_authority_id_cycle_id_level_unit_id_key UNIQUE (authority_id, cycle_id, level, unit_id)
appraisal_round appraisal_round_authority_id_scheme_id_fkey FOREIGN KEY (authority_id, scheme_id) REFERENCES appraisal_scheme(authority_id, id)
appraisal_round appraisal_round_level_check CHECK ((level = ANY (ARRAY['member'::text, 'branchSecretary'::text, 'organCommitteeSecretary'::text, 'partyGroupSecretary'::text])))
appraisal_round appraisal_round_pkey PRIMARY KEY (authority_id, id)
appraisal_round appraisal_round_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'rating'::text, 'computed'::text, 'decided'::text, 'objection'::text, 'filed'::text])))
appraisal_ruling appraisal_ruling_authority_id_subject_id_fkey FOREIGN KEY (authority_id, subject_id) REFERENCES appraisal_subject(authority_id, id)
appraisal_ruling appraisal_ruling_pkey PRIMARY KEY (authority_id, id)
appraisal_ruling one_target CHECK ((num_nonnulls(veto, indicator) = 1))
appraisal_scheme appraisal_scheme_adaptation_check CHECK ((adaptation = ANY (ARRAY['none'::text, 'lockedGroups'::text, 'whole'::text])))
appraisal_scheme appraisal_scheme_authority_id_based_on_scheme_id_fkey FOREIGN KEY (authority_id, based_on_scheme_id) REFERENCES appraisal_scheme(authority_id, id)
appraisal_scheme appraisal_scheme_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
appraisal_scheme appraisal_scheme_authority_id_owner_unit_id_family_year_ver_key UNIQUE (authority_id, owner_unit_id, family, year, version)
appraisal_scheme appraisal_scheme_authority_id_owner_unit_id_fkey FOREIGN KEY (authority_id, owner_unit_id) REFERENCES organization_unit(authority_id, id)
appraisal_scheme appraisal_scheme_authority_id_replaces_id_fkey FOREIGN KEY (authority_id, replaces_id) REFERENCES appraisal_scheme(authority_id, id)
appraisal_scheme appraisal_scheme_check CHECK ((effective_until > effective_from))
appraisal_scheme appraisal_scheme_period_kind_check CHECK ((period_kind = ANY (ARRAY['year'::text, 'halfYear'::text, 'quarter'::text, 'month'::text])))
appraisal_scheme appraisal_scheme_pkey PRIMARY KEY (authority_id, id)
appraisal_scheme appraisal_scheme_publication_check CHECK ((publication = ANY (ARRAY['none'::text, 'grades'::text, 'totals'::text])))
appraisal_scheme drafted_by_somebody CHECK (((state = ANY (ARRAY['published'::text, 'superseded'::text])) OR (drafted_by IS NOT NULL)))
appraisal_scheme known_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'published'::text, 'superseded'::text, 'withdrawn'::text])))
appraisal_scheme known_subject CHECK ((subject = ANY (ARRAY['member'::text, 'branchSecretary'::text, 'organCommitteeSecretary'::text, 'partyGroupSecretary'::text, 'branch'::text, 'organ'::text, 'section'::text, 'department'::text])))
appraisal_scheme one_in_force EXCLUDE USING gist (int8range(hashtextextended((((authority_id)::text || (owner_unit_id)::text) || family), (0)::bigint), hashtextextended((((authority_id)::text || (owner_unit_id)::text) || family), (0)::bigint), '[]'::text) WITH &&, daterange(effective_from, effective_until) WITH &&) WHERE ((state = 'published'::text))
appraisal_scheme published_by_another CHECK (((published_by IS NULL) OR ((published_by <> drafted_by) AND (published_by <> submitted_by) AND (NOT (published_by = ANY (edited_by))))))
appraisal_scheme published_has_days CHECK (((state <> ALL (ARRAY['published'::text, 'superseded'::text])) OR (effective_from IS NOT NULL)))
appraisal_sitting appraisal_sitting_added_check CHECK (((added >= 0) AND (added <= 500)))
appraisal_sitting appraisal_sitting_authority_id_assessment_id_fkey FOREIGN KEY (authority_id, assessment_id) REFERENCES appraisal_assessment(authority_id, id)
appraisal_sitting appraisal_sitting_authority_id_assessment_id_panel_home_uni_key UNIQUE (authority_id, assessment_id, panel, home_unit_id)
appraisal_sitting appraisal_sitting_authority_id_round_id_fkey FOREIGN KEY (authority_id, round_id) REFERENCES appraisal_round(authority_id, id)
appraisal_sitting appraisal_sitting_authority_id_round_id_panel_home_unit_id_key UNIQUE (authority_id, round_id, panel, home_unit_id)
appraisal_sitting appraisal_sitting_check CHECK ((second_teller <> first_teller))
appraisal_sitting appraisal_sitting_counted_check CHECK ((counted >= 0))
appraisal_sitting appraisal_sitting_minimum_check CHECK ((minimum >= 5))
appraisal_sitting appraisal_sitting_pkey PRIMARY KEY (authority_id, id)
appraisal_sitting one_course CHECK ((num_nonnulls(round_id, assessment_id) = 1))
appraisal_slip appraisal_slip_pkey PRIMARY KEY (authority_id, count_id, subject_id, grade)
appraisal_slip appraisal_slip_slips_check CHECK ((slips >= 0))
appraisal_subject appraisal_subject_authority_id_round_id_fkey FOREIGN KEY (authority_id, round_id) REFERENCES appraisal_round(authority_id, id)
appraisal_subject appraisal_subject_authority_id_round_id_person_id_key UNIQUE (authority_id, round_id, person_id)
appraisal_subject appraisal_subject_pkey PRIMARY KEY (authority_id, id)
audit_checkpoint audit_checkpoint_pkey PRIMARY KEY (authority_id, size)
audit_event audit_event_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
audit_event audit_event_pkey PRIMARY KEY (authority_id, id)
audit_leaf audit_leaf_authority_id_event_id_key UNIQUE (authority_id, event_id)
audit_leaf audit_leaf_pkey PRIMARY KEY (authority_id, seq)
audit_leaf audit_leaf_seq_check CHECK ((seq >= 0))
authority authority_pkey PRIMARY KEY (authority_id)
cycle_extension cycle_extension_authority_id_cycle_id_fkey FOREIGN KEY (authority_id, cycle_id) REFERENCES cycle_year(authority_id, id)
cycle_extension cycle_extension_check CHECK ((until_after > until_before))
cycle_extension cycle_extension_pkey PRIMARY KEY (authority_id, id)
cycle_phase cycle_phase_authority_id_cycle_id_fkey FOREIGN KEY (authority_id, cycle_id) REFERENCES cycle_year(authority_id, id)
cycle_phase cycle_phase_check CHECK ((until_on > from_on))
cycle_phase cycle_phase_phase_check CHECK ((phase = ANY (ARRAY['preparing'::text, 'pledging'::text, 'review'::text, 'fulfilling'::text, 'midYear'::text, 'reporting'::text, 'rating'::text, 'grading'::text, 'filing'::text])))
cycle_phase cycle_phase_pkey PRIMARY KEY (authority_id, cycle_id, phase)
cycle_year cycle_year_attention_yellow_check CHECK (((attention_yellow >= 1) AND (attention_yellow <= 100)))
cycle_year cycle_year_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
cycle_year cycle_year_authority_id_year_key UNIQUE (authority_id, year)
cycle_year cycle_year_check CHECK ((lag_yellow <= lag_red))
cycle_year cycle_year_lag_red_check CHECK (((lag_red >= 1) AND (lag_red <= 100)))
cycle_year cycle_year_lag_yellow_check CHECK (((lag_yellow >= 1) AND (lag_yellow <= 100)))
cycle_year cycle_year_low_fulfilment_check CHECK (((low_fulfilment >= 1) AND (low_fulfilment <= 100)))
cycle_year cycle_year_notice_days_check CHECK (((notice_days >= 1) AND (notice_days <= 30)))
cycle_year cycle_year_objection_days_check CHECK (((objection_days >= 1) AND (objection_days <= 30)))
cycle_year cycle_year_pkey PRIMARY KEY (authority_id, id)
cycle_year cycle_year_report_max_characters_check CHECK (((report_max_characters >= 300) AND (report_max_characters <= 5000)))
cycle_year cycle_year_review_days_check CHECK (((review_days >= 1) AND (review_days <= 30)))
cycle_year cycle_year_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
cycle_year cycle_year_year_check CHECK (((year >= 2000) AND (year <= 2100)))
desk_city_stand desk_city_stand_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
desk_city_stand desk_city_stand_pkey PRIMARY KEY (authority_id)
desk_delivery desk_delivery_authority_id_item_id_channel_key UNIQUE (authority_id, item_id, channel)
desk_delivery desk_delivery_authority_id_item_id_fkey FOREIGN KEY (authority_id, item_id) REFERENCES inbox_item(authority_id, id)
desk_delivery desk_delivery_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'hook'::text])))
desk_delivery desk_delivery_check CHECK (((state = 'waiting'::text) = (settled_at IS NULL)))
desk_delivery desk_delivery_pkey PRIMARY KEY (authority_id, id)
desk_delivery desk_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text])))
desk_delivery_mark desk_delivery_mark_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
desk_delivery_mark desk_delivery_mark_pkey PRIMARY KEY (authority_id)
desk_feed desk_feed_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
desk_feed desk_feed_pkey PRIMARY KEY (authority_id, person_id)
desk_feed desk_feed_token_sha256_check CHECK ((token_sha256 ~ '^[0-9a-f]{64}$'::text))
desk_feed desk_feed_token_sha256_key UNIQUE (token_sha256)
desk_reminder desk_reminder_check CHECK (((quiet_from IS NULL) = (quiet_until IS NULL)))
desk_reminder desk_reminder_check1 CHECK (((confirmed_at IS NULL) OR (address_sealed IS NOT NULL)))
desk_reminder desk_reminder_mode_check CHECK ((mode = ANY (ARRAY['off'::text, 'atOnce'::text, 'daily'::text])))
desk_reminder desk_reminder_pkey PRIMARY KEY (authority_id, person_id)
desk_reminder desk_reminder_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439)))
desk_reminder desk_reminder_quiet_until_check CHECK (((quiet_until >= 0) AND (quiet_until <= 1439)))
disclosure_notice disclosure_notice_check CHECK ((closes_on > opens_on))
disclosure_notice disclosure_notice_pkey PRIMARY KEY (authority_id, id)
disclosure_notice disclosure_notice_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'withdrawn'::text])))
disclosure_notice disclosure_notice_subject_check CHECK ((subject = ANY (ARRAY['pledge'::text, 'result'::text])))
disclosure_objection disclosure_objection_authority_id_notice_id_fkey FOREIGN KEY (authority_id, notice_id) REFERENCES disclosure_notice(authority_id, id)
disclosure_objection disclosure_objection_pkey PRIMARY KEY (authority_id, id)
disclosure_objection disclosure_objection_state_check CHECK ((state = ANY (ARRAY['raised'::text, 'upheld'::text, 'corrected'::text])))
fact_entry fact_entry_pkey PRIMARY KEY (authority_id, id)
facts_column facts_column_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
facts_column facts_column_pkey PRIMARY KEY (authority_id, unit_id, header)
facts_import facts_import_about_check CHECK ((about = ANY (ARRAY['member'::text, 'branch'::text, 'organ'::text])))
facts_import facts_import_pkey PRIMARY KEY (authority_id, id)
facts_import facts_import_state_check CHECK ((state = ANY (ARRAY['open'::text, 'confirmed'::text, 'discarded'::text, 'withdrawn'::text])))
identity_account identity_account_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
identity_account identity_account_pkey PRIMARY KEY (authority_id, id)
identity_account identity_account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text])))
identity_audit_mark identity_audit_mark_authority_id_event_id_fkey FOREIGN KEY (authority_id, event_id) REFERENCES audit_event(authority_id, id)
identity_audit_mark identity_audit_mark_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
identity_audit_mark identity_audit_mark_pkey PRIMARY KEY (authority_id, id)
identity_failure identity_failure_pkey PRIMARY KEY (authority_id, id)
identity_grant identity_grant_authority_id_account_id_fkey FOREIGN KEY (authority_id, account_id) REFERENCES identity_account(authority_id, id)
identity_grant identity_grant_check CHECK ((until_on > from_on))
identity_grant identity_grant_check1 CHECK ((signed_by <> granted_by))
identity_grant identity_grant_pkey PRIMARY KEY (authority_id, id)
identity_grant identity_grant_role_check CHECK ((role = ANY (ARRAY['workCommittee'::text, 'districtCommittee'::text, 'cityCommittee'::text, 'systemAdministrator'::text, 'securityAdministrator'::text, 'auditAdministrator'::text])))
identity_session identity_session_pkey PRIMARY KEY (authority_id, id)
identity_session identity_session_secret_sha256_key UNIQUE (secret_sha256)
inbox_item inbox_item_pkey PRIMARY KEY (authority_id, id)
installation installation_demo_check CHECK ((demo = ANY (ARRAY['none'::text, 'small'::text, 'full'::text])))
installation installation_pkey PRIMARY KEY (single)
installation installation_single_check CHECK (single)
meeting_life_amendment meeting_life_amendment_authority_id_meeting_id_fkey FOREIGN KEY (authority_id, meeting_id) REFERENCES meeting_life_meeting(authority_id, id)
meeting_life_amendment meeting_life_amendment_pkey PRIMARY KEY (authority_id, id)
meeting_life_attendance meeting_life_attendance_authority_id_meeting_id_fkey FOREIGN KEY (authority_id, meeting_id) REFERENCES meeting_life_meeting(authority_id, id)
meeting_life_attendance meeting_life_attendance_left_out_check CHECK ((left_out = ANY (ARRAY['excused'::text, 'probationary'::text, 'suspended'::text])))
meeting_life_attendance meeting_life_attendance_pkey PRIMARY KEY (authority_id, meeting_id, person_id)
meeting_life_attendance meeting_life_attendance_state_check CHECK ((state = ANY (ARRAY['expected'::text, 'present'::text, 'absent'::text, 'leaveAsked'::text, 'leave'::text, 'madeUp'::text])))
meeting_life_attendance meeting_life_attendance_way_check CHECK ((way = ANY (ARRAY['rollCall'::text, 'code'::text, 'paper'::text])))
meeting_life_candidate meeting_life_candidate_authority_id_meeting_id_fkey FOREIGN KEY (authority_id, meeting_id) REFERENCES meeting_life_election(authority_id, meeting_id)
meeting_life_candidate meeting_life_candidate_pkey PRIMARY KEY (authority_id, meeting_id, person_id)
meeting_life_candidate meeting_life_candidate_votes_check CHECK ((votes >= 0))
meeting_life_election meeting_life_election_authority_id_meeting_id_fkey FOREIGN KEY (authority_id, meeting_id) REFERENCES meeting_life_meeting(authority_id, id)
meeting_life_election meeting_life_election_check CHECK ((first_teller <> second_teller))
meeting_life_election meeting_life_election_check1 CHECK (((state = 'preparing'::text) OR (second_teller IS NOT NULL)))
meeting_life_election meeting_life_election_check2 CHECK (((state = ANY (ARRAY['preparing'::text, 'counting'::text])) OR (needed IS NOT NULL)))
meeting_life_election meeting_life_election_pkey PRIMARY KEY (authority_id, meeting_id)
meeting_life_election meeting_life_election_seats_check CHECK (((seats >= 1) AND (seats <= 30)))
meeting_life_election meeting_life_election_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'counting'::text, 'counted'::text, 'reported'::text, 'approved'::text, 'refused'::text])))
meeting_life_meeting meeting_life_meeting_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
meeting_life_meeting meeting_life_meeting_authority_id_makes_up_fkey FOREIGN KEY (authority_id, makes_up) REFERENCES meeting_life_meeting(authority_id, id)
meeting_life_meeting meeting_life_meeting_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
meeting_life_meeting meeting_life_meeting_check CHECK (((state = 'cancelled'::text) = (cancel_reason IS NOT NULL)))
meeting_life_meeting meeting_life_meeting_check1 CHECK (((state = 'closed'::text) = (quorum IS NOT NULL)))
meeting_life_meeting meeting_life_meeting_check2 CHECK (((state = ANY (ARRAY['planned'::text, 'cancelled'::text])) OR (opened_at IS NOT NULL)))
meeting_life_meeting meeting_life_meeting_check3 CHECK (((makes_up IS NULL) OR (participants IS NOT NULL)))
meeting_life_meeting meeting_life_meeting_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440)))
meeting_life_meeting meeting_life_meeting_pkey PRIMARY KEY (authority_id, id)
meeting_life_meeting meeting_life_meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'cancelled'::text])))
meeting_life_minutes meeting_life_minutes_authority_id_meeting_id_fkey FOREIGN KEY (authority_id, meeting_id) REFERENCES meeting_life_meeting(authority_id, id)
meeting_life_minutes meeting_life_minutes_pkey PRIMARY KEY (authority_id, meeting_id, revision)
meeting_life_minutes meeting_life_minutes_revision_check CHECK ((revision > 0))
meeting_life_requirement meeting_life_requirement_asks_check CHECK ((cardinality(asks) > 0))
meeting_life_requirement meeting_life_requirement_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
meeting_life_requirement meeting_life_requirement_check CHECK ((until_on > from_on))
meeting_life_requirement meeting_life_requirement_every_check CHECK ((every = ANY (ARRAY['month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text])))
meeting_life_requirement meeting_life_requirement_pkey PRIMARY KEY (authority_id, id)
meeting_life_requirement meeting_life_requirement_times_check CHECK (((times >= 1) AND (times <= 10)))
meeting_life_resolution meeting_life_resolution_abstained_check CHECK ((abstained >= 0))
meeting_life_resolution meeting_life_resolution_against_check CHECK ((against >= 0))
meeting_life_resolution meeting_life_resolution_authority_id_meeting_id_fkey FOREIGN KEY (authority_id, meeting_id) REFERENCES meeting_life_meeting(authority_id, id)
meeting_life_resolution meeting_life_resolution_authority_id_meeting_id_ordinal_key UNIQUE (authority_id, meeting_id, ordinal)
meeting_life_resolution meeting_life_resolution_in_favour_check CHECK ((in_favour >= 0))
meeting_life_resolution meeting_life_resolution_majority_check CHECK ((majority = ANY (ARRAY['assembly'::text, 'admission'::text, 'election'::text, 'committee'::text])))
meeting_life_resolution meeting_life_resolution_pkey PRIMARY KEY (authority_id, id)
meeting_life_resolution meeting_life_resolution_way_check CHECK ((way = ANY (ARRAY['hands'::text, 'slips'::text])))
membership_belonging membership_belonging_authority_id_member_id_fkey FOREIGN KEY (authority_id, member_id) REFERENCES membership_member(authority_id, id)
membership_belonging membership_belonging_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
membership_belonging membership_belonging_check CHECK ((until_on > from_on))
membership_belonging membership_belonging_pkey PRIMARY KEY (authority_id, id)
membership_correction membership_correction_authority_id_member_id_fkey FOREIGN KEY (authority_id, member_id) REFERENCES membership_member(authority_id, id)
membership_correction membership_correction_pkey PRIMARY KEY (authority_id, id)
membership_member membership_member_authority_id_code_key UNIQUE (authority_id, code)
membership_member membership_member_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
membership_member membership_member_gender_check CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text])))
membership_member membership_member_pkey PRIMARY KEY (authority_id, id)
membership_rights_suspension membership_rights_suspension_authority_id_member_id_fkey FOREIGN KEY (authority_id, member_id) REFERENCES membership_member(authority_id, id)
membership_rights_suspension membership_rights_suspension_cause_check CHECK ((cause = ANY (ARRAY['probationWithinParty'::text, 'detention'::text])))
membership_rights_suspension membership_rights_suspension_check CHECK ((until_on > from_on))
membership_rights_suspension membership_rights_suspension_pkey PRIMARY KEY (authority_id, id)
membership_service membership_service_authority_id_member_id_fkey FOREIGN KEY (authority_id, member_id) REFERENCES membership_member(authority_id, id)
membership_service membership_service_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id) ON DELETE CASCADE
membership_service membership_service_check CHECK ((until_on > from_on))
membership_service membership_service_pkey PRIMARY KEY (authority_id, id)
membership_standing membership_standing_authority_id_member_id_fkey FOREIGN KEY (authority_id, member_id) REFERENCES membership_member(authority_id, id)
membership_standing membership_standing_check CHECK ((until_on > from_on))
membership_standing membership_standing_kind_check CHECK ((kind = ANY (ARRAY['regular'::text, 'probationary'::text])))
membership_standing membership_standing_pkey PRIMARY KEY (authority_id, id)
membership_standing membership_standing_state_check CHECK ((state = ANY (ARRAY['inService'::text, 'retired'::text, 'floating'::text, 'longAway'::text])))
membership_transfer membership_transfer_authority_id_member_id_fkey FOREIGN KEY (authority_id, member_id) REFERENCES membership_member(authority_id, id)
membership_transfer membership_transfer_pkey PRIMARY KEY (authority_id, id)
membership_transfer membership_transfer_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'released'::text, 'received'::text, 'refused'::text, 'withdrawn'::text])))
migration migration_pkey PRIMARY KEY (name)
organization_advice organization_advice_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
organization_advice organization_advice_authority_id_from_unit_id_fkey FOREIGN KEY (authority_id, from_unit_id) REFERENCES organization_unit(authority_id, id)
organization_advice organization_advice_authority_id_to_unit_id_fkey FOREIGN KEY (authority_id, to_unit_id) REFERENCES organization_unit(authority_id, id)
organization_advice organization_advice_check CHECK ((((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL))))
organization_advice organization_advice_pkey PRIMARY KEY (authority_id, id)
organization_change organization_change_kind_check CHECK ((kind = ANY (ARRAY['setUp'::text, 'merge'::text, 'split'::text, 'dissolve'::text, 'move'::text, 'rename'::text, 'counterChange'::text])))
organization_change organization_change_pkey PRIMARY KEY (authority_id, id)
organization_name organization_name_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
organization_name organization_name_check CHECK ((until_on > from_on))
organization_name organization_name_pkey PRIMARY KEY (authority_id, id)
organization_place organization_place_pkey PRIMARY KEY (authority_id, unit_id)
organization_post organization_post_authority_id_person_id_fkey FOREIGN KEY (authority_id, person_id) REFERENCES membership_member(authority_id, id)
organization_post organization_post_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
organization_post organization_post_check CHECK ((until_on > from_on))
organization_post organization_post_kind_check CHECK ((kind = ANY (ARRAY['secretary'::text, 'deputySecretary'::text, 'fullTimeDeputySecretary'::text, 'organizationMember'::text, 'publicityMember'::text, 'disciplineMember'::text, 'committeeMember'::text, 'groupLeader'::text, 'partyGroupSecretary'::text, 'partyGroupMember'::text, 'workCommitteeStaff'::text, 'districtStaff'::text, 'organizationDepartmentStaff'::text, 'fullTimePartyStaff'::text])))
organization_post organization_post_pkey PRIMARY KEY (authority_id, id)
organization_relation organization_relation_authority_id_lower_id_fkey FOREIGN KEY (authority_id, lower_id) REFERENCES organization_unit(authority_id, id)
organization_relation organization_relation_authority_id_upper_id_fkey FOREIGN KEY (authority_id, upper_id) REFERENCES organization_unit(authority_id, id)
organization_relation organization_relation_check CHECK ((lower_id <> upper_id))
organization_relation organization_relation_check1 CHECK ((until_on > from_on))
organization_relation organization_relation_kind_check CHECK ((kind = ANY (ARRAY['leads'::text, 'leadsConcretely'::text, 'guides'::text, 'partOf'::text, 'formedIn'::text])))
organization_relation organization_relation_pkey PRIMARY KEY (authority_id, id)
organization_term organization_term_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
organization_term organization_term_check CHECK ((until_on > from_on))
organization_term organization_term_check1 CHECK ((extended_until > until_on))
organization_term organization_term_pkey PRIMARY KEY (authority_id, id)
organization_term organization_term_state_check CHECK ((state = ANY (ARRAY['normal'::text, 'requested'::text, 'approved'::text, 'extended'::text, 'closed'::text])))
organization_unit organization_unit_authority_id_code_key UNIQUE (authority_id, code)
organization_unit organization_unit_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
organization_unit organization_unit_check CHECK ((dissolved_on > founded_on))
organization_unit organization_unit_kind_check CHECK ((kind = ANY (ARRAY['cityCommittee'::text, 'workCommittee'::text, 'districtWorkCommittee'::text, 'leadingPartyGroup'::text, 'organCommittee'::text, 'generalBranch'::text, 'branch'::text, 'jointBranch'::text, 'temporaryOrganization'::text, 'group'::text, 'businessUnit'::text, 'section'::text])))
organization_unit organization_unit_pkey PRIMARY KEY (authority_id, id)
organization_unit organization_unit_staff_count_check CHECK ((staff_count >= 0))
organization_zone_unit organization_zone_unit_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
organization_zone_unit organization_zone_unit_authority_id_zoning_id_fkey FOREIGN KEY (authority_id, zoning_id) REFERENCES organization_zoning(authority_id, id) ON DELETE CASCADE
organization_zone_unit organization_zone_unit_pkey PRIMARY KEY (authority_id, zoning_id, unit_id)
organization_zoning organization_zoning_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
organization_zoning organization_zoning_authority_id_from_on_key UNIQUE (authority_id, from_on)
organization_zoning organization_zoning_pkey PRIMARY KEY (authority_id, id)
platform_command platform_command_pkey PRIMARY KEY (authority_id, account_id, key)
platform_file platform_file_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
platform_file platform_file_pkey PRIMARY KEY (authority_id, sha256)
platform_file platform_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
platform_holiday platform_holiday_pkey PRIMARY KEY (authority_id, id)
platform_holiday platform_holiday_withdrawn CHECK ((((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawal_document IS NULL))))
pledge_adoption pledge_adoption_authority_id_template_id_fkey FOREIGN KEY (authority_id, template_id) REFERENCES pledge_template(authority_id, id)
pledge_adoption pledge_adoption_authority_id_unit_id_cycle_id_key UNIQUE (authority_id, unit_id, cycle_id)
pledge_adoption pledge_adoption_pkey PRIMARY KEY (authority_id, id)
pledge_comment pledge_comment_authority_id_pledge_id_fkey FOREIGN KEY (authority_id, pledge_id) REFERENCES pledge_pledge(authority_id, id) ON DELETE CASCADE
pledge_comment pledge_comment_pkey PRIMARY KEY (authority_id, id)
pledge_description pledge_description_pkey PRIMARY KEY (authority_id, id)
pledge_draw pledge_draw_authority_id_cycle_id_fkey FOREIGN KEY (authority_id, cycle_id) REFERENCES cycle_year(authority_id, id)
pledge_draw pledge_draw_pkey PRIMARY KEY (authority_id, id)
pledge_draw pledge_draw_size_check CHECK ((size > 0))
pledge_duty pledge_duty_check CHECK ((until_on > from_on))
pledge_duty pledge_duty_level_check CHECK ((level = ANY (ARRAY['member'::text, 'branchSecretary'::text, 'organCommitteeSecretary'::text, 'partyGroupSecretary'::text])))
pledge_duty pledge_duty_pkey PRIMARY KEY (authority_id, id)
pledge_item pledge_item_authority_id_pledge_id_fkey FOREIGN KEY (authority_id, pledge_id) REFERENCES pledge_pledge(authority_id, id) ON DELETE CASCADE
pledge_item pledge_item_check CHECK ((num_nulls(fact_kind, fact_of, fact_period) = ANY (ARRAY[0, 3])))
pledge_item pledge_item_fact_of_check CHECK ((fact_of = ANY (ARRAY['person'::text, 'unit'::text])))
pledge_item pledge_item_kind_check CHECK ((kind = ANY (ARRAY['party'::text, 'business'::text])))
pledge_item pledge_item_pkey PRIMARY KEY (authority_id, id)
pledge_item pledge_item_state_check CHECK ((state = ANY (ARRAY['notStarted'::text, 'underWay'::text, 'done'::text, 'lagging'::text, 'rectifying'::text, 'rectified'::text, 'excused'::text])))
pledge_item pledge_item_weight_check CHECK (((weight >= 0) AND (weight <= 100)))
pledge_midyear pledge_midyear_authority_id_pledge_id_fkey FOREIGN KEY (authority_id, pledge_id) REFERENCES pledge_pledge(authority_id, id) ON DELETE CASCADE
pledge_midyear pledge_midyear_authority_id_pledge_id_key UNIQUE (authority_id, pledge_id)
pledge_midyear pledge_midyear_pkey PRIMARY KEY (authority_id, id)
pledge_pledge pledge_pledge_authority_id_cycle_id_fkey FOREIGN KEY (authority_id, cycle_id) REFERENCES cycle_year(authority_id, id)
pledge_pledge pledge_pledge_level_check CHECK ((level = ANY (ARRAY['member'::text, 'branchSecretary'::text, 'organCommitteeSecretary'::text, 'partyGroupSecretary'::text])))
pledge_pledge pledge_pledge_pkey PRIMARY KEY (authority_id, id)
pledge_pledge pledge_pledge_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'onNotice'::text, 'inForce'::text, 'amending'::text, 'closed'::text])))
pledge_progress pledge_progress_authority_id_pledge_id_fkey FOREIGN KEY (authority_id, pledge_id) REFERENCES pledge_pledge(authority_id, id) ON DELETE CASCADE
pledge_progress pledge_progress_pkey PRIMARY KEY (authority_id, id)
pledge_progress pledge_progress_source_check CHECK ((source = ANY (ARRAY['person'::text, 'fact'::text, 'midYear'::text])))
pledge_rectification pledge_rectification_authority_id_pledge_id_fkey FOREIGN KEY (authority_id, pledge_id) REFERENCES pledge_pledge(authority_id, id) ON DELETE CASCADE
pledge_rectification pledge_rectification_pkey PRIMARY KEY (authority_id, id)
pledge_rectification pledge_rectification_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'accepted'::text, 'reopened'::text])))
pledge_reminder pledge_reminder_authority_id_cycle_id_fkey FOREIGN KEY (authority_id, cycle_id) REFERENCES cycle_year(authority_id, id)
pledge_reminder pledge_reminder_pkey PRIMARY KEY (authority_id, cycle_id, unit_id, on_day)
pledge_report pledge_report_authority_id_pledge_id_key UNIQUE (authority_id, pledge_id)
pledge_report pledge_report_pkey PRIMARY KEY (authority_id, id)
pledge_report pledge_report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text])))
pledge_review pledge_review_authority_id_pledge_id_fkey FOREIGN KEY (authority_id, pledge_id) REFERENCES pledge_pledge(authority_id, id) ON DELETE CASCADE
pledge_review pledge_review_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'returned'::text])))
pledge_review pledge_review_pkey PRIMARY KEY (authority_id, id)
pledge_sample pledge_sample_authority_id_pledge_id_fkey FOREIGN KEY (authority_id, pledge_id) REFERENCES pledge_pledge(authority_id, id) ON DELETE CASCADE
pledge_sample pledge_sample_pkey PRIMARY KEY (authority_id, id)
pledge_template pledge_template_pkey PRIMARY KEY (authority_id, id)
roster_column roster_column_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
roster_column roster_column_pkey PRIMARY KEY (authority_id, sheet, header)
roster_column roster_column_sheet_check CHECK ((sheet = ANY (ARRAY['units'::text, 'members'::text, 'posts'::text])))
roster_preview roster_preview_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
roster_preview roster_preview_pkey PRIMARY KEY (authority_id, id)
roster_preview roster_preview_state_check CHECK ((state = ANY (ARRAY['open'::text, 'confirmed'::text, 'discarded'::text])))
supervision_event supervision_event_authority_id_meeting_id_fkey FOREIGN KEY (authority_id, meeting_id) REFERENCES meeting_life_meeting(authority_id, id)
supervision_event supervision_event_authority_id_task_id_fkey FOREIGN KEY (authority_id, task_id) REFERENCES supervision_task(authority_id, id)
supervision_event supervision_event_check CHECK (((kind = 'step'::text) = (step IS NOT NULL)))
supervision_event supervision_event_check1 CHECK (((kind = 'extend'::text) = (due_after IS NOT NULL)))
supervision_event supervision_event_kind_check CHECK ((kind = ANY (ARRAY['step'::text, 'answer'::text, 'return'::text, 'settle'::text, 'extend'::text, 'withdraw'::text])))
supervision_event supervision_event_pkey PRIMARY KEY (authority_id, id)
supervision_event supervision_event_step_check CHECK ((step = ANY (ARRAY['relay'::text, 'study'::text, 'survey'::text, 'breakdown'::text])))
supervision_item supervision_item_authority_id_list_id_fkey FOREIGN KEY (authority_id, list_id) REFERENCES supervision_list(authority_id, id)
supervision_item supervision_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 6000)))
supervision_item supervision_item_ordinal_check CHECK (((ordinal >= 1) AND (ordinal <= 60)))
supervision_item supervision_item_pkey PRIMARY KEY (authority_id, list_id, ordinal)
supervision_item supervision_item_post_check CHECK ((post = ANY (ARRAY['deputySecretary'::text, 'fullTimeDeputySecretary'::text, 'organizationMember'::text, 'publicityMember'::text, 'disciplineMember'::text, 'committeeMember'::text, 'partyGroupMember'::text])))
supervision_list supervision_list_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
supervision_list supervision_list_authority_id_meeting_id_fkey FOREIGN KEY (authority_id, meeting_id) REFERENCES meeting_life_meeting(authority_id, id)
supervision_list supervision_list_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
supervision_list supervision_list_check CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
supervision_list supervision_list_kind_check CHECK ((kind = ANY (ARRAY['instruction'::text, 'decision'::text, 'responsibilityList'::text, 'problemList'::text, 'benchmarkList'::text, 'appraisalItems'::text, 'workList'::text])))
supervision_list supervision_list_pkey PRIMARY KEY (authority_id, id)
supervision_task supervision_task_authority_id_list_id_ordinal_fkey FOREIGN KEY (authority_id, list_id, ordinal) REFERENCES supervision_item(authority_id, list_id, ordinal)
supervision_task supervision_task_authority_id_list_id_unit_id_ordinal_key UNIQUE (authority_id, list_id, unit_id, ordinal)
supervision_task supervision_task_authority_id_unit_id_fkey FOREIGN KEY (authority_id, unit_id) REFERENCES organization_unit(authority_id, id)
supervision_task supervision_task_check CHECK (((answer IS NULL) = (answered_on IS NULL)))
supervision_task supervision_task_check1 CHECK (((state <> ALL (ARRAY['answered'::text, 'settled'::text])) OR (answer IS NOT NULL)))
supervision_task supervision_task_check2 CHECK (((state = 'settled'::text) = (settled_at IS NOT NULL)))
supervision_task supervision_task_pkey PRIMARY KEY (authority_id, id)
supervision_task supervision_task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'settled'::text, 'withdrawn'::text])))

-- indexes
CREATE INDEX appraisal_assessed_unit_authority_id_organ_id_idx ON public.appraisal_assessed_unit USING btree (authority_id, organ_id) WHERE in_rating
CREATE INDEX appraisal_assessed_unit_authority_id_unit_id_idx ON public.appraisal_assessed_unit USING btree (authority_id, unit_id)
CREATE INDEX appraisal_assessed_unit_authority_id_unit_id_idx1 ON public.appraisal_assessed_unit USING btree (authority_id, unit_id) WHERE in_rating
CREATE INDEX appraisal_assessment_authority_id_unit_id_computed_at_idx ON public.appraisal_assessment USING btree (authority_id, unit_id, computed_at)
CREATE INDEX appraisal_assessment_ruling_authority_id_assessed_id_idx ON public.appraisal_assessment_ruling USING btree (authority_id, assessed_id)
CREATE INDEX appraisal_filed_result_authority_id_level_year_name_id_idx ON public.appraisal_filed_result USING btree (authority_id, level, year, name, id)
CREATE INDEX appraisal_filed_result_authority_id_person_id_year_idx ON public.appraisal_filed_result USING btree (authority_id, person_id, year)
CREATE INDEX appraisal_result_authority_id_person_id_idx ON public.appraisal_result USING btree (authority_id, person_id)
CREATE INDEX appraisal_result_authority_id_round_id_idx ON public.appraisal_result USING btree (authority_id, round_id)
CREATE INDEX appraisal_round_authority_id_unit_id_idx ON public.appraisal_round USING btree (authority_id, unit_id)
CREATE INDEX appraisal_scheme_authority_id_based_on_scheme_id_idx ON public.appraisal_scheme USING btree (authority_id, based_on_scheme_id)
CREATE INDEX appraisal_scheme_authority_id_family_state_idx ON public.appraisal_scheme USING btree (authority_id, family, state)
CREATE INDEX appraisal_sitting_authority_id_first_teller_idx ON public.appraisal_sitting USING btree (authority_id, first_teller)
CREATE INDEX appraisal_sitting_authority_id_second_teller_idx ON public.appraisal_sitting USING btree (authority_id, second_teller)
CREATE INDEX appraisal_subject_authority_id_person_id_idx ON public.appraisal_subject USING btree (authority_id, person_id)
CREATE INDEX audit_event_authority_id_account_id_at_idx ON public.audit_event USING btree (authority_id, account_id, at)
CREATE INDEX audit_event_authority_id_at_idx ON public.audit_event USING btree (authority_id, at)
CREATE INDEX audit_event_authority_id_object_id_idx ON public.audit_event USING btree (authority_id, object_id)
CREATE INDEX audit_event_authority_id_recorded_at_idx ON public.audit_event USING btree (authority_id, recorded_at)
CREATE INDEX desk_delivery_authority_id_next_at_idx ON public.desk_delivery USING btree (authority_id, next_at) WHERE (state = 'waiting'::text)
CREATE INDEX desk_delivery_authority_id_settled_at_idx ON public.desk_delivery USING btree (authority_id, settled_at) WHERE (state = 'failed'::text)
CREATE INDEX disclosure_notice_authority_id_state_closes_on_idx ON public.disclosure_notice USING btree (authority_id, state, closes_on)
CREATE INDEX disclosure_notice_authority_id_unit_id_state_idx ON public.disclosure_notice USING btree (authority_id, unit_id, state)
CREATE INDEX disclosure_objection_authority_id_notice_id_idx ON public.disclosure_objection USING btree (authority_id, notice_id)
CREATE INDEX fact_entry_authority_id_source_id_idx ON public.fact_entry USING btree (authority_id, source_id text_pattern_ops) WHERE (source_module = 'import'::text)
CREATE INDEX fact_entry_authority_id_subject_id_kind_on_day_idx ON public.fact_entry USING btree (authority_id, subject_id, kind, on_day)
CREATE INDEX fact_entry_authority_id_unit_id_kind_on_day_idx ON public.fact_entry USING btree (authority_id, unit_id, kind, on_day)
CREATE INDEX facts_import_authority_id_unit_id_made_at_idx ON public.facts_import USING btree (authority_id, unit_id, made_at)
CREATE INDEX identity_audit_mark_authority_id_event_id_idx ON public.identity_audit_mark USING btree (authority_id, event_id)
CREATE INDEX identity_failure_authority_id_account_id_at_idx ON public.identity_failure USING btree (authority_id, account_id, at)
CREATE INDEX identity_failure_authority_id_source_at_idx ON public.identity_failure USING btree (authority_id, source, at)
CREATE INDEX identity_grant_authority_id_account_id_idx ON public.identity_grant USING btree (authority_id, account_id)
CREATE INDEX identity_session_authority_id_account_id_idx ON public.identity_session USING btree (authority_id, account_id) WHERE (ended_at IS NULL)
CREATE INDEX inbox_item_authority_id_person_id_sent_at_idx ON public.inbox_item USING btree (authority_id, person_id, sent_at DESC)
CREATE INDEX inbox_item_authority_id_sent_at_idx ON public.inbox_item USING btree (authority_id, sent_at)
CREATE INDEX meeting_life_attendance_authority_id_person_id_idx ON public.meeting_life_attendance USING btree (authority_id, person_id)
CREATE INDEX meeting_life_meeting_authority_id_held_on_id_idx ON public.meeting_life_meeting USING btree (authority_id, held_on DESC, id)
CREATE INDEX meeting_life_meeting_authority_id_makes_up_idx ON public.meeting_life_meeting USING btree (authority_id, makes_up) WHERE (makes_up IS NOT NULL)
CREATE INDEX meeting_life_meeting_authority_id_unit_id_held_on_id_idx ON public.meeting_life_meeting USING btree (authority_id, unit_id, held_on DESC, id)
CREATE INDEX membership_belonging_authority_id_member_id_idx ON public.membership_belonging USING btree (authority_id, member_id)
CREATE INDEX membership_belonging_authority_id_unit_id_idx ON public.membership_belonging USING btree (authority_id, unit_id)
CREATE INDEX membership_correction_authority_id_member_id_idx ON public.membership_correction USING btree (authority_id, member_id)
CREATE INDEX membership_member_authority_id_name_idx ON public.membership_member USING btree (authority_id, name)
CREATE INDEX membership_member_authority_id_pinyin_id_idx ON public.membership_member USING btree (authority_id, pinyin, id)
CREATE INDEX membership_rights_suspension_authority_id_member_id_idx ON public.membership_rights_suspension USING btree (authority_id, member_id)
CREATE INDEX membership_service_authority_id_member_id_idx ON public.membership_service USING btree (authority_id, member_id)
CREATE INDEX membership_service_authority_id_unit_id_idx ON public.membership_service USING btree (authority_id, unit_id)
CREATE INDEX membership_standing_authority_id_member_id_idx ON public.membership_standing USING btree (authority_id, member_id)
CREATE INDEX membership_transfer_authority_id_to_unit_id_state_idx ON public.membership_transfer USING btree (authority_id, to_unit_id, state)
CREATE INDEX one_in_force ON public.appraisal_scheme USING gist (int8range(hashtextextended((((authority_id)::text || (owner_unit_id)::text) || family), (0)::bigint), hashtextextended((((authority_id)::text || (owner_unit_id)::text) || family), (0)::bigint), '[]'::text), daterange(effective_from, effective_until)) WHERE (state = 'published'::text)
CREATE INDEX organization_advice_authority_id_from_unit_id_given_at_idx ON public.organization_advice USING btree (authority_id, from_unit_id, given_at DESC)
CREATE INDEX organization_advice_authority_id_to_unit_id_given_at_idx ON public.organization_advice USING btree (authority_id, to_unit_id, given_at DESC)
CREATE INDEX organization_change_touched_idx ON public.organization_change USING gin (touched jsonb_path_ops)
CREATE INDEX organization_name_authority_id_unit_id_idx ON public.organization_name USING btree (authority_id, unit_id)
CREATE INDEX organization_place_authority_id_path_idx ON public.organization_place USING btree (authority_id, path)
CREATE INDEX organization_post_authority_id_person_id_idx ON public.organization_post USING btree (authority_id, person_id)
CREATE INDEX organization_post_authority_id_unit_id_idx ON public.organization_post USING btree (authority_id, unit_id)
CREATE INDEX organization_relation_authority_id_lower_id_kind_idx ON public.organization_relation USING btree (authority_id, lower_id, kind)
CREATE INDEX organization_relation_authority_id_upper_id_kind_idx ON public.organization_relation USING btree (authority_id, upper_id, kind)
CREATE INDEX organization_term_authority_id_unit_id_idx ON public.organization_term USING btree (authority_id, unit_id)
CREATE INDEX platform_command_received_at_idx ON public.platform_command USING btree (received_at)
CREATE INDEX pledge_comment_authority_id_pledge_id_idx ON public.pledge_comment USING btree (authority_id, pledge_id)
CREATE INDEX pledge_draw_authority_id_unit_id_idx ON public.pledge_draw USING btree (authority_id, unit_id)
CREATE INDEX pledge_item_authority_id_pledge_id_idx ON public.pledge_item USING btree (authority_id, pledge_id)
CREATE INDEX pledge_pledge_authority_id_amends_idx ON public.pledge_pledge USING btree (authority_id, amends) WHERE (amends IS NOT NULL)
CREATE INDEX pledge_pledge_authority_id_person_id_idx ON public.pledge_pledge USING btree (authority_id, person_id)
CREATE INDEX pledge_pledge_authority_id_reviewer_unit_id_state_idx ON public.pledge_pledge USING btree (authority_id, reviewer_unit_id, state)
CREATE INDEX pledge_pledge_authority_id_unit_id_cycle_id_state_idx ON public.pledge_pledge USING btree (authority_id, unit_id, cycle_id, state)
CREATE INDEX pledge_progress_authority_id_item_id_on_day_idx ON public.pledge_progress USING btree (authority_id, item_id, on_day)
CREATE INDEX pledge_progress_authority_id_pledge_id_idx ON public.pledge_progress USING btree (authority_id, pledge_id)
CREATE INDEX pledge_rectification_authority_id_pledge_id_idx ON public.pledge_rectification USING btree (authority_id, pledge_id)
CREATE INDEX pledge_review_authority_id_pledge_id_idx ON public.pledge_review USING btree (authority_id, pledge_id)
CREATE INDEX pledge_sample_authority_id_draw_id_idx ON public.pledge_sample USING btree (authority_id, draw_id)
CREATE INDEX roster_preview_authority_id_made_at_idx ON public.roster_preview USING btree (authority_id, made_at)
CREATE INDEX supervision_event_authority_id_task_id_made_at_idx ON public.supervision_event USING btree (authority_id, task_id, made_at)
CREATE INDEX supervision_list_authority_id_issued_at_id_idx ON public.supervision_list USING btree (authority_id, issued_at DESC, id)
CREATE INDEX supervision_list_authority_id_meeting_id_idx ON public.supervision_list USING btree (authority_id, meeting_id) WHERE (meeting_id IS NOT NULL)
CREATE INDEX supervision_list_authority_id_of_task_id_idx ON public.supervision_list USING btree (authority_id, of_task_id) WHERE (of_task_id IS NOT NULL)
CREATE INDEX supervision_list_authority_id_unit_id_issued_at_id_idx ON public.supervision_list USING btree (authority_id, unit_id, issued_at DESC, id)
CREATE INDEX supervision_task_authority_id_due_on_id_idx ON public.supervision_task USING btree (authority_id, due_on, id)
CREATE INDEX supervision_task_authority_id_due_on_idx ON public.supervision_task USING btree (authority_id, due_on) WHERE (state = 'open'::text)
CREATE INDEX supervision_task_authority_id_from_unit_id_due_on_id_idx ON public.supervision_task USING btree (authority_id, from_unit_id, due_on, id)
CREATE INDEX supervision_task_authority_id_from_unit_id_idx ON public.supervision_task USING btree (authority_id, from_unit_id) WHERE (state = 'answered'::text)
CREATE INDEX supervision_task_authority_id_unit_id_due_on_id_idx ON public.supervision_task USING btree (authority_id, unit_id, due_on, id)
CREATE UNIQUE INDEX appraisal_assessed_unit_authority_id_assessment_id_unit_id_key ON public.appraisal_assessed_unit USING btree (authority_id, assessment_id, unit_id)
CREATE UNIQUE INDEX appraisal_assessed_unit_pkey ON public.appraisal_assessed_unit USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_assessment_objection_authority_id_assessed_id_key ON public.appraisal_assessment_objection USING btree (authority_id, assessed_id)
CREATE UNIQUE INDEX appraisal_assessment_objection_pkey ON public.appraisal_assessment_objection USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_assessment_pkey ON public.appraisal_assessment USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_assessment_ruling_pkey ON public.appraisal_assessment_ruling USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_assessment_run_authority_id_assessment_id_number_key ON public.appraisal_assessment_run USING btree (authority_id, assessment_id, number)
CREATE UNIQUE INDEX appraisal_assessment_run_pkey ON public.appraisal_assessment_run USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_computation_pkey ON public.appraisal_computation USING btree (authority_id, round_id)
CREATE UNIQUE INDEX appraisal_count_authority_id_sitting_id_idx ON public.appraisal_count USING btree (authority_id, sitting_id) WHERE (state <> 'rejected'::text)
CREATE UNIQUE INDEX appraisal_count_pkey ON public.appraisal_count USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_filed_result_pkey ON public.appraisal_filed_result USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_filing_authority_id_assessment_id_key ON public.appraisal_filing USING btree (authority_id, assessment_id)
CREATE UNIQUE INDEX appraisal_filing_authority_id_round_id_key ON public.appraisal_filing USING btree (authority_id, round_id)
CREATE UNIQUE INDEX appraisal_filing_pkey ON public.appraisal_filing USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_objection_pkey ON public.appraisal_objection USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_rating_authority_id_assessed_id_source_key ON public.appraisal_rating USING btree (authority_id, assessed_id, source)
CREATE UNIQUE INDEX appraisal_rating_authority_id_subject_id_source_key ON public.appraisal_rating USING btree (authority_id, subject_id, source)
CREATE UNIQUE INDEX appraisal_rating_pkey ON public.appraisal_rating USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_result_authority_id_subject_id_key ON public.appraisal_result USING btree (authority_id, subject_id)
CREATE UNIQUE INDEX appraisal_result_pkey ON public.appraisal_result USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_round_authority_id_cycle_id_level_unit_id_key ON public.appraisal_round USING btree (authority_id, cycle_id, level, unit_id)
CREATE UNIQUE INDEX appraisal_round_pkey ON public.appraisal_round USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_ruling_pkey ON public.appraisal_ruling USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_scheme_authority_id_owner_unit_id_family_year_ver_key ON public.appraisal_scheme USING btree (authority_id, owner_unit_id, family, year, version)
CREATE UNIQUE INDEX appraisal_scheme_pkey ON public.appraisal_scheme USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_sitting_authority_id_assessment_id_panel_home_uni_key ON public.appraisal_sitting USING btree (authority_id, assessment_id, panel, home_unit_id)
CREATE UNIQUE INDEX appraisal_sitting_authority_id_round_id_panel_home_unit_id_key ON public.appraisal_sitting USING btree (authority_id, round_id, panel, home_unit_id)
CREATE UNIQUE INDEX appraisal_sitting_pkey ON public.appraisal_sitting USING btree (authority_id, id)
CREATE UNIQUE INDEX appraisal_slip_pkey ON public.appraisal_slip USING btree (authority_id, count_id, subject_id, grade)
CREATE UNIQUE INDEX appraisal_subject_authority_id_round_id_person_id_key ON public.appraisal_subject USING btree (authority_id, round_id, person_id)
CREATE UNIQUE INDEX appraisal_subject_pkey ON public.appraisal_subject USING btree (authority_id, id)
CREATE UNIQUE INDEX audit_checkpoint_pkey ON public.audit_checkpoint USING btree (authority_id, size)
CREATE UNIQUE INDEX audit_event_pkey ON public.audit_event USING btree (authority_id, id)
CREATE UNIQUE INDEX audit_leaf_authority_id_event_id_key ON public.audit_leaf USING btree (authority_id, event_id)
CREATE UNIQUE INDEX audit_leaf_pkey ON public.audit_leaf USING btree (authority_id, seq)
CREATE UNIQUE INDEX authority_pkey ON public.authority USING btree (authority_id)
CREATE UNIQUE INDEX cycle_extension_pkey ON public.cycle_extension USING btree (authority_id, id)
CREATE UNIQUE INDEX cycle_phase_pkey ON public.cycle_phase USING btree (authority_id, cycle_id, phase)
CREATE UNIQUE INDEX cycle_year_authority_id_year_key ON public.cycle_year USING btree (authority_id, year)
CREATE UNIQUE INDEX cycle_year_pkey ON public.cycle_year USING btree (authority_id, id)
CREATE UNIQUE INDEX desk_city_stand_pkey ON public.desk_city_stand USING btree (authority_id)
CREATE UNIQUE INDEX desk_delivery_authority_id_item_id_channel_key ON public.desk_delivery USING btree (authority_id, item_id, channel)
CREATE UNIQUE INDEX desk_delivery_mark_pkey ON public.desk_delivery_mark USING btree (authority_id)
CREATE UNIQUE INDEX desk_delivery_pkey ON public.desk_delivery USING btree (authority_id, id)
CREATE UNIQUE INDEX desk_feed_pkey ON public.desk_feed USING btree (authority_id, person_id)
CREATE UNIQUE INDEX desk_feed_token_sha256_key ON public.desk_feed USING btree (token_sha256)
CREATE UNIQUE INDEX desk_reminder_pkey ON public.desk_reminder USING btree (authority_id, person_id)
CREATE UNIQUE INDEX disclosure_notice_pkey ON public.disclosure_notice USING btree (authority_id, id)
CREATE UNIQUE INDEX disclosure_objection_authority_id_notice_id_object_id_perso_idx ON public.disclosure_objection USING btree (authority_id, notice_id, object_id, person_id) WHERE (state = 'raised'::text)
CREATE UNIQUE INDEX disclosure_objection_pkey ON public.disclosure_objection USING btree (authority_id, id)
CREATE UNIQUE INDEX fact_entry_authority_id_reverses_idx ON public.fact_entry USING btree (authority_id, reverses) WHERE (reverses IS NOT NULL)
CREATE UNIQUE INDEX fact_entry_pkey ON public.fact_entry USING btree (authority_id, id)
CREATE UNIQUE INDEX facts_column_pkey ON public.facts_column USING btree (authority_id, unit_id, header)
CREATE UNIQUE INDEX facts_import_pkey ON public.facts_import USING btree (authority_id, id)
CREATE UNIQUE INDEX identity_account_authority_id_person_id_idx ON public.identity_account USING btree (authority_id, person_id) WHERE (person_id IS NOT NULL)
CREATE UNIQUE INDEX identity_account_lower_idx ON public.identity_account USING btree (lower(login))
CREATE UNIQUE INDEX identity_account_pkey ON public.identity_account USING btree (authority_id, id)
CREATE UNIQUE INDEX identity_audit_mark_pkey ON public.identity_audit_mark USING btree (authority_id, id)
CREATE UNIQUE INDEX identity_failure_pkey ON public.identity_failure USING btree (authority_id, id)
CREATE UNIQUE INDEX identity_grant_pkey ON public.identity_grant USING btree (authority_id, id)
CREATE UNIQUE INDEX identity_session_pkey ON public.identity_session USING btree (authority_id, id)
CREATE UNIQUE INDEX identity_session_secret_sha256_key ON public.identity_session USING btree (secret_sha256)
CREATE UNIQUE INDEX inbox_item_authority_id_person_id_kind_object_id_idx ON public.inbox_item USING btree (authority_id, person_id, kind, object_id)
CREATE UNIQUE INDEX inbox_item_pkey ON public.inbox_item USING btree (authority_id, id)
CREATE UNIQUE INDEX installation_pkey ON public.installation USING btree (single)
CREATE UNIQUE INDEX meeting_life_amendment_pkey ON public.meeting_life_amendment USING btree (authority_id, id)
CREATE UNIQUE INDEX meeting_life_attendance_pkey ON public.meeting_life_attendance USING btree (authority_id, meeting_id, person_id)
CREATE UNIQUE INDEX meeting_life_candidate_pkey ON public.meeting_life_candidate USING btree (authority_id, meeting_id, person_id)
CREATE UNIQUE INDEX meeting_life_election_pkey ON public.meeting_life_election USING btree (authority_id, meeting_id)
CREATE UNIQUE INDEX meeting_life_meeting_pkey ON public.meeting_life_meeting USING btree (authority_id, id)
CREATE UNIQUE INDEX meeting_life_minutes_pkey ON public.meeting_life_minutes USING btree (authority_id, meeting_id, revision)
CREATE UNIQUE INDEX meeting_life_requirement_authority_id_replaces_idx ON public.meeting_life_requirement USING btree (authority_id, replaces) WHERE ((replaces IS NOT NULL) AND (until_on IS NULL))
CREATE UNIQUE INDEX meeting_life_requirement_pkey ON public.meeting_life_requirement USING btree (authority_id, id)
CREATE UNIQUE INDEX meeting_life_resolution_authority_id_meeting_id_ordinal_key ON public.meeting_life_resolution USING btree (authority_id, meeting_id, ordinal)
CREATE UNIQUE INDEX meeting_life_resolution_pkey ON public.meeting_life_resolution USING btree (authority_id, id)
CREATE UNIQUE INDEX membership_belonging_pkey ON public.membership_belonging USING btree (authority_id, id)
CREATE UNIQUE INDEX membership_correction_pkey ON public.membership_correction USING btree (authority_id, id)
CREATE UNIQUE INDEX membership_member_authority_id_code_key ON public.membership_member USING btree (authority_id, code)
CREATE UNIQUE INDEX membership_member_pkey ON public.membership_member USING btree (authority_id, id)
CREATE UNIQUE INDEX membership_rights_suspension_pkey ON public.membership_rights_suspension USING btree (authority_id, id)
CREATE UNIQUE INDEX membership_service_pkey ON public.membership_service USING btree (authority_id, id)
CREATE UNIQUE INDEX membership_standing_pkey ON public.membership_standing USING btree (authority_id, id)
CREATE UNIQUE INDEX membership_transfer_authority_id_member_id_idx ON public.membership_transfer USING btree (authority_id, member_id) WHERE (state = ANY (ARRAY['requested'::text, 'released'::text]))
CREATE UNIQUE INDEX membership_transfer_pkey ON public.membership_transfer USING btree (authority_id, id)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
CREATE UNIQUE INDEX organization_advice_pkey ON public.organization_advice USING btree (authority_id, id)
CREATE UNIQUE INDEX organization_change_authority_id_reverses_idx ON public.organization_change USING btree (authority_id, reverses) WHERE (reverses IS NOT NULL)
CREATE UNIQUE INDEX organization_change_pkey ON public.organization_change USING btree (authority_id, id)
CREATE UNIQUE INDEX organization_name_pkey ON public.organization_name USING btree (authority_id, id)
CREATE UNIQUE INDEX organization_place_pkey ON public.organization_place USING btree (authority_id, unit_id)
CREATE UNIQUE INDEX organization_post_pkey ON public.organization_post USING btree (authority_id, id)
CREATE UNIQUE INDEX organization_relation_pkey ON public.organization_relation USING btree (authority_id, id)
CREATE UNIQUE INDEX organization_term_pkey ON public.organization_term USING btree (authority_id, id)
CREATE UNIQUE INDEX organization_unit_authority_id_code_key ON public.organization_unit USING btree (authority_id, code)
CREATE UNIQUE INDEX organization_unit_pkey ON public.organization_unit USING btree (authority_id, id)
CREATE UNIQUE INDEX organization_zone_unit_pkey ON public.organization_zone_unit USING btree (authority_id, zoning_id, unit_id)
CREATE UNIQUE INDEX organization_zoning_authority_id_from_on_key ON public.organization_zoning USING btree (authority_id, from_on)
CREATE UNIQUE INDEX organization_zoning_pkey ON public.organization_zoning USING btree (authority_id, id)
CREATE UNIQUE INDEX platform_command_pkey ON public.platform_command USING btree (authority_id, account_id, key)
CREATE UNIQUE INDEX platform_file_pkey ON public.platform_file USING btree (authority_id, sha256)
CREATE UNIQUE INDEX platform_holiday_pkey ON public.platform_holiday USING btree (authority_id, id)
CREATE UNIQUE INDEX platform_holiday_standing ON public.platform_holiday USING btree (authority_id, day) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX pledge_adoption_authority_id_unit_id_cycle_id_key ON public.pledge_adoption USING btree (authority_id, unit_id, cycle_id)
CREATE UNIQUE INDEX pledge_adoption_pkey ON public.pledge_adoption USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_comment_pkey ON public.pledge_comment USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_description_authority_id_person_id_idx ON public.pledge_description USING btree (authority_id, person_id)
CREATE UNIQUE INDEX pledge_description_pkey ON public.pledge_description USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_draw_pkey ON public.pledge_draw USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_duty_pkey ON public.pledge_duty USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_item_pkey ON public.pledge_item USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_midyear_authority_id_pledge_id_key ON public.pledge_midyear USING btree (authority_id, pledge_id)
CREATE UNIQUE INDEX pledge_midyear_pkey ON public.pledge_midyear USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_pledge_authority_id_cycle_id_person_id_level_idx ON public.pledge_pledge USING btree (authority_id, cycle_id, person_id, level) WHERE (amends IS NULL)
CREATE UNIQUE INDEX pledge_pledge_pkey ON public.pledge_pledge USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_progress_pkey ON public.pledge_progress USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_rectification_authority_id_item_id_idx ON public.pledge_rectification USING btree (authority_id, item_id) WHERE (state <> 'accepted'::text)
CREATE UNIQUE INDEX pledge_rectification_pkey ON public.pledge_rectification USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_reminder_pkey ON public.pledge_reminder USING btree (authority_id, cycle_id, unit_id, on_day)
CREATE UNIQUE INDEX pledge_report_authority_id_pledge_id_key ON public.pledge_report USING btree (authority_id, pledge_id)
CREATE UNIQUE INDEX pledge_report_pkey ON public.pledge_report USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_review_pkey ON public.pledge_review USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_sample_pkey ON public.pledge_sample USING btree (authority_id, id)
CREATE UNIQUE INDEX pledge_template_pkey ON public.pledge_template USING btree (authority_id, id)
CREATE UNIQUE INDEX roster_column_pkey ON public.roster_column USING btree (authority_id, sheet, header)
CREATE UNIQUE INDEX roster_preview_pkey ON public.roster_preview USING btree (authority_id, id)
CREATE UNIQUE INDEX supervision_event_pkey ON public.supervision_event USING btree (authority_id, id)
CREATE UNIQUE INDEX supervision_item_pkey ON public.supervision_item USING btree (authority_id, list_id, ordinal)
CREATE UNIQUE INDEX supervision_list_pkey ON public.supervision_list USING btree (authority_id, id)
CREATE UNIQUE INDEX supervision_task_authority_id_list_id_unit_id_ordinal_key ON public.supervision_task USING btree (authority_id, list_id, unit_id, ordinal)
CREATE UNIQUE INDEX supervision_task_pkey ON public.supervision_task USING btree (authority_id, id)

-- row level security
appraisal_assessed_unit guided for ALL using (((office_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) OR is_filed_assessment(authority_id, assessment_id))) with check (-)
appraisal_assessed_unit scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((office_id = ( SELECT (current_context()).unit_id AS unit_id)) AND (( SELECT current_role_name() AS current_role_name) = 'organCommittee'::text)) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND (( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text, 'branchCommittee'::text])) AND ((released_at IS NOT NULL) OR in_rating))))) with check (-)
appraisal_assessment assessed for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_assessed_unit x WHERE ((x.authority_id = appraisal_assessment.authority_id) AND (x.assessment_id = appraisal_assessment.id)))))) with check (-)
appraisal_assessment guided for ALL using (((state = 'filed'::text) OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_assessment scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
appraisal_assessment_objection scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_assessed_unit parent WHERE ((parent.authority_id = appraisal_assessment_objection.authority_id) AND (parent.id = appraisal_assessment_objection.assessed_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_assessed_unit parent WHERE ((parent.authority_id = appraisal_assessment_objection.authority_id) AND (parent.id = appraisal_assessment_objection.assessed_id))))))
appraisal_assessment_ruling scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_assessed_unit parent WHERE ((parent.authority_id = appraisal_assessment_ruling.authority_id) AND (parent.id = appraisal_assessment_ruling.assessed_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_assessed_unit parent WHERE ((parent.authority_id = appraisal_assessment_ruling.authority_id) AND (parent.id = appraisal_assessment_ruling.assessed_id))))))
appraisal_assessment_run assessed for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_assessed_unit x WHERE ((x.authority_id = appraisal_assessment_run.authority_id) AND (x.assessment_id = appraisal_assessment_run.assessment_id)))))) with check (-)
appraisal_assessment_run guided for ALL using (((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) OR is_filed_assessment(authority_id, assessment_id))) with check (-)
appraisal_assessment_run scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
appraisal_computation city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_computation guided for ALL using ((false OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_computation scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
appraisal_count city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_count entered for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (entered_by = ( SELECT current_person() AS current_person)))) with check (-)
appraisal_count guided for ALL using ((false OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_count scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
appraisal_filed_result city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_filed_result scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (person_id = ( SELECT current_person() AS current_person)))))
appraisal_filing city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_filing scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
appraisal_objection city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_objection guided for ALL using (((person_id = ( SELECT current_person() AS current_person)) OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_objection scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (person_id = ( SELECT current_person() AS current_person)))))
appraisal_rating city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_rating guided for ALL using (((person_id = ( SELECT current_person() AS current_person)) OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_rating scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND (( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text]))) OR ((person_id = ( SELECT current_person() AS current_person)) AND (source = 'self'::text))))) with check (-)
appraisal_result city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_result guided for ALL using (((person_id = ( SELECT current_person() AS current_person)) OR is_filed_round(authority_id, round_id) OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_result scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND (( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text, 'branchCommittee'::text]))) OR ((person_id = ( SELECT current_person() AS current_person)) AND (released_at IS NOT NULL))))) with check (-)
appraisal_round city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_round guided for ALL using (((state = 'filed'::text) OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_round own_round for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_subject s WHERE ((s.authority_id = appraisal_round.authority_id) AND (s.round_id = appraisal_round.id) AND (s.person_id = ( SELECT current_person() AS current_person))))))) with check (-)
appraisal_round scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true)))))
appraisal_ruling city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_ruling guided for ALL using ((false OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_ruling scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
appraisal_scheme guided for ALL using (((state <> 'draft'::text) OR (owner_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_scheme guided_delete for DELETE using ((owner_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
appraisal_scheme guided_insert for INSERT using (-) with check ((owner_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
appraisal_scheme guided_update for UPDATE using ((owner_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((owner_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
appraisal_scheme readable for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((state <> ALL (ARRAY['draft'::text, 'submitted'::text])) OR ( SELECT sees_all() AS sees_all) OR ((owner_unit_id = ( SELECT (current_context()).unit_id AS unit_id)) AND (( SELECT current_role_name() AS current_role_name) = 'organCommittee'::text))))) with check (-)
appraisal_scheme ships for INSERT using (-) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (state = 'published'::text) AND (published_by IS NULL) AND (drafted_by IS NULL) AND (owner_unit_id = ( SELECT city_scheme_owner(current_authority()) AS city_scheme_owner)) AND (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['branchSecretary'::text, 'organCommittee'::text, 'districtCommittee'::text, 'cityCommittee'::text]))))
appraisal_scheme writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((owner_unit_id = ( SELECT (current_context()).unit_id AS unit_id)) AND (( SELECT current_role_name() AS current_role_name) = 'organCommittee'::text))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((owner_unit_id = ( SELECT (current_context()).unit_id AS unit_id)) AND (( SELECT current_role_name() AS current_role_name) = 'organCommittee'::text)))))
appraisal_sitting city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_sitting counting for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT current_person() AS current_person) = first_teller) OR (( SELECT current_person() AS current_person) = second_teller)))) with check (-)
appraisal_sitting guided for ALL using ((false OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_sitting scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
appraisal_slip scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_count c WHERE ((c.authority_id = appraisal_slip.authority_id) AND (c.id = appraisal_slip.count_id) AND ((c.office_id IS NULL) OR ( SELECT sees_all() AS sees_all) OR (c.office_id = ( SELECT (current_context()).unit_id AS unit_id)))))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM appraisal_count c WHERE ((c.authority_id = appraisal_slip.authority_id) AND (c.id = appraisal_slip.count_id) AND ((c.office_id IS NULL) OR ( SELECT sees_all() AS sees_all) OR (c.office_id = ( SELECT (current_context()).unit_id AS unit_id))))))))
appraisal_subject city for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'cityCommittee'::text) AND (unit_id = ( SELECT (current_context()).unit_id AS unit_id)))) with check (-)
appraisal_subject guided for ALL using (((person_id = ( SELECT current_person() AS current_person)) OR is_filed_round(authority_id, round_id) OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
appraisal_subject scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (person_id = ( SELECT current_person() AS current_person)))))
audit_checkpoint sequencer for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['auditAdministrator'::text, 'job'::text])))) with check (-)
audit_event appends for INSERT using (-) with check (true)
audit_event readable for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['auditAdministrator'::text, 'job'::text])) OR (object_id = (( SELECT current_person() AS current_person))::text) OR (account_id = ( SELECT (current_context()).account_id AS account_id))))) with check (-)
audit_leaf sequencer for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['auditAdministrator'::text, 'job'::text])))) with check (-)
cycle_extension readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
cycle_extension writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
cycle_phase readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
cycle_phase writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
cycle_year readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
cycle_year writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
desk_city_stand scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
desk_delivery scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (person_id = ( SELECT current_person() AS current_person)))))
desk_delivery_mark job for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'job'::text))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'job'::text)))
desk_feed scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (person_id = ( SELECT current_person() AS current_person)))))
desk_reminder scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (person_id = ( SELECT current_person() AS current_person)))))
disclosure_notice readable for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (unit_id = ANY (( SELECT units_above() AS units_above)::uuid[]))))) with check (-)
disclosure_notice reviewing for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT current_role_name() AS current_role_name) = 'job'::text) OR (( SELECT decides() AS decides) AND (reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT current_role_name() AS current_role_name) = 'job'::text) OR (( SELECT decides() AS decides) AND (reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id))))))
disclosure_objection own for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (person_id = ( SELECT current_person() AS current_person)))) with check (-)
disclosure_objection raises for INSERT using (-) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (person_id = ( SELECT current_person() AS current_person)) AND (state = 'raised'::text)))
disclosure_objection reviewing for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT current_role_name() AS current_role_name) = 'job'::text) OR (( SELECT decides() AS decides) AND (reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT current_role_name() AS current_role_name) = 'job'::text) OR (( SELECT decides() AS decides) AND (reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id))))))
fact_entry appends for INSERT using (-) with check ((authority_id = ( SELECT current_authority() AS current_authority)))
fact_entry scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (subject_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (subject_id = ( SELECT current_person() AS current_person)))))
facts_column scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
facts_import guided for ALL using (((state = ANY (ARRAY['confirmed'::text, 'withdrawn'::text])) OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
facts_import guided_delete for DELETE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
facts_import guided_insert for INSERT using (-) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
facts_import guided_update for UPDATE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
facts_import scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
identity_account administrators for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'job'::text])))) with check (-)
identity_account audit_reads for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'auditAdministrator'::text))) with check (-)
identity_account committee for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'organCommittee'::text) AND (person_id = ANY (( SELECT members_below() AS members_below)::uuid[])))) with check (-)
identity_account own for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (id = ( SELECT (current_context()).account_id AS account_id)))) with check (-)
identity_account staff for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'workCommittee'::text) AND (person_id IS NOT NULL))) with check (-)
identity_audit_mark auditor for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = 'auditAdministrator'::text))) with check (-)
identity_failure readable for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'auditAdministrator'::text, 'job'::text])))) with check (-)
identity_grant readable for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['securityAdministrator'::text, 'systemAdministrator'::text, 'auditAdministrator'::text, 'job'::text])) OR (account_id = ( SELECT (current_context()).account_id AS account_id))))) with check (-)
identity_grant writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['securityAdministrator'::text, 'systemAdministrator'::text])))) with check (-)
identity_session administrators for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['systemAdministrator'::text, 'securityAdministrator'::text, 'job'::text])))) with check (-)
identity_session own for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (account_id = ( SELECT (current_context()).account_id AS account_id)))) with check (-)
inbox_item scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (person_id = ( SELECT current_person() AS current_person)))))
inbox_item sends for INSERT using (-) with check ((authority_id = ( SELECT current_authority() AS current_authority)))
meeting_life_amendment scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_amendment.authority_id) AND (parent.id = meeting_life_amendment.meeting_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_amendment.authority_id) AND (parent.id = meeting_life_amendment.meeting_id))))))
meeting_life_attendance scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_attendance.authority_id) AND (parent.id = meeting_life_attendance.meeting_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_attendance.authority_id) AND (parent.id = meeting_life_attendance.meeting_id))))))
meeting_life_candidate scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_candidate.authority_id) AND (parent.id = meeting_life_candidate.meeting_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_candidate.authority_id) AND (parent.id = meeting_life_candidate.meeting_id))))))
meeting_life_election scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_election.authority_id) AND (parent.id = meeting_life_election.meeting_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_election.authority_id) AND (parent.id = meeting_life_election.meeting_id))))))
meeting_life_meeting guided for ALL using ((false OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
meeting_life_meeting scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true)))))
meeting_life_minutes heard for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND meeting_life_hears(authority_id, meeting_id))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND meeting_life_hears(authority_id, meeting_id)))
meeting_life_requirement readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
meeting_life_requirement writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
meeting_life_resolution scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_resolution.authority_id) AND (parent.id = meeting_life_resolution.meeting_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM meeting_life_meeting parent WHERE ((parent.authority_id = meeting_life_resolution.authority_id) AND (parent.id = meeting_life_resolution.meeting_id))))))
membership_belonging guided_delete for DELETE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
membership_belonging guided_insert for INSERT using (-) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
membership_belonging guided_update for UPDATE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
membership_belonging scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true)) OR (member_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true)) OR (member_id = ( SELECT current_person() AS current_person)))))
membership_correction scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM membership_member parent WHERE ((parent.authority_id = membership_correction.authority_id) AND (parent.id = membership_correction.member_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM membership_member parent WHERE ((parent.authority_id = membership_correction.authority_id) AND (parent.id = membership_correction.member_id))))))
membership_member guided_update for UPDATE using (((cardinality(( SELECT guided_units() AS guided_units)) = 0) OR (NOT is_guided_member(id)))) with check (-)
membership_member scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (id = ( SELECT current_person() AS current_person)) OR (EXISTS ( SELECT 1 FROM membership_belonging b WHERE ((b.authority_id = membership_member.authority_id) AND (b.member_id = membership_member.id)))) OR (EXISTS ( SELECT 1 FROM organization_post p WHERE ((p.authority_id = membership_member.authority_id) AND (p.person_id = membership_member.id) AND (p.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])))))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['organCommittee'::text, 'districtCommittee'::text, 'branchSecretary'::text])))))
membership_rights_suspension guided_delete for DELETE using (((cardinality(( SELECT guided_units() AS guided_units)) = 0) OR (NOT is_guided_member(member_id)))) with check (-)
membership_rights_suspension guided_insert for INSERT using (-) with check (((cardinality(( SELECT guided_units() AS guided_units)) = 0) OR (NOT is_guided_member(member_id))))
membership_rights_suspension guided_update for UPDATE using (((cardinality(( SELECT guided_units() AS guided_units)) = 0) OR (NOT is_guided_member(member_id)))) with check (-)
membership_rights_suspension scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM membership_member parent WHERE ((parent.authority_id = membership_rights_suspension.authority_id) AND (parent.id = membership_rights_suspension.member_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM membership_member parent WHERE ((parent.authority_id = membership_rights_suspension.authority_id) AND (parent.id = membership_rights_suspension.member_id))))))
membership_service guided_delete for DELETE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
membership_service guided_insert for INSERT using (-) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
membership_service guided_update for UPDATE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
membership_service of_member for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM membership_member m WHERE ((m.authority_id = membership_service.authority_id) AND (m.id = membership_service.member_id)))))) with check (-)
membership_service scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (member_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (member_id = ( SELECT current_person() AS current_person)))))
membership_standing guided_delete for DELETE using (((cardinality(( SELECT guided_units() AS guided_units)) = 0) OR (NOT is_guided_member(member_id)))) with check (-)
membership_standing guided_insert for INSERT using (-) with check (((cardinality(( SELECT guided_units() AS guided_units)) = 0) OR (NOT is_guided_member(member_id))))
membership_standing guided_update for UPDATE using (((cardinality(( SELECT guided_units() AS guided_units)) = 0) OR (NOT is_guided_member(member_id)))) with check (-)
membership_standing scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM membership_member parent WHERE ((parent.authority_id = membership_standing.authority_id) AND (parent.id = membership_standing.member_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM membership_member parent WHERE ((parent.authority_id = membership_standing.authority_id) AND (parent.id = membership_standing.member_id))))))
membership_transfer guided_delete for DELETE using (((from_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) OR (to_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
membership_transfer guided_insert for INSERT using (-) with check (((from_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) OR (to_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))))
membership_transfer guided_update for UPDATE using (((from_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) OR (to_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (((from_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) OR (to_unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))))
membership_transfer receiving for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (to_unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND (( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])))) with check (-)
membership_transfer scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((from_unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (member_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((from_unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (member_id = ( SELECT current_person() AS current_person)))))
organization_advice answered for UPDATE using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (to_unit_id = ( SELECT advising_unit() AS advising_unit)) AND (answer IS NULL))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (to_unit_id = ( SELECT advising_unit() AS advising_unit))))
organization_advice given for INSERT using (-) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (from_unit_id = ( SELECT advising_unit() AS advising_unit)) AND (to_unit_id = ANY (( SELECT guided_units() AS guided_units)::uuid[]))))
organization_advice readable for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT advising_unit() AS advising_unit) = from_unit_id) OR (( SELECT advising_unit() AS advising_unit) = to_unit_id)))) with check (-)
organization_change guided_delete for DELETE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
organization_change guided_insert for INSERT using (-) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_change guided_update for UPDATE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_change scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true)))))
organization_name guided_delete for DELETE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
organization_name guided_insert for INSERT using (-) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_name guided_update for UPDATE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_name readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
organization_name writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['organCommittee'::text, 'districtCommittee'::text]))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['organCommittee'::text, 'districtCommittee'::text])))))
organization_place readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
organization_place writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
organization_post guided_delete for DELETE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
organization_post guided_insert for INSERT using (-) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_post guided_update for UPDATE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_post readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
organization_post writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[]))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])))))
organization_relation guided_delete for DELETE using ((((kind = 'guides'::text) AND (upper_id = ( SELECT (current_context()).unit_id AS unit_id))) OR ((lower_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) AND (upper_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))))) with check (-)
organization_relation guided_insert for INSERT using (-) with check ((((kind = 'guides'::text) AND (upper_id = ( SELECT (current_context()).unit_id AS unit_id))) OR ((lower_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) AND (upper_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))))
organization_relation guided_update for UPDATE using ((((kind = 'guides'::text) AND (upper_id = ( SELECT (current_context()).unit_id AS unit_id))) OR ((lower_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) AND (upper_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))))) with check ((((kind = 'guides'::text) AND (upper_id = ( SELECT (current_context()).unit_id AS unit_id))) OR ((lower_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])) AND (upper_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))))
organization_relation readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
organization_relation writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['organCommittee'::text, 'districtCommittee'::text]))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['organCommittee'::text, 'districtCommittee'::text])))))
organization_term guided_delete for DELETE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
organization_term guided_insert for INSERT using (-) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_term guided_update for UPDATE using ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_term readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
organization_term writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[]))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])))))
organization_unit guided_delete for DELETE using ((id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check (-)
organization_unit guided_insert for INSERT using (-) with check ((id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_unit guided_update for UPDATE using ((id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) with check ((id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))
organization_unit readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
organization_unit writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['organCommittee'::text, 'districtCommittee'::text]))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['organCommittee'::text, 'districtCommittee'::text])))))
organization_zone_unit readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
organization_zone_unit writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
organization_zoning readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
organization_zoning writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
platform_command own for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (account_id = ( SELECT (current_context()).account_id AS account_id)))) with check (-)
platform_file readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
platform_file writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND true)) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND true))
platform_holiday readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
platform_holiday writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
pledge_adoption below for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
pledge_adoption scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR true)))))
pledge_comment scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_comment.authority_id) AND (parent.id = pledge_comment.pledge_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_comment.authority_id) AND (parent.id = pledge_comment.pledge_id))))))
pledge_description scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)) OR (person_id = ( SELECT current_person() AS current_person)))))
pledge_draw guided for ALL using ((false OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
pledge_draw repeatable for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (unit_id = ANY (( SELECT units_above() AS units_above)::uuid[])))) with check (-)
pledge_draw scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
pledge_duty readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
pledge_duty writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
pledge_item scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_item.authority_id) AND (parent.id = pledge_item.pledge_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_item.authority_id) AND (parent.id = pledge_item.pledge_id))))))
pledge_midyear scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_midyear.authority_id) AND (parent.id = pledge_midyear.pledge_id) AND ((( SELECT sees_all() AS sees_all) AND (parent.unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (parent.person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND ((parent.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (parent.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)))))))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_midyear.authority_id) AND (parent.id = pledge_midyear.pledge_id) AND ((( SELECT sees_all() AS sees_all) AND (parent.unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (parent.person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND ((parent.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (parent.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id))))))))))
pledge_pledge guided for ALL using (((state <> ALL (ARRAY['draft'::text, 'returned'::text])) OR (person_id = ( SELECT current_person() AS current_person)) OR (reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)) OR (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[])))) with check (-)
pledge_pledge public_below for SELECT using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (state = ANY (ARRAY['onNotice'::text, 'inForce'::text, 'amending'::text, 'closed'::text])) AND (unit_id = ANY (( SELECT units_above() AS units_above)::uuid[])))) with check (-)
pledge_pledge reviewing for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)) AND (( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])))) with check (-)
pledge_pledge scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR (state = ANY (ARRAY['onNotice'::text, 'inForce'::text, 'amending'::text, 'closed'::text])))) OR (person_id = ( SELECT current_person() AS current_person))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR (state = ANY (ARRAY['onNotice'::text, 'inForce'::text, 'amending'::text, 'closed'::text])))) OR (person_id = ( SELECT current_person() AS current_person)))))
pledge_progress scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_progress.authority_id) AND (parent.id = pledge_progress.pledge_id) AND ((( SELECT sees_all() AS sees_all) AND (parent.unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (parent.person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND ((parent.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (parent.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)))))))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_progress.authority_id) AND (parent.id = pledge_progress.pledge_id) AND ((( SELECT sees_all() AS sees_all) AND (parent.unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (parent.person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND ((parent.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (parent.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id))))))))))
pledge_rectification scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_rectification.authority_id) AND (parent.id = pledge_rectification.pledge_id) AND ((( SELECT sees_all() AS sees_all) AND (parent.unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (parent.person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND ((parent.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (parent.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)))))))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_rectification.authority_id) AND (parent.id = pledge_rectification.pledge_id) AND ((( SELECT sees_all() AS sees_all) AND (parent.unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (parent.person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND ((parent.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (parent.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id))))))))))
pledge_reminder scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT sees_all() AS sees_all) OR ((unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) AND ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) OR false)))))
pledge_report handed_in for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (state = 'submitted'::text) AND (( SELECT sees_all() AS sees_all) OR (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (unit_id = ANY (( SELECT units_above() AS units_above)::uuid[])) OR (EXISTS ( SELECT 1 FROM pledge_pledge p WHERE ((p.authority_id = pledge_report.authority_id) AND (p.id = pledge_report.pledge_id) AND (p.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)))))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (state = 'submitted'::text) AND (( SELECT sees_all() AS sees_all) OR (EXISTS ( SELECT 1 FROM pledge_pledge p WHERE ((p.authority_id = pledge_report.authority_id) AND (p.id = pledge_report.pledge_id) AND (p.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id))))))))
pledge_report own for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (person_id = ( SELECT current_person() AS current_person)))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (person_id = ( SELECT current_person() AS current_person))))
pledge_review scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_review.authority_id) AND (parent.id = pledge_review.pledge_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_review.authority_id) AND (parent.id = pledge_review.pledge_id))))))
pledge_sample scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_sample.authority_id) AND (parent.id = pledge_sample.pledge_id) AND ((( SELECT sees_all() AS sees_all) AND (parent.unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (parent.person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND ((parent.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (parent.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id)))))))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM pledge_pledge parent WHERE ((parent.authority_id = pledge_sample.authority_id) AND (parent.id = pledge_sample.pledge_id) AND ((( SELECT sees_all() AS sees_all) AND (parent.unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (parent.person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND ((parent.unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR (parent.reviewer_unit_id = ( SELECT (current_context()).unit_id AS unit_id))))))))))
pledge_template offers for INSERT using (-) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (( SELECT current_role_name() AS current_role_name) = ANY (ARRAY['organCommittee'::text, 'branchSecretary'::text]))))
pledge_template readable for SELECT using ((authority_id = ( SELECT current_authority() AS current_authority))) with check (-)
pledge_template writable for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
roster_column scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
roster_preview scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ( SELECT sees_all() AS sees_all)))
supervision_event scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM supervision_task parent WHERE ((parent.authority_id = supervision_event.authority_id) AND (parent.id = supervision_event.task_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM supervision_task parent WHERE ((parent.authority_id = supervision_event.authority_id) AND (parent.id = supervision_event.task_id))))))
supervision_item scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM supervision_list parent WHERE ((parent.authority_id = supervision_item.authority_id) AND (parent.id = supervision_item.list_id)))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND (EXISTS ( SELECT 1 FROM supervision_list parent WHERE ((parent.authority_id = supervision_item.authority_id) AND (parent.id = supervision_item.list_id))))))
supervision_list scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT sees_all() AS sees_all) AND (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR ((unit_id = ( SELECT (current_context()).unit_id AS unit_id)) AND (( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text]))) OR ((( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])) AND (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[]))) OR (EXISTS ( SELECT 1 FROM supervision_task t WHERE ((t.authority_id = supervision_list.authority_id) AND (t.list_id = supervision_list.id))))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((unit_id = ( SELECT (current_context()).unit_id AS unit_id)) OR (( SELECT current_role_name() AS current_role_name) = 'job'::text))))
supervision_task scope for ALL using (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT sees_all() AS sees_all) AND (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR ((from_unit_id = ( SELECT (current_context()).unit_id AS unit_id)) AND (( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text])))))) with check (((authority_id = ( SELECT current_authority() AS current_authority)) AND ((( SELECT sees_all() AS sees_all) AND (unit_id <> ALL (( SELECT guided_units() AS guided_units)::uuid[]))) OR (unit_id = ANY (( SELECT visible_units() AS visible_units)::uuid[])) OR ((from_unit_id = ( SELECT (current_context()).unit_id AS unit_id)) AND (( SELECT current_role_name() AS current_role_name) <> ALL (ARRAY['member'::text, 'partyGroupMember'::text]))))))

-- triggers
CREATE TRIGGER administrators_apart BEFORE INSERT OR UPDATE ON public.identity_account FOR EACH ROW EXECUTE FUNCTION keep_posts_from_administrators()
CREATE TRIGGER administrators_apart BEFORE INSERT OR UPDATE ON public.identity_grant FOR EACH ROW EXECUTE FUNCTION keep_administrators_apart()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.appraisal_assessment_ruling FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.appraisal_assessment_run FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.appraisal_filed_result FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.appraisal_filing FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.fact_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.identity_audit_mark FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.meeting_life_amendment FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.supervision_event FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER assessment_stays BEFORE DELETE OR UPDATE ON public.appraisal_assessment FOR EACH ROW EXECUTE FUNCTION keep_assessment()
CREATE TRIGGER filed_is_final BEFORE DELETE OR UPDATE ON public.appraisal_assessed_unit FOR EACH ROW EXECUTE FUNCTION keep_filed_unit()
CREATE TRIGGER filed_is_final BEFORE DELETE OR UPDATE ON public.appraisal_result FOR EACH ROW EXECUTE FUNCTION refuse_after_filing()
CREATE TRIGGER grants_take_two BEFORE INSERT OR UPDATE ON public.identity_grant FOR EACH ROW EXECUTE FUNCTION grants_take_two()
CREATE TRIGGER published_stays BEFORE DELETE OR UPDATE ON public.appraisal_scheme FOR EACH ROW EXECUTE FUNCTION keep_published_scheme()
CREATE TRIGGER sessions_end AFTER UPDATE ON public.identity_account FOR EACH ROW EXECUTE FUNCTION end_sessions_with_account()

-- functions
account_capacities(uuid,uuid) security definer md5 320bb162819e08a3b30e35966432bf26
account_for_sign_in(text,text) security definer md5 bde3d704373e7de0f4f63bfae1229951
adopting_organ(uuid,uuid) md5 9dbe0143a7955a728b0967363dd5eeba
adopting_organs(uuid) md5 66420f5c0af4f6833329ce468513caae
advising_unit() md5 cd8789d65821e78b2934e5c33ffbfad5
app_now() md5 43c2eb727e950b9071ad1c9ac47d8458
app_today() md5 c7396198b66cc582e384d0a68a1c7f77
appraisal_openable(uuid,uuid) md5 7689484de0bf78c5b6aa7554be4a13ac
appraisal_pledges(uuid,uuid,text,uuid) md5 3dd60c83b94cbc5808db29a75ec1876c
appraisal_pool(uuid,text,uuid,date) security definer md5 a7b2d22b69666518019762f8ccf61b00
appraising_unit(uuid,text,uuid,uuid) md5 8dff237abe21714e85f688a33efede9a
assessable_units(uuid,text,uuid,date) md5 27051de314ee3811b1cf6997ac1dd6d9
belongs_under(uuid,uuid,uuid,date) security definer md5 5b31622223b13af54c37e88a6021dd68
branches_at_a_glance(uuid,date) md5 32102c69495f874efbc0f7d527900bab
city_scheme_owner(uuid) security definer md5 a00dd646159c4b5de66196e0e6ea6d29
confirm_session(uuid,uuid,bigint) security definer md5 90b84fb3b34d68e3c1fd434dcb48d3e2
current_authority() md5 b0dd3b6d316ab6e6a683c75c0654ead1
current_context() security definer md5 86de29057174246979c0d6c0663668ef
current_person() md5 4775a92551e0d9abea9fbd68936afe83
current_role_name() md5 4298f1e806a27ab6ae4f3011195818d8
cycle_audience(uuid,text,date) md5 f857fdc4edd68702bb53be8bc66a6c4e
cycle_is_open(uuid,uuid) md5 4e51d5d8110b43676dba515dcee5036a
decides() md5 cad061c3871306622d0511b9861724ad
delivery_health() security definer md5 842b7668c7e6c2161da6d50eabfdd10a
demo_account(uuid) security definer md5 246da6f3febc1d4e4611eea20a013355
demo_personas() security definer md5 9b96e7ca0f4a8844f9376a136be98ea7
end_sessions_with_account() security definer md5 4f1dc07b1eadd8b7369dd868965acc87
ended_since(uuid,uuid[],date) md5 95dd1ec55508dcc1e430c89ae8107314
enter_first_count(uuid,uuid,integer,integer,jsonb) security definer md5 62dc806dc197a18969b65956aa0bf52c
enter_second_count(uuid,integer,integer,jsonb,text) security definer md5 d273b0dca31ddd40e7ee5d3e21ef53ed
facts_standing(uuid,uuid) md5 ce5d300848c7f03daec50ae51b1e49d0
facts_subject(uuid,uuid) md5 2a10a8632b8c93123f024d9794b830db
facts_subjects(uuid) md5 7cfc282c7ffa1e9dc6ce517189b7d92d
facts_year_closed(uuid,integer) md5 7a8731083c1c9790e31d1572f737011b
failures_against(uuid,uuid,text) security definer md5 1fb6c2f8a08b214184665945a261619b
feed_entries(text) security definer md5 5fd777136aa8efb8314acac58d21d3e4
feed_meetings(text) security definer md5 f7a17da9170e3fedb8f858ae4782d766
filed_grades() security definer md5 cb9eb71c8477da89b983c4f6892fac73
find_members(text,date,integer) security definer md5 8aff60da865dd141ce2b547f72e30110
first_in_force(uuid,uuid) md5 59a652028a766b7d2d2383e9fe398d02
followed_subject(uuid,uuid,text) md5 8e948e23e5bfc85725745b9ec9cbe2d3
fresh_messages(timestamp with time zone,boolean,boolean) md5 17f6f2676bad18445700108d2029848c
fulfilment_lines(uuid,uuid,boolean) security definer md5 8b3570feac28556546d3e1d4a74b9135
grants_take_two() security definer md5 8901713f05ac4aa3dd029c816cae7f40
guided_units() security definer md5 dac101bf079c46c58563cc4e1478edb6
is_bound(text,numeric,text) md5 d89f51b9327d20d2b4f561c06d5fe4fe
is_filed_assessment(uuid,uuid) security definer md5 2f06c47e347154c04b91d597823d97ea
is_filed_round(uuid,uuid) security definer md5 617c415f5b31e3af4a632e64165df898
is_guided_member(uuid) security definer md5 cc88074a98875a9efcf431f27bb343a2
is_rating(appraisal_sitting) md5 f6e129061e05cac5b2a33f871945f70f
keep_administrators_apart() security definer md5 f81d2409a6c782b58ee38531e3a34a45
keep_assessment() md5 24860b876e16a8fab95e0c5f3b38843d
keep_filed_unit() md5 60ea8bfade53d8184ecd16af30f15655
keep_posts_from_administrators() security definer md5 e64dfa2ed82989819709ca4ba9e9608a
keep_published_scheme() md5 464b847bb9b7ea0f3f405c4ff43082d4
kind_of_unit(uuid,uuid) md5 3e197630d666388dafeeb41259e54914
last_filed_results(uuid,uuid) md5 3ddafe78bb8fd52476bbabd1bdaf46c5
leader_of(uuid,uuid,text[]) md5 2a06009db59a44a331649913c91c5e8a
lies_under(uuid,uuid,uuid) md5 0d6a14925e1f511c36394ffe01790895
list_members(date,uuid[],text,text,boolean,text,boolean,text,uuid,integer) security definer md5 2e43d93938a614ab60f95ec39fa6feeb
lock_roster() security definer md5 d2860deeae39bc2012885c79615d176d
managing_unit(uuid,text,uuid) md5 1db898a42819f0726649753a09a26a1d
meeting_life_due(uuid,text,uuid[],date) security definer md5 f864d138e0b3eae4313eff3a6cb5ad87
meeting_life_hears(uuid,uuid) security definer md5 87386c34d20deda88cc63cdb7f160b50
meeting_life_held(uuid[],date,date) security definer md5 19ee51d7ef8e2eeeea5da8c969fc0f7a
meeting_life_mine(date,date) security definer md5 3b6b6f26a8f53bd50428098c2ed43a4b
meeting_life_of(uuid,uuid,date,date) md5 8cefcbc4974c0780dcea0a5c9a26d7a9
meeting_life_units(uuid,date) security definer md5 754d5a852a29de744ff34b1ccf0d375f
meeting_ref(uuid) md5 f4db4b037390d1983330f464545fb14c
member_counts(date,uuid[]) security definer md5 3861b35ec8951976d6abd051bb376470
member_names(uuid[]) md5 bbcdd20ecf937b7b90ef2b806d3bd70c
members_below() security definer md5 e12830e66f152a4972dd63a7b95dde8d
members_suspended(uuid[],date) security definer md5 929f6b3fdcbd7a44a32c934e0d0fc4f1
move_clock_for_demo(interval) security definer md5 efbc5e3c02ebefb59ea84fdedcf0ce53
my_asks() security definer md5 2c1e8e8bfe09b3cbc915b565c4bb4c3a
my_data() security definer md5 10a709924d8a049bebf20629949b9ca2
needs_setup() security definer md5 fad92d3742ac3f161df947a32f4be5ff
note_code_try(uuid,uuid) security definer md5 442d0870fe06bd9c59f25afbbe20b59e
note_failure(uuid,uuid,text,uuid) security definer md5 b404c546953240944f108bdcf3f8e3e6
office_asks(uuid,uuid,text,uuid,date) md5 b57cdf36abcc9cb4423ae106e3a47f05
office_over(uuid) md5 426bdff222b20833932a3a4318292f03
office_reach() md5 5093e2337fc81a1a33f5f93de7eff1d3
office_units() md5 a15b7fdd2887592f18bbeafd570ffb2a
on_slips(appraisal_sitting) md5 a4030c01cdb7883e2c2129304a1fd13d
only_roster_keepers() md5 db0f2a8783e39f57e3ac7e09a6d63c8a
open_context(text) security definer md5 d21915531bb6df0c3214064599d85a7f
open_job_session(uuid,text,uuid,text) security definer md5 793be8e796befc4f16fd2d9e48cc0010
open_pledges(uuid[]) md5 b6b0453dfe11669f60ff339ce2ca669c
open_session(uuid,uuid,uuid,text,boolean,boolean,text,text) security definer md5 88ee9bff4a0d0fa642330c077bed09ed
organ_of_unit(uuid,uuid) md5 eb633cad578d4967b29b6f2c6d627748
organs_of_units(uuid) md5 00939f2758dc6df307900b60b4908cb8
overview_stuck(uuid,date) security definer md5 73e83176028a1bf2d452d1d7fa32f943
own_asks(uuid,uuid,date) md5 0b38b90599cd737a1d9f9749fd91bed9
party_group_secretaries(uuid,date) security definer md5 3c09a1d2f7657edfc35635525c49bbc3
pending_session(text) security definer md5 51a4458f5f3d8f0f6de6699f4916700c
people_under(uuid,uuid,date) security definer md5 4b6c811031f6e05d402f7c6546235b18
person_code(uuid,uuid) md5 a5e1bda87ba2a4b98ce3ac20a566ba20
person_label(uuid,uuid) md5 ff8919533cf06796ff2eb0b39ded24aa
place_units(uuid) security definer md5 166e06376650be2f7e17a5750dd23e7f
pledge_by_organ(uuid,date,boolean,integer,integer,integer) security definer md5 c06fe53e082a477dea0557704f6c06ef
pledge_by_unit(uuid,date,boolean,integer,integer,integer) security definer md5 e25b197a253f1df5f0da5bc096651667
pledge_course(uuid,date) security definer md5 90310d8fc83718c46851cf55d78c74e6
pledge_item_lights(uuid,uuid,uuid[],date,boolean,integer,integer,integer) md5 e02a39a7efd9e858ddb23ae89707f357
pledge_owners(uuid,date) md5 4f3c548ea04eeeffdf75b1a4b22d8305
pledge_reviews_waiting(date) security definer md5 ff619471fe68f6046918b0b7e4ac800c
pledge_texts(uuid) security definer md5 074a7fa9e71a8e0f162804343502f7db
pledges_owed(date) security definer md5 31518a8ac2724cb34281bf68fd8da7ef
pledging_members(uuid,date) md5 cf347b39202738267dbe63a8c2c8f0ac
post_holder_names(uuid[]) security definer md5 025a9078c9bf6b87338d242882e25e14
protect(text,text,text,text) md5 5defce3511be6a757829da90a59802f6
protect_child(text,text,text) md5 dce3bd1e8405ac088ce7bce0dd933db2
protect_from_guide(text,text,text) md5 df0b5546390a50a3166f59ceaef771cc
protect_fulfilment(text) md5 844ce53f24b2293f68166c49b08dd7b5
protect_guided(text,text) md5 ebd5f46c616a22cc2a4917e618d08c64
protect_shared(text,text) md5 7dc216a88510d57760e70ec0798c88f9
published_assessments(uuid) security definer md5 52ece6be7ce59f7b8884b870e4d1310d
published_results(uuid,uuid) security definer md5 6cc92d5391c8be042a5f3045977e4d28
receive_transfer(uuid,uuid,date) security definer md5 9cda67fe5a145cca113c4120032c210c
refuse_after_filing() md5 88c21abf4925cb38f363e426ccc7b377
refuse_change() md5 90be8e4073712fdc4b68d0d416777c9e
retry_deliveries(timestamp with time zone) security definer md5 f8f4e9658ed49e21d96e150a08ad4e27
role_of_post(text,text) md5 09b28e40d74d8a2022cf36fab8e69177
roster_account_counts() security definer md5 7bf02e4dbcd88ce201e732b0a520f8aa
roster_accounts(uuid) md5 c58a7c564164700beb35e416adcbb7db
roster_figures(date) security definer md5 58cb8a67efee20d0b1c7889c1903d4a8
roster_members(date) security definer md5 7c49d8697bd89885bb674aad755afb71
roster_posts() security definer md5 630e4f9307edd5a8376d75c286bc85d7
roster_relations(date) security definer md5 87ee18c73fee4c6498befa6f9e16df67
roster_terms() security definer md5 532d7685be8754378dfe5bee942fc0c3
roster_units(date) security definer md5 3122477f2b1efc2e5c5a5bcc9b8498b8
rounds_at_a_glance(uuid) security definer md5 01999dde19af09e76439bd0cf5ae48dc
running_notices(uuid,date) md5 69e8ff8a0c1d7174011f2caa03d6fdb4
scheme_audience(uuid,uuid,text,date) security definer md5 b83f2955d1bf1be825e9b5d94083fa5d
scheme_in_force(uuid,text,uuid,date) md5 6a4624929b74f0569da1c4b79f377b10
scheme_office(uuid,uuid,date) security definer md5 23270aef205aaf3c2c45792457637b9f
sees_all() md5 f0531c2299ad4c8345eb73c3bdd30fda
services_in(uuid,date) security definer md5 23baf7b21743002c5038da5fb8be282b
set_first_password(uuid,uuid,text,text) security definer md5 02f57750c1b2b2121df9abbeaaaee145
set_up_city(text,jsonb) security definer md5 c9d999b95a590188f77a88cc1257692f
system_state() security definer md5 bef22737885a9aaae7333cffc8f75963
task_asks(uuid,text,uuid,text) md5 d135e6db1e9aaec71a3c1167c8835d00
task_holders(uuid[],text[],date) security definer md5 a5b24d3de4e37929bfff29942393f072
task_recipients(uuid[],text[],date) md5 c9a5e52afe88fb86fe9c9fdea8874aaa
teller_candidates(uuid,text,integer) security definer md5 369911f9a70ae7cc8c3322ce0f66dd8c
teller_sheet(uuid) security definer md5 7064b5237602929574a127189ada3dab
transferring_members(uuid[]) security definer md5 67a2e18a74c638c9dac0276c3640afc4
unit_deciders(uuid,uuid,date) md5 c1416483e18fe8f4fb8646f0f27af7da
unit_label(uuid,uuid) md5 0d38fd05aa9eed65822de13933118a64
unit_leaders(uuid,uuid[],date) md5 31da65631a9b8ba18242d7501bb4b969
unit_name(uuid,uuid) security definer md5 759f3ca1b1012638865c1839c0ed4661
unit_places_on(uuid,date) md5 764e413f348e09a7ab555e921b72145a
unit_rating_asks(uuid,uuid,uuid) md5 a67b979a6b144d7ab08ee455353112a4
units_above() security definer md5 416c3f0910a5197537ab26b202ae1fb6
units_within(uuid[]) security definer md5 87473de8ffec7403cf4a6d2fc92f79a9
unplaced_below(uuid,uuid[]) security definer md5 cff016c76a3756c7d8a2dc7eca199758
visible_units() security definer md5 e6a46aa59c77d7cc0feec01d43a41467
write_roster(jsonb) security definer md5 5c60baec0a88b2074a348710f8f856a7
year_of_cycle(uuid,uuid) md5 88a92e605c78088547d6e94617af5ee0
