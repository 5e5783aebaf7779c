export { Filed, replay, replayAll, replayFiled } from './filing/replay.ts'
export { replaySample } from './filing/replay-sample.ts'
export { FULFILMENT, sealInput } from './result/gather-input.ts'
export { jsonOf, scaleOf, sha256, shippedScheme } from './scheme/ship-scheme.ts'
