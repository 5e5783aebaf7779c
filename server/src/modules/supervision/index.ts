export { remindTasks } from './task/remind-tasks.ts'
