import { page, publicPage } from './page-route.ts'

/** Pages with a shell around them, one line each; a path given in navigation.ts appears there by standing here. */
export const pages = [
  page('/', () => import('./shell/home.tsx').then(module => module.Home)),
  page('/branches', () => import('../features/overview/unit/branches-page.tsx').then(module => module.BranchesPage)),
  page('/our-unit', () => import('../features/overview/unit/our-unit-page.tsx').then(module => module.OurUnitPage)),
  page('/decisions', () => import('../features/overview/unit/decisions-page.tsx').then(module => module.DecisionsPage)),
  page('/city', () => import('../features/overview/city/city-page.tsx').then(module => module.CityPage)),
  page('/level-four', () =>
    import('../features/overview/city/level-four-page.tsx').then(module => module.LevelFourPage),
  ),
  page('/my-data', () => import('../features/account/my-data-page.tsx').then(module => module.MyDataPage)),
  page('/my-account', () => import('../features/account/my-account-page.tsx').then(module => module.MyAccountPage)),
  page('/accounts', () =>
    import('../features/administration/accounts/accounts-page.tsx').then(module => module.AccountsPage),
  ),
  page('/admin/grants', () => import('../features/administration/grants-page.tsx').then(module => module.GrantsPage)),
  page('/admin/system', () => import('../features/administration/system-page.tsx').then(module => module.SystemPage)),
  page('/admin/audit', () =>
    import('../features/administration/audit/audit-page.tsx').then(module => module.AuditPage),
  ),
  page('/today', () => import('../features/desk/my-desk-page.tsx').then(module => module.MyDeskPage)),
  page('/this-week', () =>
    import('../features/desk/branch/branch-desk-page.tsx').then(module => module.BranchDeskPage),
  ),
  page('/inbox', () => import('../features/inbox/inbox-page.tsx').then(module => module.InboxPage)),
  page('/calendar', () => import('../features/cycle/calendar/calendar-page.tsx').then(module => module.CalendarPage)),
  page('/cycle', () => import('../features/cycle/cycle-page.tsx').then(module => module.CyclePage)),
  page('/my-pledge', () => import('../features/pledge/editor/my-pledge-page.tsx').then(module => module.MyPledgePage)),
  page('/my-pledge/$id', () => import('../features/pledge/editor/pledge-page.tsx').then(module => module.PledgePage), {
    flow: true,
  }),
  page('/review', () => import('../features/pledge/review/review-page.tsx').then(module => module.ReviewPage)),
  page('/review/$id', () => import('../features/pledge/review/review-page.tsx').then(module => module.ReviewOnePage), {
    flow: true,
  }),
  page('/pledges', () => import('../features/pledge/office/coverage-page.tsx').then(module => module.CoveragePage)),
  page('/pledges/templates', () =>
    import('../features/pledge/office/templates-page.tsx').then(module => module.TemplatesPage),
  ),
  page('/pledges/duties', () => import('../features/pledge/office/duties-page.tsx').then(module => module.DutiesPage)),
  page('/pledges/posts', () =>
    import('../features/pledge/office/descriptions-page.tsx').then(module => module.DescriptionsPage),
  ),
  page('/pledges/posts/$id', () =>
    import('../features/pledge/office/description-page.tsx').then(module => module.DescriptionPage),
  ),
  page('/meetings', () => import('../features/meeting-life/meetings-page.tsx').then(module => module.MeetingsPage)),
  page('/meetings/compliance', () =>
    import('../features/meeting-life/compliance-page.tsx').then(module => module.CompliancePage),
  ),
  page('/meetings/rules/$unitId', () =>
    import('../features/meeting-life/compliance-page.tsx').then(module => module.UnitRulesPage),
  ),
  page('/meetings/requirements', () =>
    import('../features/meeting-life/requirements/requirements-page.tsx').then(module => module.RequirementsPage),
  ),
  page('/meetings/calendar', () =>
    import('../features/meeting-life/year/calendar-page.tsx').then(module => module.MeetingCalendarPage),
  ),
  page(
    '/meetings/year',
    () => import('../features/meeting-life/year/year-plan-page.tsx').then(module => module.YearPlanPage),
    { flow: true },
  ),
  page('/meetings/plan', () => import('../features/meeting-life/plan-page.tsx').then(module => module.PlanPage), {
    flow: true,
  }),
  page('/meetings/$id', () => import('../features/meeting-life/meeting-page.tsx').then(module => module.MeetingPage)),
  page(
    '/meetings/$id/plan',
    () => import('../features/meeting-life/plan-page.tsx').then(module => module.ChangePlanPage),
    { flow: true },
  ),
  page('/tasks', () => import('../features/supervision/task/tasks-page.tsx').then(module => module.TasksPage)),
  page('/tasks/$id', () => import('../features/supervision/task/task-page.tsx').then(module => module.TaskPage)),
  page('/task-lists', () => import('../features/supervision/list/lists-page.tsx').then(module => module.TaskListsPage)),
  page(
    '/task-lists/new',
    () => import('../features/supervision/list/new-list-page.tsx').then(module => module.NewListPage),
    {
      flow: true,
    },
  ),
  page('/task-lists/$id', () =>
    import('../features/supervision/list/list-page.tsx').then(module => module.TaskListPage),
  ),
  page('/organisation', () =>
    import('../features/organization/tree/organization-page.tsx').then(module => module.OrganizationPage),
  ),
  page(
    '/organisation/reorganise',
    () => import('../features/organization/reorganize/reorganize-page.tsx').then(module => module.ReorganizePage),
    { flow: true },
  ),
  page('/organisation/changes', () =>
    import('../features/organization/reorganize/changes-page.tsx').then(module => module.ChangesPage),
  ),
  page(
    '/organisation/changes/$id',
    () => import('../features/organization/reorganize/reversal-page.tsx').then(module => module.ReversalPage),
    { flow: true },
  ),
  page('/organisation/renewals', () =>
    import('../features/organization/term/renewals-page.tsx').then(module => module.RenewalsPage),
  ),
  page('/organisation/staffing', () =>
    import('../features/organization/term/staffing-page.tsx').then(module => module.StaffingPage),
  ),
  page('/organisation/advice', () =>
    import('../features/organization/advice/advice-page.tsx').then(module => module.AdvicePage),
  ),
  page('/organisation/zones', () =>
    import('../features/organization/zone/zones-page.tsx').then(module => module.ZonesPage),
  ),
  page('/organisation/coverage', () =>
    import('../features/organization/search/coverage-page.tsx').then(module => module.CoveragePage),
  ),
  page('/organisation/transfers', () =>
    import('../features/organization/transfer/transfers-page.tsx').then(module => module.TransfersPage),
  ),
  page(
    '/organisation/transfers/$id',
    () => import('../features/organization/transfer/transfer-page.tsx').then(module => module.TransferPage),
    { flow: true },
  ),
  page('/organisation/$id', () =>
    import('../features/organization/unit/unit-page.tsx').then(module => module.UnitPage),
  ),
  page('/members', () => import('../features/organization/member/members-page.tsx').then(module => module.MembersPage)),
  page(
    '/members/new',
    () => import('../features/organization/member/admit-page.tsx').then(module => module.AdmitPage),
    { flow: true },
  ),
  page('/members/$id', () =>
    import('../features/organization/member/member-page.tsx').then(module => module.MemberPage),
  ),
  page(
    '/members/$id/transfer',
    () => import('../features/organization/transfer/request-page.tsx').then(module => module.RequestTransferPage),
    { flow: true },
  ),
  page('/search', () => import('../features/organization/search/search-page.tsx').then(module => module.SearchPage)),
  page('/notices', () => import('../features/disclosure/notices-page.tsx').then(module => module.NoticesPage)),
  page('/notices/$id', () => import('../features/disclosure/notice-page.tsx').then(module => module.NoticePage), {
    flow: true,
  }),
  page('/fulfilment', () =>
    import('../features/fulfilment/my-fulfilment-page.tsx').then(module => module.MyFulfilmentPage),
  ),
  page('/unit-fulfilment', () =>
    import('../features/fulfilment/unit/unit-page.tsx').then(module => module.UnitFulfilmentPage),
  ),
  page('/fulfilment/pledges/$id', () =>
    import('../features/fulfilment/unit/pledge-sheet-page.tsx').then(module => module.PledgeSheetPage),
  ),
  page('/fulfilment/items/$id', () => import('../features/fulfilment/item-page.tsx').then(module => module.ItemPage), {
    flow: true,
  }),
  page(
    '/fulfilment/mid-year/$id',
    () => import('../features/fulfilment/mid-year-page.tsx').then(module => module.MidYearPage),
    {
      flow: true,
    },
  ),
  page('/unit-fulfilment/draws', () =>
    import('../features/fulfilment/unit/draws-page.tsx').then(module => module.DrawsPage),
  ),
  page('/unit-fulfilment/draws/$id', () =>
    import('../features/fulfilment/unit/draws-page.tsx').then(module => module.DrawPage),
  ),
  page('/my-report', () => import('../features/report/my-report-page.tsx').then(module => module.MyReportPage)),
  page('/reports', () => import('../features/report/reports-page.tsx').then(module => module.ReportsPage)),
  page('/reports/$id', () => import('../features/report/report-page.tsx').then(module => module.ReportPage), {
    flow: true,
  }),
  page('/my-results', () =>
    import('../features/appraisal/mine/my-results-page.tsx').then(module => module.MyResultsPage),
  ),
  page(
    '/my-results/$id/self',
    () => import('../features/appraisal/mine/self-rating-page.tsx').then(module => module.SelfRatingPage),
    {
      flow: true,
    },
  ),
  page(
    '/tellings/$id',
    () => import('../features/appraisal/mine/telling-page.tsx').then(module => module.TellingPage),
    {
      flow: true,
    },
  ),
  page('/results/$id', () => import('../features/appraisal/mine/result-page.tsx').then(module => module.ResultPage)),
  page(
    '/results/$id/objection',
    () => import('../features/appraisal/mine/objection-page.tsx').then(module => module.ObjectionPage),
    {
      flow: true,
    },
  ),
  page('/appraisal', () => import('../features/appraisal/round/rounds-page.tsx').then(module => module.RoundsPage)),
  page('/appraisal/objections', () =>
    import('../features/appraisal/decide/objections-page.tsx').then(module => module.ObjectionsPage),
  ),
  page('/appraisal/filings', () =>
    import('../features/appraisal/filing/filings-page.tsx').then(module => module.FilingsPage),
  ),
  page('/appraisal/filings/$id', () =>
    import('../features/appraisal/filing/filings-page.tsx').then(module => module.FilingPage),
  ),
  page('/appraisal/eligibility', () =>
    import('../features/appraisal/filing/eligibility-page.tsx').then(module => module.EligibilityPage),
  ),
  page('/appraisal/slips/$id', () =>
    import('../features/appraisal/round/slip-page.tsx').then(module => module.SlipPage),
  ),
  page('/appraisal/$id', () => import('../features/appraisal/round/round-page.tsx').then(module => module.RoundPage)),
  page(
    '/appraisal/$id/organisation',
    () => import('../features/appraisal/round/organisation-page.tsx').then(module => module.OrganisationPage),
    {
      flow: true,
    },
  ),
  page('/appraisal/$id/facts', () =>
    import('../features/appraisal/round/facts-page.tsx').then(module => module.FactsPage),
  ),
  page('/appraisal/$id/results', () =>
    import('../features/appraisal/decide/results-page.tsx').then(module => module.ResultsPage),
  ),
  page(
    '/appraisal/$id/filing',
    () => import('../features/appraisal/filing/file-page.tsx').then(module => module.FilePage),
    {
      flow: true,
    },
  ),
  page('/assessments', () =>
    import('../features/appraisal/units/open/assessments-page.tsx').then(module => module.AssessmentsPage),
  ),
  page('/assessments/objections', () =>
    import('../features/appraisal/units/objections/unit-objections-page.tsx').then(module => module.UnitObjectionsPage),
  ),
  page('/assessments/$id', () =>
    import('../features/appraisal/units/results/assessment-page.tsx').then(module => module.AssessmentPage),
  ),
  page('/assessments/$id/panels', () =>
    import('../features/appraisal/units/panels/panels-page.tsx').then(module => module.PanelsPage),
  ),
  page('/assessments/$id/compare', () =>
    import('../features/appraisal/units/results/compare-page.tsx').then(module => module.ComparePage),
  ),
  page(
    '/assessments/$id/decide',
    () => import('../features/appraisal/units/decide/decide-page.tsx').then(module => module.DecidePage),
    { flow: true },
  ),
  page(
    '/assessments/$id/release',
    () => import('../features/appraisal/units/decide/final-pages.tsx').then(module => module.ReleasePage),
    { flow: true },
  ),
  page(
    '/assessments/$id/file',
    () => import('../features/appraisal/units/decide/final-pages.tsx').then(module => module.FileAssessmentPage),
    { flow: true },
  ),
  page(
    '/assessments/$id/publish',
    () => import('../features/appraisal/units/decide/final-pages.tsx').then(module => module.PublishAssessmentPage),
    { flow: true },
  ),
  page('/assessed/$id', () => import('../features/appraisal/units/unit/unit-page.tsx').then(module => module.UnitPage)),
  page(
    '/assessed/$id/objection',
    () => import('../features/appraisal/units/unit/unit-objection-page.tsx').then(module => module.UnitObjectionPage),
    { flow: true },
  ),
  page('/unit-results', () =>
    import('../features/appraisal/units/public/unit-results-page.tsx').then(module => module.UnitResultsPage),
  ),
  page('/unit-results/public/$id', () =>
    import('../features/appraisal/units/public/published-page.tsx').then(module => module.PublishedPage),
  ),
  page('/scheme', () => import('../features/scheme/schemes-page.tsx').then(module => module.SchemesPage)),
  page('/scheme/what-if', () => import('../features/what-if/what-if-page.tsx').then(module => module.WhatIfPage)),
  page('/scheme/templates', () =>
    import('../features/scheme/template/templates-page.tsx').then(module => module.TemplatesPage),
  ),
  page('/scheme/templates/$id', () =>
    import('../features/scheme/template/template-page.tsx').then(module => module.TemplatePage),
  ),
  page('/scheme/$id', () => import('../features/scheme/version/scheme-page.tsx').then(module => module.SchemePage)),
  page(
    '/scheme/$id/edit',
    () => import('../features/scheme/editor/editor-page.tsx').then(module => module.EditorPage),
    {
      flow: true,
    },
  ),
  page('/scheme/$id/compare', () =>
    import('../features/scheme/version/compare-page.tsx').then(module => module.ComparePage),
  ),
  page(
    '/scheme/$id/publish',
    () => import('../features/scheme/version/publish-page.tsx').then(module => module.PublishPage),
    { flow: true },
  ),
  page(
    '/scheme/$id/withdraw',
    () => import('../features/scheme/version/publish-page.tsx').then(module => module.WithdrawPage),
    { flow: true },
  ),
  page('/fact-imports', () => import('../features/facts/import/imports-page.tsx').then(module => module.ImportsPage)),
  page(
    '/fact-imports/$id',
    () => import('../features/facts/import/import-page.tsx').then(module => module.ImportPage),
    { flow: true },
  ),
  page('/facts/$subject/$fact', () =>
    import('../features/facts/records-page.tsx').then(module => module.FactRecordsPage),
  ),
  page('/roster', () => import('../features/roster/roster-page.tsx').then(module => module.RosterPage)),
  page('/roster/$id', () => import('../features/roster/preview-page.tsx').then(module => module.RosterPreviewPage), {
    flow: true,
  }),
  page(
    '/roster/$id/confirm',
    () => import('../features/roster/confirm-page.tsx').then(module => module.RosterConfirmPage),
    {
      flow: true,
    },
  ),
]

/** Pages without a session; `/sign-in` is not among them, see main.tsx. */
export const publicPages = [
  publicPage('/setup', () => import('../features/administration/set-up-page.tsx').then(module => module.SetUpPage)),
]
