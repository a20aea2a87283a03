import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, LoggedEvent } from '@pm/eventing';
import type { ActorId, DecimalText, GoalId } from '@pm/kernel';
import * as measurement from '@pm/measurement';
import * as organisation from '@pm/organisation';
import * as planning from '@pm/planning';
import { history } from './stored-history.js';
import { adaId, alanId, eventsOf, FILES, graceId, kpiId, NOW, parks, pools } from './version-1.js';

const { app } = history(FILES, NOW);

describe('Streams of the first version, said again', () => {
  it('tell today’s rules all they need: whatever they say is nothing new', async () => {
    const again = [
      organisation.setCalendarCommand.of(calendar, by()),
      organisation.renameUnitCommand.of({ unitId: parks, input: { name: 'Parks and Recreation' } }, by()),
      organisation.moveUnitCommand.of({ unitId: pools, input: { parentId: parks } }, by()),
      organisation.closeUnitCommand.of({ unitId: pools }, by()),
      organisation.renamePersonCommand.of({ personId: adaId, input: { name: 'Ada' } }, by()),
      organisation.movePersonCommand.of({ personId: adaId, input: { unitId: parks } }, by()),
      organisation.changeManagerCommand.of({ personId: adaId, input: {} }, by()),
      organisation.recordDepartureCommand.of({ personId: graceId, input: { on: '2026-02-28' } }, by()),
      organisation.nameUnitHeadCommand.of({ unitId: parks, input: { personId: adaId } }, by()),
      organisation.nameUnitPartnerCommand.of(
        { unitId: parks, input: { personId: adaId, reason: '-' } },
        by(),
      ),
      organisation.erasePersonCommand.of({ personId: alanId, input: { reason: 'objection' } }, by()),
      planning.importGoalCommand.of(goal, by()),
      measurement.retireKpiCommand.of({ kpiId }, by()),
    ];
    for (const command of again)
      expect(await app().get(CommandBus).execute(command)).toMatchObject({ recorded: 0, repeated: false });
    const open = organisation.openUnitCommand.of({ unitId: parks, input: { name: 'x', kind: 'x' } }, by());
    await expect(app().get(CommandBus).execute(open)).rejects.toMatchObject({ code: 'unit-exists' });
    const target = measurement.setTargetCommand.of({ kpiId, input: { period: 'FY2026', value: '85' } }, by());
    await expect(app().get(CommandBus).execute(target)).rejects.toMatchObject({ code: 'kpi-retired' });
  });

  it('still recognise a request that is sent again, and one that only looks like it', async () => {
    const key = { commandId: 'ada history', repeatable: true };
    const send = (value: string) => {
      const stated = [
        { period: '2026-01', value: value as DecimalText, source: 'survey', note: 'Two parks were closed.' },
      ];
      return app()
        .get(CommandBus)
        .execute(measurement.recordMeasurementsCommand.of({ kpiId, stated }, by(key)));
    };
    expect(await send('84')).toMatchObject({ revision: 0, recorded: 0, repeated: true });
    await expect(send('83')).rejects.toThrow('idempotency key');
  });
});

const calendar = { timeZone: 'America/New_York', fiscalYearStartMonth: 7, from: '2000-07-01' };
const [{ data }] = eventsOf('GoalImported') as [LoggedEvent];
const goal = data as { goalId: GoalId } & Parameters<typeof planning.importGoalCommand.of>[0];

const by = (context: Partial<CommandContext> = {}): CommandContext => ({
  actor: 'ada' as ActorId,
  commandId: 'later',
  repeatable: false,
  correlationId: 'later',
  ...context,
});
