export const ORGANISATION = { number: 'LAKE', name: 'Lakeside' } as const;

export const DEPARTMENTS = [
  { number: 'CARE', name: 'Care for the elderly' },
  { number: 'EDU', name: 'Schools' },
  { number: 'STREET', name: 'Streets and lighting' },
  { number: 'BUILD', name: 'Building and environment' },
  { number: 'CULTURE', name: 'Culture and leisure' },
] as const;

export interface Team {
  readonly number: string;
  readonly name: string;
  readonly department: string;
  /** What its counters count, about how many a day. */
  readonly counts: string;
  readonly daily: number;
  /** What it wants to do more often, a share. */
  readonly share: string;
}

type Work = Pick<Team, 'counts' | 'daily' | 'share'>;

const team = (number: string, name: string, department: string, work: Work): Team => ({
  number,
  name,
  department,
  ...work,
});

export const TEAMS: readonly Team[] = [
  team('HOME', 'Home care', 'CARE', { counts: 'Home visits made', daily: 310, share: 'Visits made on time' }),
  team('NURSING', 'Nursing homes', 'CARE', {
    counts: 'Meals served in nursing homes',
    daily: 420,
    share: 'Residents outdoors every day',
  }),
  team('RELIEF', 'Relief for families', 'CARE', {
    counts: 'Relief hours given',
    daily: 90,
    share: 'Requests for relief granted',
  }),
  team('ADMIT', 'Needs assessment', 'CARE', {
    counts: 'Applications received',
    daily: 14,
    share: 'Families seen at home',
  }),
  team('PRESCHOOL', 'Preschools', 'EDU', {
    counts: 'Children present',
    daily: 860,
    share: 'Groups of the planned size',
  }),
  team('PRIMARY', 'Primary schools', 'EDU', {
    counts: 'Pupils present',
    daily: 1900,
    share: 'Pupils reading at their level',
  }),
  team('SECONDARY', 'Secondary schools', 'EDU', {
    counts: 'Lessons given',
    daily: 410,
    share: 'Lessons given by a qualified teacher',
  }),
  team('MEALS', 'School meals', 'EDU', {
    counts: 'School meals served',
    daily: 2500,
    share: 'Meals that were eaten up',
  }),
  team('HEALTH', 'School health', 'EDU', {
    counts: 'Visits to the school nurse',
    daily: 38,
    share: 'Health talks held when due',
  }),
  team('ROADS', 'Road repair', 'STREET', {
    counts: 'Defects reported',
    daily: 22,
    share: 'Repairs that lasted a year',
  }),
  team('LIGHT', 'Street lighting', 'STREET', {
    counts: 'Lamps switched on',
    daily: 4100,
    share: 'Lamps mended in a week',
  }),
  team('SNOW', 'Snow and cleaning', 'STREET', {
    counts: 'Kilometres cleaned',
    daily: 65,
    share: 'Streets clear by seven',
  }),
  team('PARKS', 'Parks', 'STREET', {
    counts: 'Bins emptied',
    daily: 140,
    share: 'Parks without a complaint',
  }),
  team('PERMIT', 'Building permits', 'BUILD', {
    counts: 'Permit files opened',
    daily: 9,
    share: 'Applications complete at first',
  }),
  team('WATER', 'Water and sewers', 'BUILD', {
    counts: 'Cubic metres delivered',
    daily: 7300,
    share: 'Leaks closed in two days',
  }),
  team('WASTE', 'Waste', 'BUILD', { counts: 'Tonnes collected', daily: 48, share: 'Waste that is sorted' }),
  team('WATCH', 'Environment watch', 'BUILD', {
    counts: 'Samples taken',
    daily: 17,
    share: 'Inspections held when due',
  }),
  team('LIBRARY', 'Libraries', 'CULTURE', {
    counts: 'Loans',
    daily: 530,
    share: 'Reserved books there in a week',
  }),
  team('SPORT', 'Sports halls', 'CULTURE', {
    counts: 'Hours booked',
    daily: 120,
    share: 'Bookable hours booked',
  }),
  team('YOUTH', 'Youth centres', 'CULTURE', {
    counts: 'Young people visiting',
    daily: 210,
    share: 'Visitors who come again',
  }),
];
