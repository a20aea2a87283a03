import { Module } from '@nestjs/common';
import { answerTo, provideAnswers } from '@pm/eventing';
import { calendarInForce, unitStanding } from '@pm/kernel';
import * as commands from './chart/chart.command.js';
import { chart, CHART_ID } from './chart/chart.state.js';

const answers = [
  answerTo(calendarInForce, async (_, { read }) => (await read(chart, CHART_ID)).calendar),
  answerTo(unitStanding, async ({ unitId }, { read }) => {
    const unit = (await read(chart, CHART_ID)).units.get(unitId);
    if (!unit) return 'unknown';
    return unit.closed ? 'closed' : 'open';
  }),
];

@Module({
  providers: [
    commands.setCalendarCommand.handler,
    commands.openUnitCommand.handler,
    commands.renameUnitCommand.handler,
    commands.moveUnitCommand.handler,
    commands.closeUnitCommand.handler,
    commands.importUnitsCommand.handler,
    provideAnswers('organisation', answers),
  ],
})
export class OrganisationModule {}
