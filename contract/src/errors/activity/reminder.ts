import { defineErrors } from '../define.ts'

export const REMINDER_ERRORS = defineErrors({
  MAIL_NOT_SET: {
    status: 409,
    say: () => ({ zh: '本系统没有设置发信服务器', en: 'This installation has no mail server' }),
    next: { zh: '请联系系统管理员，或使用日历订阅', en: 'Ask the system administrator, or use the calendar feed' },
  },
  MAIL_FAILED: {
    status: 503,
    say: () => ({ zh: '邮件没有发出去，地址没有保存', en: 'The mail could not be sent; the address is not saved' }),
    next: { zh: '请核对地址，过几分钟再试', en: 'Check the address and try again in a few minutes' },
  },
  MAIL_SOON: {
    status: 429,
    say: (d: { seconds: number }) => ({
      zh: `刚发过验证码，请${d.seconds}秒后再试`,
      en: `A code was sent a moment ago; try again in ${d.seconds} seconds`,
    }),
    next: { zh: '先看看邮箱和垃圾邮件', en: 'Look into the mailbox and its spam folder first' },
  },
  MAIL_CODE: {
    status: 422,
    say: () => ({ zh: '验证码不对或已经过期', en: 'The code is wrong or has expired' }),
    next: { zh: '请核对邮件里的六位数，或重新发送', en: 'Check the six digits in the mail, or have a new one sent' },
  },
})
