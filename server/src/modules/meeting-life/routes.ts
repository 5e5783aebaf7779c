import * as api from '@jiannuo/contract/meeting-life/meeting.ts'
import { anyMember, role } from '../../platform/http/actor.ts'
import { serve } from '../../platform/http/serve.ts'
import { amendAttendance, closeMeeting } from './close-meeting.ts'
import { listCompliance, readCompliance, unitFacts } from './compliance/judge-units.ts'
import { addResolution, arrive, noteAttendance, openMeeting, readMeetingCode } from './hold-meeting.ts'
import { answerLeave, askLeave } from './leave.ts'
import { cancelMeeting, changeMeeting, planMeeting } from './plan-meeting.ts'
import { meetingFacts as facts, mayKeep, mayPlan, mayTakePart } from './policy.ts'
import { listMeetings, readMeeting } from './read-meeting.ts'
import { saveMinutes } from './save-minutes.ts'

export const routes = [
  serve(api.listMeetings, { policy: anyMember, run: listMeetings }),
  serve(api.readMeeting, { facts, policy: anyMember, run: readMeeting }),
  serve(api.planMeeting, { policy: mayPlan, run: planMeeting }),
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
