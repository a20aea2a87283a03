export { peopleView, type PersonDocument, presentPerson } from './people-list/people.view.js';
export { unitMembers } from './people-list/unit-members.view.js';
export { presentUnit, unitTree } from './unit-tree/unit-tree.view.js';
