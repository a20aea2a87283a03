import type { ActorId } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import { grantRole } from './grant-role.decide.js';
import type { GrantedRolesEvent } from './granted-roles.events.js';
import { grantedRoles, rolesOf } from './granted-roles.state.js';
import { revokeRole } from './revoke-role.decide.js';

const granted = (subject: string, role = 'people-admin'): GrantedRolesEvent => ({
  type: 'RoleGranted',
  data: { subject, role },
});
const revoked = (subject: string, role = 'people-admin'): GrantedRolesEvent => ({
  type: 'RoleRevoked',
  data: { subject, role },
});

describe('Grant a role', () => {
  const { given } = decision(grantedRoles, grantRole);
  const to = (subject: string, role = 'people-admin') => ({ actor: 'hanna' as ActorId, subject, role });

  it('is kept, besides what they were granted before', () => {
    given().when(to('ada')).gives(granted('ada'));
    given(granted('ada')).when(to('ada', 'controller')).gives(granted('ada', 'controller'));
  });

  it('is nothing new for one that they have', () => given(granted('ada')).when(to('ada')).gives());

  it('is kept again once it was revoked', () =>
    given(granted('ada'), granted('bob'), revoked('ada')).when(to('ada')).gives(granted('ada')));

  it('refuses oneself, whatever one has already', () => {
    given().when(to('hanna', 'controller')).refuses('own-role');
    given(granted('hanna')).when(to('hanna')).refuses('own-role');
  });

  it('refuses more people than a list is for, and goes on for those who are in it', () => {
    const many = Array.from({ length: 1000 }, (_, number) => granted(`${number}`, 'employee'));
    given(...many)
      .when(to('ada'))
      .refuses('too-many-grants');
    given(...many)
      .when(to('7'))
      .gives(granted('7'));
  });
});

describe('Revoke a role', () => {
  const { given } = decision(grantedRoles, revokeRole);

  it('is kept', () =>
    given(granted('ada', 'controller'))
      .when({ subject: 'ada', role: 'controller' })
      .gives(revoked('ada', 'controller')));

  it('is nothing new for one that they have not', () => {
    given(granted('ada', 'controller')).when({ subject: 'ada', role: 'auditor' }).gives();
    given().when({ subject: 'ada', role: 'people-admin' }).gives();
  });

  it('refuses the last people admin, and takes it from others', () => {
    const last = { subject: 'ada', role: 'people-admin' };
    given(granted('ada'), granted('bob', 'controller')).when(last).refuses('last-people-admin');
    given(granted('ada'), granted('bob'), revoked('bob')).when(last).refuses('last-people-admin');
    given(granted('ada'), granted('bob')).when(last).gives(revoked('ada'));
  });
});

describe('The roles that somebody has besides those of their token', () => {
  const held = (subject: string, ...events: GrantedRolesEvent[]) =>
    rolesOf(
      events.reduce((state, event) => grantedRoles.evolve(state, event), grantedRoles.initial),
      subject,
      'first',
    );

  it('are those that were granted and not revoked', () => {
    const events = [granted('ada', 'auditor'), granted('ada', 'controller'), revoked('ada', 'auditor')];
    expect(held('ada', ...events)).toEqual(['controller']);
    expect(held('bob', ...events)).toEqual([]);
  });

  it('make the first administrator a people admin until somebody else is one', () => {
    expect(held('first')).toEqual(['people-admin']);
    expect(held('first', granted('ada', 'controller'))).toEqual(['people-admin']);
    expect(held('first', granted('ada'))).toEqual([]);
    expect(held('ada')).toEqual([]);
  });

  it('leave the first administrator what others granted to them', () => {
    expect(held('first', granted('ada'), granted('first'))).toEqual(['people-admin']);
    expect(held('first', granted('ada'), granted('first', 'auditor'))).toEqual(['auditor']);
  });
});
