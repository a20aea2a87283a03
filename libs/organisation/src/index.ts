export * from './chart/chart.command.js';
export { type OpenUnitFacts } from './chart/open-unit.decide.js';
export { OrganisationModule } from './organisation.module.js';
export { type UnitNode, unitTree } from './unit-tree/unit-tree.view.js';
