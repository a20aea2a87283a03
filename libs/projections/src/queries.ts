export * from './read-view.query.js';
