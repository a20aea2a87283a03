export * from './fresh-views.js';
export * from './projector.js';
export * from './read-view.query.js';
export * from './view-store.js';
export * from './view-runner.js';
