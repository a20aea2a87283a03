import { command } from '@pm/eventing';
import type { LocalDate, UnitId } from '@pm/kernel';
import { IsInt, IsOptional, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { chart, CHART_ID } from './chart.state.js';
import { closeUnit } from './close-unit.decide.js';
import { importUnits } from './import-units.decide.js';
import { moveUnit } from './move-unit.decide.js';
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
