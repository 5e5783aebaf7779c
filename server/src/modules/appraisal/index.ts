export { type Replay, replay, replayAll } from './filing/replay.ts'
