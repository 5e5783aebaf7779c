import * as taskApi from '@jiannuo/contract/supervision/task.ts'
import * as listApi from '@jiannuo/contract/supervision/task-list.ts'
import { serve } from '../../platform/http/serve.ts'
import { listFacts, mayAnswer, mayIssue, mayRead, maySettle, mayWithdraw, taskFacts } from './policy.ts'
import { answerTask, extendTask, noteStep, settleTask } from './task/act-on-task.ts'
import { listTasks, readTask } from './task/read-task.ts'
import { issueTaskList, previewTaskList } from './task-list/issue-list.ts'
import { listTaskLists, readTaskList, withdrawTaskList } from './task-list/read-list.ts'

export const routes = [
  serve(listApi.listTaskLists, { policy: mayRead, run: listTaskLists }),
  serve(listApi.previewTaskList, { policy: mayIssue, run: previewTaskList }),
  serve(listApi.issueTaskList, { policy: mayIssue, run: issueTaskList }),
  serve(listApi.readTaskList, { facts: listFacts, policy: mayRead, run: readTaskList }),
  serve(listApi.withdrawTaskList, { facts: listFacts, policy: mayWithdraw, run: withdrawTaskList }),
  serve(taskApi.listTasks, { policy: mayRead, run: listTasks }),
  serve(taskApi.readTask, { facts: taskFacts, policy: mayRead, run: readTask }),
  serve(taskApi.noteStep, { facts: taskFacts, policy: mayAnswer, run: noteStep }),
  serve(taskApi.answerTask, { facts: taskFacts, policy: mayAnswer, run: answerTask }),
  serve(taskApi.settleTask, { facts: taskFacts, policy: maySettle, run: settleTask }),
  serve(taskApi.extendTask, { facts: taskFacts, policy: maySettle, run: extendTask }),
]
