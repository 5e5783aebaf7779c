export { createAccounts } from './accounts/create-accounts.ts'
export { hashPassword } from './password.ts'
export { printSetupToken } from './set-up/token.ts'
