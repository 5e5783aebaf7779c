export { type AccountFor, type CodeGiven, createAccounts } from './accounts/create-accounts.ts'
export { printSetupToken } from './set-up/token.ts'
export { hashPassword } from './password.ts'
