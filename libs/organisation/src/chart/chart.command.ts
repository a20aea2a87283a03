import { command, type FactScope } from '@pm/eventing/commands';
import { type LocalDate, type PersonId, Rejection, type UnitId } from '@pm/kernel';
import { IsInt, IsOptional, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { fromDay } from '../effective-day.js';
import { people } from '../people/person.state.js';
import { chart, CHART_ID } from './chart.state.js';
import { closeUnit } from './close-unit.decide.js';
import { importUnits } from './import-units.decide.js';
import { moveUnit } from './move-unit.decide.js';
import { nameUnitHead } from './name-unit-head.decide.js';
import { nameUnitPartner } from './name-unit-partner.decide.js';
import { openUnit, type OpenUnitFacts } from './open-unit.decide.js';
import { renameUnit } from './rename-unit.decide.js';
import { setCalendar } from './set-calendar.decide.js';

export class SetCalendarInput {
  /** IANA zone in which the organisation's days begin and end. @example "America/New_York" */
  @Length(1, 64)
  timeZone: string;

  /** Month in which the fiscal year starts; it is named by the year in which it ends. @example 7 */
  @IsInt()
  @Min(1)
  @Max(12)
  fiscalYearStartMonth: number;

  /** From this day on. @example "2000-01-01" */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  from: string;
}

export class OpenUnitInput {
  /** Your own number or code for the unit; it can be used in every path as `number:<it>`. @example "806" */
  @IsOptional()
  @Length(1, 64)
  number?: string;

  /** @example "Housing Preservation and Development" */
  @Length(1, 200)
  name: string;

  /** What such a unit is called. @example "agency" */
  @Matches(/^[a-z][a-z ]{0,39}$/)
  kind: string;

  /** The unit above; absent only for the organisation itself. */
  @IsOptional()
  @IsUUID()
  parentId?: string;
}

export class RenameUnitInput {
  @Length(1, 200)
  name: string;
}

export class MoveUnitInput {
  /** The unit that it belongs to from now on. */
  @IsUUID()
  parentId: string;
}

/** Whom to name for a unit. */
export class NameForUnitInput {
  /** Nobody where absent. */
  @IsOptional()
  @IsUUID()
  personId?: string;

  /** From this day on, at most a year ahead; today where absent. @example "2026-07-01" */
  @IsOptional()
  @Length(10, 10)
  from?: string;

  /** Why. */
  @IsOptional()
  @Length(1, 500)
  reason?: string;
}

const onChart = { fold: chart, id: () => CHART_ID };

export const setCalendarCommand = command('SetCalendar', {
  ...onChart,
  facts: ({ timeZone, fiscalYearStartMonth, from }: SetCalendarInput) => ({
    timeZone,
    fiscalYearStartMonth,
    from: from as LocalDate,
  }),
  decide: setCalendar,
});

export const openUnitCommand = command('OpenUnit', {
  ...onChart,
  facts: ({ unitId, input }: { unitId: UnitId; input: OpenUnitInput }) => ({
    unitId,
    number: input.number,
    name: input.name,
    kind: input.kind,
    parentId: input.parentId as UnitId | undefined,
  }),
  decide: openUnit,
});

export const renameUnitCommand = command('RenameUnit', {
  ...onChart,
  facts: ({ unitId, input }: { unitId: UnitId; input: RenameUnitInput }) => ({ unitId, name: input.name }),
  decide: renameUnit,
});

export const moveUnitCommand = command('MoveUnit', {
  ...onChart,
  facts: ({ unitId, input }: { unitId: UnitId; input: MoveUnitInput }) => ({
    unitId,
    parentId: input.parentId as UnitId,
  }),
  decide: moveUnit,
});

export const closeUnitCommand = command('CloseUnit', {
  ...onChart,
  facts: ({ unitId }: { unitId: UnitId }) => ({ unitId }),
  decide: closeUnit,
});

export const importUnitsCommand = command('ImportUnits', {
  ...onChart,
  facts: ({ units }: { units: readonly OpenUnitFacts[] }) => ({ units }),
  decide: importUnits,
});

export const nameUnitHeadCommand = command('NameUnitHead', {
  ...onChart,
  facts: namedFacts,
  decide: nameUnitHead,
});

export const nameUnitPartnerCommand = command('NameUnitPartner', {
  ...onChart,
  facts: namedFacts,
  decide: nameUnitPartner,
});

async function namedFacts(
  { unitId, input }: { unitId: UnitId; input: NameForUnitInput },
  { read, now }: FactScope,
) {
  const { timeZone } = (await read(chart, CHART_ID)).calendar;
  const effectiveAt = fromDay(input.from, { now, timeZone });
  if (effectiveAt instanceof Rejection) return effectiveAt;
  const personId = (input.personId ?? null) as PersonId | null;
  const person = personId && (await read(people, personId));
  return { unitId, personId, person, effectiveAt, reason: input.reason };
}
