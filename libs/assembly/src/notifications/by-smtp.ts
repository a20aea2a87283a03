export { SmtpMail } from '@pm/notifications/nodemailer';
