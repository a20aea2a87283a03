export * from './memory-mail.js';
