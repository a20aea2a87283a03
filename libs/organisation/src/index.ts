export * from './chart/chart.command.js';
export { type OpenUnitFacts } from './chart/open-unit.decide.js';
export { OrganisationModule } from './organisation.module.js';
export * from './people/person.command.js';
export { ListPeople, ReadPerson } from './people-list/people.query.js';
export { peopleView, type PersonDocument, presentPerson } from './people-list/people.view.js';
export { unitMembers } from './people-list/unit-members.view.js';
export { presentUnit, type UnitNode, unitTree } from './unit-tree/unit-tree.view.js';
