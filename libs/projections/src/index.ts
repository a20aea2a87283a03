export * from './fresh-views.js';
export * from './projector.js';
export * from './read-view.query.js';
export * from './restate.js';
export * from './roll-up.js';
export * from './view-store.js';
export * from './view-runner.js';
