import { counted } from '../counted.ts'
import { defineErrors, type Sentence } from './define.ts'

export const PLATFORM_ERRORS = defineErrors({
  INVALID_INPUT: {
    status: 422,
    say: (d: { count: number }) => ({
      zh: `有${d.count}处填写不符合要求`,
      en: `${counted(d.count, 'field is', 'fields are')} not acceptable`,
    }),
    next: {
      zh: '请按每处的说明改正后再提交，已填内容都在',
      en: 'Correct each field as described and submit again; what you typed is kept',
    },
  },
  INVALID_JSON: {
    status: 400,
    say: () => ({ zh: '请求内容不是有效的JSON', en: 'The request body is not valid JSON' }),
    next: { zh: '请刷新页面后重试', en: 'Reload the page and try again' },
  },
  CONTENT_TYPE: {
    status: 415,
    say: () => ({
      zh: '请求的Content-Type不是这里接受的：数据用application/json，文件用application/octet-stream',
      en: 'The Content-Type is not accepted here: application/json for data, application/octet-stream for a file',
    }),
    next: { zh: '请按接口说明发送', en: 'Send it as the description of the interface says' },
  },
  NOT_FOUND: {
    status: 404,
    say: () => ({ zh: '没有找到，或者不归您看', en: 'Not found, or not yours to see' }),
    next: { zh: '请核对地址，或切换到有权限的岗位', en: 'Check the address, or switch to the post that may see it' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    say: (d: { accepted: string }) => ({
      zh: `这个地址不接受这种请求，可用：${d.accepted}`,
      en: `This address does not take such a request; accepted: ${d.accepted}`,
    }),
    next: { zh: '请按接口说明发送', en: 'Send it as the description of the interface says' },
  },
  MALFORMED_REQUEST: {
    status: 400,
    say: () => ({ zh: '请求的地址或格式读不懂', en: 'The address or form of the request cannot be read' }),
    next: { zh: '请核对地址后重试', en: 'Check the address and try again' },
  },
  NOT_SIGNED_IN: {
    status: 401,
    say: () => ({ zh: '还没有登录，或登录已过期', en: 'You are not signed in, or your session has ended' }),
    next: { zh: '请重新登录，已填内容会保留在本页', en: 'Sign in again; what you typed stays on this page' },
  },
  NOT_ALLOWED: {
    status: 403,
    say: () => ({ zh: '您当前的岗位不能做这件事', en: 'Your current post may not do this' }),
    next: { zh: '请切换岗位，或请有权限的人办理', en: 'Switch posts, or ask someone whose post may' },
  },
  KEY_MISSING: {
    status: 400,
    say: () => ({ zh: '缺少请求编号（Idempotency-Key）', en: 'The Idempotency-Key header is missing' }),
    next: { zh: '请为每次提交附上一个新的UUID', en: 'Send a fresh UUID with every command' },
  },
  KEY_REUSED: {
    status: 409,
    say: () => ({ zh: '同一个请求编号用在了不同的内容上', en: 'This idempotency key was used for another request' }),
    next: { zh: '请刷新页面后重新提交', en: 'Reload the page and submit again' },
  },
  FOREIGN_ORIGIN: {
    status: 403,
    say: () => ({ zh: '请求不是从本系统页面发出的', en: 'The request did not come from this application' }),
    next: { zh: '请从本系统页面操作', en: 'Use the pages of this application' },
  },
  STATE_CONFLICT: {
    status: 409,
    say: (d: { state: Sentence; action: string }) => ({
      zh: `现在的状态是“${d.state.zh}”，不能${d.action}`,
      en: `The current state is "${d.state.en}"; this step is not possible now`,
    }),
    next: { zh: '请刷新页面，看现在该做什么', en: 'Reload the page to see the next step' },
  },
  CHANGED_MEANWHILE: {
    status: 409,
    say: () => ({ zh: '这份内容刚被改过', en: 'This was changed a moment ago' }),
    next: { zh: '请刷新后对照最新内容再改', en: 'Reload and compare with the latest version' },
  },
  FILE_TOO_LARGE: {
    status: 413,
    say: (d: { maxMebibytes: number }) => ({
      zh: `文件超过${d.maxMebibytes}MB`,
      en: `The file is larger than ${d.maxMebibytes} MB`,
    }),
    next: { zh: '请压缩或拆分后再传', en: 'Make it smaller or split it' },
  },
  FILE_TRUNCATED: {
    status: 400,
    say: () => ({ zh: '文件没有传完，没有保存', en: 'The upload was cut off and was not saved' }),
    next: { zh: '请重新上传', en: 'Upload it again' },
  },
  FILE_TYPE: {
    status: 415,
    say: (d: { found: string | null; accepted: string }) => ({
      zh: `${d.found === null ? '认不出文件的内容，可能是别的格式改了名，或没有保存、下载完整' : `文件内容是${d.found}`}。这里接受${d.accepted}`,
      en: `${d.found === null ? 'The content was not recognised: another format renamed, or a file saved or downloaded in part' : `The file’s content is ${d.found}`}. Accepted here: ${d.accepted}`,
    }),
    next: {
      zh: '请换成接受的格式；表格请用Excel或WPS打开，另存为xlsx再上传',
      en: 'Use an accepted format; open a table in a spreadsheet program and save it as .xlsx',
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    say: (d: { seconds: number }) => ({
      zh: `操作太频繁，请${d.seconds}秒后再试`,
      en: `Too many requests; try again in ${d.seconds} s`,
    }),
    next: { zh: '稍等片刻再试', en: 'Wait a moment' },
  },
  UNAVAILABLE: {
    status: 503,
    say: () => ({
      zh: '系统暂时不能保存，您的操作没有生效',
      en: 'The system cannot save just now; nothing was changed',
    }),
    next: { zh: '请稍后重试，已填内容会保留在本页', en: 'Try again shortly; what you typed stays on this page' },
  },
  UNEXPECTED: {
    status: 500,
    say: () => ({ zh: '系统出了问题，您的操作没有生效', en: 'Something went wrong on our side; nothing was changed' }),
    next: {
      zh: '请稍后再试；反复出现请把编号告诉管理员',
      en: 'Try again later; if it persists, quote the number to an administrator',
    },
  },
})
