// Imported later by this path: the build finds no door that an `import()` names.
export { SmtpMail } from '@pm/notifications/nodemailer';
