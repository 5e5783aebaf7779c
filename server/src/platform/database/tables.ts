// Generated from the migrations by `npm run generate`; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** JSON as the driver reads it; written as text, so that lists are not taken for PostgreSQL arrays. */
type Json = ColumnType<unknown, string, string>
type DefaultJson = ColumnType<unknown, string | undefined, string>
type NullableJson = ColumnType<unknown, string | null | undefined, string | null>

export interface Database {
  appraisal_assessed_unit: {
    authority_id: string
    id: string
    assessment_id: string
    office_id: string
    unit_id: string
    name: string
    pinyin: string
    initials: string
    organ_id: string
    organ: string
    organ_class: string | null
    total: string | null
    ranks: Json
    proposed: string | null
    proposed_stars: number | null
    light: string | null
    to_be_decided: boolean
    tied_grades: Generated<string[]>
    tied_stars: Generated<number[]>
    ungraded: boolean
    blocked: string[]
    limits: string[]
    barred: string[]
    grade: string | null
    stars: number | null
    decision_reason: string | null
    decided_by: string | null
    decided_at: string | null
    released_at: string | null
    in_rating: Generated<boolean>
    zone: string | null
  }
  appraisal_assessment: {
    authority_id: string
    id: string
    unit_id: string
    scheme_id: string
    period: string
    cut_off: string
    state: Generated<'rating' | 'provisional' | 'decided' | 'objection' | 'filed'>
    inputs_sha256: string | null
    computed_by: string
    computed_at: string
    placed_on: string
    meeting: string | null
    meeting_on: string | null
    document: string | null
    decided_by: string | null
    decided_at: string | null
    objection_until: string | null
    published_by: string | null
    published_at: string | null
  }
  appraisal_assessment_objection: {
    authority_id: string
    id: string
    assessed_id: string
    person_id: string
    node: string
    text: string
    state: Generated<'raised' | 'upheld' | 'corrected'>
    raised_at: string
    due_on: string
    answer: string | null
    answered_by: string | null
    answered_at: string | null
  }
  appraisal_assessment_ruling: {
    authority_id: string
    id: string
    assessed_id: string
    run_id: string
    kind: 'limit' | 'fact' | 'indicator'
    target: string
    value: string | null
    meeting: string
    meeting_on: string
    document: string
    clause: string | null
    reason: string
    decided_by: string
    decided_at: string
  }
  appraisal_assessment_run: {
    authority_id: string
    id: string
    assessment_id: string
    unit_id: string
    number: number
    cause: 'first' | 'ratings' | 'ruling' | 'correction'
    input: string
    inputs_sha256: string
    moved: Json
    places: Json
    computed_by: string
    computed_at: string
  }
  appraisal_computation: {
    authority_id: string
    round_id: string
    unit_id: string
    input: string
    sha256: string
    computed_by: string
    computed_at: string
  }
  appraisal_count: {
    authority_id: string
    id: string
    round_id: string | null
    unit_id: string
    panel: string
    source: string
    entitled: number
    handed_out: number
    returned: number
    state: Generated<'entered' | 'confirmed' | 'rejected'>
    entered_by: string
    entered_at: string
    confirmed_by: string | null
    confirmed_at: string | null
    second_entry_sha256: string | null
    rejection_reason: string | null
    sitting_id: string | null
    mismatches: Generated<number>
    office_id: string | null
  }
  appraisal_filed_result: {
    authority_id: string
    id: string
    filing_id: string
    person_id: string
    unit_id: string
    level: string
    year: number
    total: string | null
    grade: string
    barred: string[]
    low: Generated<string[]>
    name: string
    scheme_id: string
  }
  appraisal_filing: {
    authority_id: string
    id: string
    round_id: string | null
    unit_id: string
    managing_unit_id: string
    level: string
    year: number
    document: string
    sha256: string
    filed_by: string
    filed_at: string
    assessment_id: string | null
  }
  appraisal_objection: {
    authority_id: string
    id: string
    result_id: string
    unit_id: string
    person_id: string
    node: string
    text: string
    state: Generated<'raised' | 'examining' | 'upheld' | 'corrected'>
    answer: string | null
    answered_by: string | null
    raised_at: string
    due_on: string
    answered_at: string | null
  }
  appraisal_rating: {
    authority_id: string
    id: string
    subject_id: string | null
    unit_id: string
    person_id: string | null
    source: string
    grade: string
    reason: string | null
    document: string | null
    rated_by: string
    rated_at: string
    assessed_id: string | null
  }
  appraisal_result: {
    authority_id: string
    id: string
    subject_id: string
    round_id: string
    unit_id: string
    person_id: string
    total: string | null
    proposed: string | null
    to_be_decided: boolean
    ranks: Json
    outcome: Json
    trace: Json
    inputs_sha256: string
    grade: string | null
    decision_reason: string | null
    decided_by: string | null
    decided_at: string | null
    released_at: string | null
  }
  appraisal_round: {
    authority_id: string
    id: string
    cycle_id: string
    level: 'member' | 'branchSecretary' | 'organCommitteeSecretary' | 'partyGroupSecretary'
    unit_id: string
    scheme_id: string
    state: Generated<'preparing' | 'rating' | 'computed' | 'decided' | 'objection' | 'filed'>
    meeting: string | null
    meeting_on: string | null
    objection_until: string | null
    opened_by: string
    opened_at: string
    computed_at: string | null
    decided_by: string | null
    decided_at: string | null
  }
  appraisal_ruling: {
    authority_id: string
    id: string
    subject_id: string
    unit_id: string
    veto: string | null
    decision: string
    decided_by: string
    decided_at: string
    indicator: string | null
  }
  appraisal_scheme: {
    authority_id: string
    id: string
    subject:
      | 'member'
      | 'branchSecretary'
      | 'organCommitteeSecretary'
      | 'partyGroupSecretary'
      | 'branch'
      | 'organ'
      | 'section'
      | 'department'
    year: number
    version: number
    title: string
    document: Json
    panels: Json
    sha256: string
    state: Generated<'draft' | 'submitted' | 'published' | 'superseded' | 'withdrawn'>
    published_by: string | null
    published_at: string | null
    family: string
    owner_unit_id: string
    period_kind: Generated<'year' | 'halfYear' | 'quarter' | 'month'>
    effective_from: string | null
    effective_until: string | null
    based_on_scheme_id: string | null
    based_on_template: string | null
    source: string | null
    saved_at: string | null
    drafted_by: string | null
    edited_by: Generated<string[]>
    submitted_by: string | null
    submitted_at: string | null
    returned_by: string | null
    returned_at: string | null
    return_reason: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
    withdrawal_reason: string | null
    replaces_id: string | null
    replaced_until: string | null
    publication: Generated<'none' | 'grades' | 'totals'>
    leader_board_decision: string | null
    adaptation: Generated<'none' | 'lockedGroups' | 'whole'>
    locked_groups: Generated<string[]>
  }
  appraisal_sitting: {
    authority_id: string
    id: string
    round_id: string | null
    unit_id: string
    home_unit_id: string
    panel: string
    source: string
    counted: number
    added: number | null
    takes_added: boolean
    minimum: number
    first_teller: string | null
    first_teller_name: string | null
    second_teller_name: string | null
    second_teller: string | null
    waived_reason: string | null
    assessment_id: string | null
  }
  appraisal_slip: {
    authority_id: string
    count_id: string
    subject_id: string
    grade: string
    slips: number
  }
  appraisal_subject: {
    authority_id: string
    id: string
    round_id: string
    person_id: string
    unit_id: string
    home_unit_id: string
    pledge_id: string | null
    scopes: Json
    facts: DefaultJson
    name: Generated<string>
  }
  audit_checkpoint: {
    authority_id: string
    size: number
    root_sha256: string
    root_sm3: string
    at: string
    signature: string
    frontier: Json
  }
  audit_event: {
    authority_id: string
    id: string
    at: string
    account_id: string | null
    person_id: string | null
    role: string | null
    action: string
    object_id: string
    unit_id: string | null
    outcome: 'done' | 'refused'
    route: string
    address: string
    request_id: string
    values_sha256: string | null
    recorded_at: Generated<string>
  }
  audit_leaf: {
    authority_id: string
    seq: number
    event_id: string
    sha256: string
    sm3: string
  }
  authority: {
    authority_id: string
    name: string
    city: string
    created_at: Generated<string>
  }
  cycle_extension: {
    authority_id: string
    id: string
    cycle_id: string
    phase: string
    until_before: string
    until_after: string
    reason: string
    extended_by: string
    extended_at: string
  }
  cycle_phase: {
    authority_id: string
    cycle_id: string
    phase:
      | 'preparing'
      | 'pledging'
      | 'review'
      | 'fulfilling'
      | 'midYear'
      | 'reporting'
      | 'rating'
      | 'grading'
      | 'filing'
    from_on: string
    until_on: string
  }
  cycle_year: {
    authority_id: string
    id: string
    year: number
    title: string
    state: Generated<'open' | 'closed'>
    notice_days: Generated<number>
    review_days: Generated<number>
    objection_days: Generated<number>
    report_max_characters: Generated<number>
    created_by: string | null
    created_at: string
    lag_red: Generated<number>
    lag_yellow: Generated<number>
    attention_yellow: Generated<number>
    low_fulfilment: Generated<number>
  }
  desk_city_stand: {
    authority_id: string
    cycle_id: string
    on_day: string
    organs: Json
    counted_at: string
  }
  desk_delivery: {
    authority_id: string
    id: string
    item_id: string
    person_id: string
    channel: 'mail' | 'hook'
    state: Generated<'waiting' | 'sent' | 'failed' | 'dropped'>
    attempts: Generated<number>
    next_at: string
    error: string | null
    settled_at: string | null
  }
  desk_delivery_mark: {
    authority_id: string
    through: string
  }
  desk_feed: {
    authority_id: string
    person_id: string
    token_sha256: string
    created_at: string
  }
  desk_reminder: {
    authority_id: string
    person_id: string
    address_sealed: string | null
    address_hint: string | null
    confirmed_at: string | null
    code_sha256: string | null
    code_sent_at: string | null
    code_tries: Generated<number>
    mode: Generated<'off' | 'atOnce' | 'daily'>
    quiet_from: number | null
    quiet_until: number | null
    hook: Generated<boolean>
  }
  disclosure_notice: {
    authority_id: string
    id: string
    subject: 'pledge' | 'result'
    unit_id: string
    title: string
    object_ids: string[]
    opens_on: string
    closes_on: string
    state: Generated<'open' | 'closed' | 'withdrawn'>
    opened_by: string
    opened_at: string
    reviewer_unit_id: string
    closed_at: string | null
  }
  disclosure_objection: {
    authority_id: string
    id: string
    notice_id: string
    object_id: string
    unit_id: string
    person_id: string
    text: string
    state: Generated<'raised' | 'upheld' | 'corrected'>
    answer: string | null
    answered_by: string | null
    raised_at: string
    answered_at: string | null
    reviewer_unit_id: string
  }
  fact_entry: {
    authority_id: string
    id: string
    kind: string
    subject_id: string
    unit_id: string
    on_day: string
    value: string
    source_module: string
    source_id: string
    reverses: string | null
    recorded_at: string
    recorded_by: string | null
    period: string | null
  }
  facts_column: {
    authority_id: string
    unit_id: string
    header: string
    column_key: string | null
  }
  facts_import: {
    authority_id: string
    id: string
    unit_id: string
    about: 'member' | 'branch' | 'organ'
    period: string
    facts: string[]
    document: string
    office: string
    file_name: string
    file_sha256: string
    state: Generated<'open' | 'confirmed' | 'discarded' | 'withdrawn'>
    digest: string
    error_count: number
    content: NullableJson
    findings: NullableJson
    counts: Json
    made_by: string | null
    made_by_name: string
    made_at: string
    confirmed_at: string | null
    withdrawn_at: string | null
    withdrawn_by: string | null
  }
  identity_account: {
    authority_id: string
    id: string
    login: string
    person_id: string | null
    display_name: string
    state: Generated<'active' | 'disabled'>
    password_hash: string | null
    one_time_sha256: string | null
    one_time_until: string | null
    totp_sealed: string | null
    totp_confirmed_at: string | null
    totp_last_step: number | null
    demo_persona: number | null
    created_at: string
    totp_new_sealed: string | null
  }
  identity_audit_mark: {
    authority_id: string
    id: string
    event_id: string
    note: string
    marked_by: string
    marked_at: string
  }
  identity_failure: {
    authority_id: string
    id: string
    account_id: string | null
    source: string
    at: string
  }
  identity_grant: {
    authority_id: string
    id: string
    account_id: string
    role:
      | 'workCommittee'
      | 'districtCommittee'
      | 'cityCommittee'
      | 'systemAdministrator'
      | 'securityAdministrator'
      | 'auditAdministrator'
    unit_id: string | null
    from_on: string
    until_on: string | null
    granted_by: string
    granted_at: string
    signed_by: string | null
    signed_at: string | null
    revoked_at: string | null
    revoked_by: string | null
  }
  identity_session: {
    authority_id: string
    id: string
    secret_sha256: string
    account_id: string
    capacity_key: Generated<string>
    strong: Generated<boolean>
    pending_totp: Generated<boolean>
    job: string | null
    opened_at: string
    seen_at: string
    ends_at: string
    ended_at: string | null
    address: string
    device: string
  }
  inbox_item: {
    authority_id: string
    id: string
    person_id: string
    unit_id: string | null
    kind: string
    object_id: string
    title_zh: string
    title_en: string
    link: string
    due_on: string | null
    sent_at: string
    read_at: string | null
  }
  installation: {
    single: Generated<boolean>
    clock_offset: Generated<string>
    demo: Generated<'none' | 'small' | 'full'>
    setup_token_sha256: string | null
    created_at: Generated<string>
    clock_may_move: Generated<boolean>
  }
  meeting_life_amendment: {
    authority_id: string
    id: string
    meeting_id: string
    person_id: string
    before: string
    after: string
    reason: string
    made_at: string
    made_by: string
  }
  meeting_life_attendance: {
    authority_id: string
    meeting_id: string
    person_id: string
    due: Generated<boolean>
    voting: Generated<boolean>
    left_out: 'excused' | 'probationary' | 'suspended' | null
    state: Generated<'expected' | 'present' | 'absent' | 'leaveAsked' | 'leave' | 'madeUp'>
    way: 'rollCall' | 'code' | 'paper' | null
    leave_reason: string | null
    noted_at: string
    noted_by: string
  }
  meeting_life_candidate: {
    authority_id: string
    meeting_id: string
    person_id: string
    ordinal: number
    votes: number | null
    elected: boolean | null
    post: string | null
  }
  meeting_life_election: {
    authority_id: string
    meeting_id: string
    seats: number
    state: Generated<'preparing' | 'counting' | 'counted' | 'reported' | 'approved' | 'refused'>
    first_teller: string | null
    second_teller: string | null
    first_count: NullableJson
    rejected: Generated<number>
    handed_out: number | null
    returned: number | null
    invalid: number | null
    needed: number | null
    base: number | null
    term_from: string | null
    report_text: string | null
    reported_at: string | null
    reply_text: string | null
    replied_at: string | null
    replied_by: string | null
  }
  meeting_life_meeting: {
    authority_id: string
    id: string
    unit_id: string
    kind: string
    title: string
    starts_at: string
    minutes: number
    held_on: string
    place: string
    agenda: Json
    participants: string[] | null
    state: Generated<'planned' | 'open' | 'closed' | 'cancelled'>
    sequence: Generated<number>
    planned_by: string
    opened_by: string | null
    opened_at: string | null
    closed_by: string | null
    closed_at: string | null
    cancel_reason: string | null
    quorum: NullableJson
    makes_up: string | null
  }
  meeting_life_minutes: {
    authority_id: string
    meeting_id: string
    revision: number
    text: string
    saved_at: string
    saved_by: string
  }
  meeting_life_requirement: {
    authority_id: string
    id: string
    title: string
    kind: string
    every: 'month' | 'quarter' | 'halfYear' | 'year'
    times: number
    asks: string[]
    replaces: string | null
    from_on: string
    until_on: string | null
    document: string
    recorded_by: string
    recorded_at: string
  }
  meeting_life_resolution: {
    authority_id: string
    id: string
    meeting_id: string
    ordinal: number
    text: string
    majority: 'assembly' | 'admission' | 'election' | 'committee'
    base: number
    needed: number
    in_favour: number
    against: number
    abstained: number
    carried: boolean
    way: 'hands' | 'slips'
    recorded_at: string
    recorded_by: string
  }
  membership_belonging: {
    authority_id: string
    id: string
    member_id: string
    unit_id: string
    group_id: string | null
    section_id: string | null
    from_on: string
    until_on: string | null
  }
  membership_correction: {
    authority_id: string
    id: string
    member_id: string
    fields: string[]
    reason: string
    made_by: string
    made_at: string
  }
  membership_member: {
    authority_id: string
    id: string
    code: string
    name: string
    pinyin: string
    initials: string
    gender: 'female' | 'male' | null
    born_on: string | null
    joined_on: string | null
    regular_on: string | null
    phone_sealed: string | null
    id_number_sealed: string | null
  }
  membership_rights_suspension: {
    authority_id: string
    id: string
    member_id: string
    cause: 'probationWithinParty' | 'detention'
    from_on: string
    until_on: string | null
    document: string
    recorded_by: string
    recorded_at: string
  }
  membership_service: {
    authority_id: string
    id: string
    member_id: string
    unit_id: string
    from_on: string
    until_on: string | null
    end_reason: string | null
  }
  membership_standing: {
    authority_id: string
    id: string
    member_id: string
    kind: 'regular' | 'probationary'
    state: 'inService' | 'retired' | 'floating' | 'longAway'
    leading_cadre: Generated<boolean>
    from_on: string
    until_on: string | null
  }
  membership_transfer: {
    authority_id: string
    id: string
    member_id: string
    from_unit_id: string
    to_unit_id: string
    state: 'requested' | 'released' | 'received' | 'refused' | 'withdrawn'
    reason: string
    effective_on: string
    requested_by: string
    requested_at: string
    released_by: string | null
    released_at: string | null
    decided_by: string | null
    decided_at: string | null
    decision_reason: string | null
  }
  organization_advice: {
    authority_id: string
    id: string
    from_unit_id: string
    to_unit_id: string
    text: string
    given_by: string
    given_at: string
    answer: string | null
    answered_by: string | null
    answered_at: string | null
  }
  organization_change: {
    authority_id: string
    id: string
    kind: 'setUp' | 'merge' | 'split' | 'dissolve' | 'move' | 'rename' | 'counterChange'
    unit_id: string
    effective_on: string
    document: string
    reason: string
    touched: Json
    reverses: string | null
    made_by: string
    made_at: string
  }
  organization_name: {
    authority_id: string
    id: string
    unit_id: string
    name: string
    from_on: string
    until_on: string | null
  }
  organization_place: {
    authority_id: string
    unit_id: string
    path: string
    depth: number
    organ_id: string | null
  }
  organization_post: {
    authority_id: string
    id: string
    unit_id: string
    kind:
      | 'secretary'
      | 'deputySecretary'
      | 'fullTimeDeputySecretary'
      | 'organizationMember'
      | 'publicityMember'
      | 'disciplineMember'
      | 'committeeMember'
      | 'groupLeader'
      | 'partyGroupSecretary'
      | 'partyGroupMember'
      | 'workCommitteeStaff'
      | 'districtStaff'
      | 'organizationDepartmentStaff'
      | 'fullTimePartyStaff'
    person_id: string
    term_id: string | null
    from_on: string
    until_on: string | null
  }
  organization_relation: {
    authority_id: string
    id: string
    kind: 'leads' | 'leadsConcretely' | 'guides' | 'partOf' | 'formedIn'
    upper_id: string
    lower_id: string
    from_on: string
    until_on: string | null
  }
  organization_term: {
    authority_id: string
    id: string
    unit_id: string
    from_on: string
    until_on: string
    extended_until: string | null
    state: Generated<'normal' | 'requested' | 'approved' | 'extended' | 'closed'>
    requested_at: string | null
    request_text: string | null
    reply_text: string | null
    replied_at: string | null
  }
  organization_unit: {
    authority_id: string
    id: string
    code: string
    kind:
      | 'cityCommittee'
      | 'workCommittee'
      | 'districtWorkCommittee'
      | 'leadingPartyGroup'
      | 'organCommittee'
      | 'generalBranch'
      | 'branch'
      | 'jointBranch'
      | 'temporaryOrganization'
      | 'group'
      | 'businessUnit'
      | 'section'
    name: string
    pinyin: string
    initials: string
    organ_class: string | null
    staff_count: number | null
    founded_on: string
    dissolved_on: string | null
    purpose: string | null
  }
  organization_zone_unit: {
    authority_id: string
    zoning_id: string
    unit_id: string
    zone: string
  }
  organization_zoning: {
    authority_id: string
    id: string
    from_on: string
    document: string
    set_by: string
    set_at: string
  }
  platform_command: {
    authority_id: string
    account_id: string
    key: string
    request_sha256: string
    status: number | null
    reply: NullableJson
    received_at: Generated<string>
  }
  platform_file: {
    authority_id: string
    sha256: string
    media_type: string
    bytes: number
    uploaded_by: string | null
    uploaded_at: Generated<string>
  }
  platform_holiday: {
    authority_id: string
    day: string
    working: boolean
    reason: string
    id: string
    document: string
    recorded_by: string | null
    recorded_at: string
    withdrawn_by: string | null
    withdrawn_at: string | null
    withdrawal_reason: string | null
    withdrawal_document: string | null
  }
  pledge_adoption: {
    authority_id: string
    id: string
    unit_id: string
    cycle_id: string
    template_id: string
    content: Json
    adopted_by: string
    adopted_at: string
  }
  pledge_comment: {
    authority_id: string
    id: string
    pledge_id: string
    item_id: string
    round: number
    text: string
    settled: Generated<boolean>
    written_by: string
    written_at: string
  }
  pledge_description: {
    authority_id: string
    id: string
    person_id: string
    unit_id: string
    position: string
    scope: string
    power: string
    standard: string
    accountability: string
    updated_at: string
    updated_by: string | null
  }
  pledge_draw: {
    authority_id: string
    id: string
    unit_id: string
    cycle_id: string
    seed: string
    size: number
    candidates: string[]
    due_on: string
    drawn_by: string
    drawn_at: string
  }
  pledge_duty: {
    authority_id: string
    id: string
    level: 'member' | 'branchSecretary' | 'organCommitteeSecretary' | 'partyGroupSecretary'
    orientation: string
    title_zh: string
    title_en: string
    text_zh: string
    source: string
    leading_cadre: Generated<boolean>
    from_on: string
    until_on: string | null
  }
  pledge_item: {
    authority_id: string
    id: string
    pledge_id: string
    position: number
    kind: 'party' | 'business'
    title: Generated<string>
    target: string | null
    unit: Generated<string>
    measures: Generated<string>
    due_on: string | null
    weight: Generated<number>
    duty_id: string | null
    fact_kind: string | null
    state: Generated<'notStarted' | 'underWay' | 'done' | 'lagging' | 'rectifying' | 'rectified' | 'excused'>
    achieved: string | null
    done_on: string | null
    excuse_reason: string | null
    excused_by: string | null
    amends_item: string | null
    fact_of: 'person' | 'unit' | null
    fact_period: string | null
  }
  pledge_midyear: {
    authority_id: string
    id: string
    pledge_id: string
    unit_id: string
    note: Generated<string>
    checked_by: string
    checked_at: string
    confirmed_by: string | null
    confirmed_at: string | null
  }
  pledge_pledge: {
    authority_id: string
    id: string
    cycle_id: string
    level: 'member' | 'branchSecretary' | 'organCommitteeSecretary' | 'partyGroupSecretary'
    person_id: string
    unit_id: string
    reviewer_unit_id: string
    state: Generated<'draft' | 'submitted' | 'returned' | 'approved' | 'onNotice' | 'inForce' | 'amending' | 'closed'>
    version: Generated<number>
    amends: string | null
    submitted_at: string | null
    review_due_on: string | null
    approved_at: string | null
    approved_by: string | null
    notice_id: string | null
    in_force_on: string | null
    amendment_reason: string | null
    saved_at: string
    read_at: string | null
  }
  pledge_progress: {
    authority_id: string
    id: string
    pledge_id: string
    item_id: string
    on_day: string
    achieved: string
    statement: string
    file_sha256: string | null
    source: Generated<'person' | 'fact' | 'midYear'>
    written_by: string | null
    written_at: string
  }
  pledge_rectification: {
    authority_id: string
    id: string
    pledge_id: string
    item_id: string
    cause: string
    measure: string
    due_on: string
    state: Generated<'open' | 'done' | 'accepted' | 'reopened'>
    result: string | null
    opened_by: string
    opened_at: string
    done_at: string | null
    accepted_by: string | null
    accepted_at: string | null
    reopen_reason: string | null
  }
  pledge_reminder: {
    authority_id: string
    cycle_id: string
    unit_id: string
    on_day: string
    reminded_by: string
    people: number
  }
  pledge_report: {
    authority_id: string
    id: string
    cycle_id: string
    pledge_id: string
    person_id: string
    unit_id: string
    text: Generated<string>
    state: Generated<'draft' | 'submitted'>
    saved_at: string
    submitted_at: string | null
    remark: string | null
    remarked_by: string | null
    remarked_at: string | null
    composed: NullableJson
  }
  pledge_review: {
    authority_id: string
    id: string
    pledge_id: string
    round: number
    decision: 'approved' | 'returned'
    reason: string | null
    items_then: Json
    decided_by: string
    decided_at: string
  }
  pledge_sample: {
    authority_id: string
    id: string
    unit_id: string
    cycle_id: string
    pledge_id: string
    item_id: string
    seed: string
    drawn_by: string
    drawn_at: string
    due_on: string
    file_sha256: string | null
    answer: string | null
    answered_at: string | null
    draw_id: string
  }
  pledge_template: {
    authority_id: string
    id: string
    title: string
    origin: string
    note: string
    content: Json
    created_at: string
  }
  roster_column: {
    authority_id: string
    sheet: 'units' | 'members' | 'posts'
    header: string
    column_key: string | null
  }
  roster_preview: {
    authority_id: string
    id: string
    file_name: string
    file_sha256: string
    state: Generated<'open' | 'confirmed' | 'discarded'>
    effective_on: string
    complete: boolean
    digest: string
    error_count: number
    counts: Json
    content_sealed: string | null
    findings_sealed: string | null
    made_by: string | null
    made_at: string
    confirmed_at: string | null
  }
  supervision_event: {
    authority_id: string
    id: string
    task_id: string
    kind: 'step' | 'answer' | 'return' | 'settle' | 'extend' | 'withdraw'
    step: 'relay' | 'study' | 'survey' | 'breakdown' | null
    text: string
    meeting_id: string | null
    due_before: string | null
    due_after: string | null
    made_on: string
    made_at: string
    made_by: string
    made_for: string
  }
  supervision_item: {
    authority_id: string
    list_id: string
    ordinal: number
    title: string
    demand: string
    post:
      | 'deputySecretary'
      | 'fullTimeDeputySecretary'
      | 'organizationMember'
      | 'publicityMember'
      | 'disciplineMember'
      | 'committeeMember'
      | 'partyGroupMember'
      | null
    due_on: string
    minutes: number
  }
  supervision_list: {
    authority_id: string
    id: string
    unit_id: string
    kind:
      | 'instruction'
      | 'decision'
      | 'responsibilityList'
      | 'problemList'
      | 'benchmarkList'
      | 'appraisalItems'
      | 'workList'
    title: string
    source: string
    source_on: string | null
    clause: string | null
    wording: string
    meeting_id: string | null
    of_task_id: string | null
    issued_on: string
    issued_at: string
    issued_by: string
    withdrawn_at: string | null
    withdrawn_reason: string | null
  }
  supervision_task: {
    authority_id: string
    id: string
    list_id: string
    ordinal: number
    unit_id: string
    from_unit_id: string
    due_on: string
    state: Generated<'open' | 'answered' | 'settled' | 'withdrawn'>
    answer: string | null
    answered_on: string | null
    settled_at: string | null
  }
}
