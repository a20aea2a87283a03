const CONTEXTS =
  'organisation|planning|measurement|coaching|reviews|development|budget|webhooks|notifications|identity';
const PURE = '\\.(events|state|decide|view|process)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'pure-files-stay-pure',
      comment:
        'Rules and folds replay the same everywhere only while they touch nothing but each other and the kernel.',
      severity: 'error',
      from: { path: PURE },
      to: { pathNot: [PURE, '^libs/kernel/', `^libs/(${CONTEXTS})/src/events\\.ts$`] },
    },
    {
      name: 'contexts-never-meet',
      comment: 'Ids cross between contexts, objects do not: ask a question of the kernel instead.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/` },
      to: { path: `^libs/(${CONTEXTS})/`, pathNot: '^libs/$1/' },
    },
    {
      name: 'only-events-doors',
      comment: 'Insights, processes and imports see what happened in a context, never how it decides.',
      severity: 'error',
      from: { path: '^libs/(insights|processes|importing)/' },
      to: { path: `^libs/(${CONTEXTS})/`, pathNot: `^libs/(${CONTEXTS})/src/(events|.*\\.events)\\.ts$` },
    },
    {
      name: 'layers-point-down',
      comment: 'kernel < eventing < projections < contexts < apps.',
      severity: 'error',
      from: { path: '^libs/(kernel|eventing|projections)/' },
      to: { path: `^libs/(${CONTEXTS}|insights|processes|importing|intake|exporting|reads|access|config)/` },
    },
    {
      name: 'eventing-knows-no-views',
      severity: 'error',
      from: { path: '^libs/eventing/' },
      to: { path: '^libs/projections/' },
    },
    {
      name: 'jobs-know-no-product',
      comment:
        'When something runs is one matter, what it does another: jobs are handed in by whoever knows both.',
      severity: 'error',
      from: { path: '^libs/jobs/' },
      to: { path: '^libs/', pathNot: '^libs/(jobs|kernel|eventing)/' },
    },
    {
      name: 'nobody-below-knows-jobs',
      comment: 'Rules and views never wait for a clock, so a replay never fires anything.',
      severity: 'error',
      from: {
        path: `^libs/(kernel|eventing|projections|${CONTEXTS}|insights|importing|intake|exporting|reads|access|config)/`,
      },
      to: { path: '^libs/jobs/' },
    },
    {
      name: 'reads-know-no-product',
      comment: 'Who read what is told by whoever answered; the log of it knows no rules and no views.',
      severity: 'error',
      from: { path: '^libs/reads/' },
      to: { path: '^libs/', pathNot: '^libs/(reads|kernel|eventing|projections)/' },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '^libs/kernel/src/testing/' },
      to: { pathNot: ['^libs/kernel/', 'node_modules/temporal-polyfill'] },
    },
    {
      name: 'nobody-imports-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'drivers-only-in-adapters',
      comment: 'Whoever needs a database or a mail server speaks to its port.',
      severity: 'error',
      from: { pathNot: '/(sqlite|eventstoredb|mongodb|bullmq|nodemailer)/' },
      to: { path: 'node_modules/(better-sqlite3|@eventstore|@kurrent|mongodb|bullmq|ioredis|nodemailer)' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
