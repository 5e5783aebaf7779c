import * as api from '@jiannuo/contract/meeting-life/meeting.ts'
import * as requireApi from '@jiannuo/contract/meeting-life/requirement.ts'
import * as yearApi from '@jiannuo/contract/meeting-life/year-plan.ts'
import { anyMember, role } from '../../platform/http/actor.ts'
import { serve } from '../../platform/http/serve.ts'
import { listCompliance } from './compliance/judge-units.ts'
import { readCompliance, unitFacts } from './compliance/read-unit.ts'
import { addRequirement, endRequirement, listRequirements, requirementFacts } from './compliance/requirements.ts'
import { amendAttendance, closeMeeting } from './hold/close-meeting.ts'
import { addResolution, arrive, noteAttendance, openMeeting, readMeetingCode } from './hold/hold-meeting.ts'
import { answerLeave, askLeave } from './hold/leave.ts'
import { saveMinutes } from './hold/save-minutes.ts'
import { cancelMeeting, changeMeeting, planMeeting } from './plan/plan-meeting.ts'
import { listDuePeople, planYear, proposeYear } from './plan/plan-year.ts'
import { meetingFacts as facts, mayKeep, mayPlan, mayRequire, mayTakePart } from './policy.ts'
import { listMeetings, readMeeting } from './read-meeting.ts'

export const routes = [
  serve(api.listMeetings, { policy: anyMember, run: listMeetings }),
  serve(api.readMeeting, { facts, policy: anyMember, run: readMeeting }),
  serve(api.planMeeting, { policy: mayPlan, run: planMeeting }),
  serve(yearApi.proposeYear, { policy: mayPlan, run: proposeYear }),
  serve(yearApi.planYear, { policy: mayPlan, run: planYear }),
  serve(yearApi.listDuePeople, { policy: mayPlan, run: listDuePeople }),
  serve(api.changeMeeting, { facts, policy: mayKeep, run: changeMeeting }),
  serve(api.cancelMeeting, { facts, policy: mayKeep, run: cancelMeeting }),
  serve(api.askLeave, { facts, policy: mayTakePart, run: askLeave }),
  serve(api.answerLeave, { facts, policy: mayKeep, run: answerLeave }),
  serve(api.openMeeting, { facts, policy: mayKeep, run: openMeeting }),
  serve(api.noteAttendance, { facts, policy: mayKeep, run: noteAttendance }),
  serve(api.readMeetingCode, { facts, policy: mayKeep, run: readMeetingCode }),
  serve(api.arrive, { facts, policy: mayTakePart, run: arrive }),
  serve(api.addResolution, { facts, policy: mayKeep, run: addResolution }),
  serve(api.saveMinutes, { facts, policy: mayKeep, run: saveMinutes }),
  serve(api.closeMeeting, { facts, policy: mayKeep, run: closeMeeting }),
  serve(api.amendAttendance, { facts, policy: mayKeep, run: amendAttendance }),
  serve(requireApi.listRequirements, { policy: anyMember, run: listRequirements }),
  serve(requireApi.addRequirement, { policy: mayRequire, run: addRequirement }),
  serve(requireApi.endRequirement, { facts: requirementFacts, policy: mayRequire, run: endRequirement }),
  serve(api.listCompliance, {
    policy: role(
      'branchSecretary',
      'branchCommittee',
      'organCommittee',
      'partyGroupSecretary',
      'workCommittee',
      'districtCommittee',
    ),
    run: listCompliance,
  }),
  serve(api.readCompliance, { facts: unitFacts, policy: anyMember, run: readCompliance }),
]
