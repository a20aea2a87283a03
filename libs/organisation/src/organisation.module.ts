import { Module } from '@nestjs/common';
import {
  Answers,
  answerTo,
  Catalogue,
  EventStore,
  Keys,
  provideAnswers,
  Recorder,
  Replay,
} from '@pm/eventing';
import {
  calendarInForce,
  frozenPeriods,
  isDeputyAt,
  isLedAt,
  isUnitWithin,
  relationshipAt,
  sidesOf,
  unitStanding,
} from '@pm/kernel';
import * as onChart from './chart/chart.command.js';
import { chart, CHART_ID, isWithin } from './chart/chart.state.js';
import * as freeze from './chart/freeze-period.command.js';
import { isActingDeputy } from './deputies/acting-deputy.js';
import * as onDeputies from './deputies/deputies.command.js';
import { erasePersonCommand } from './people/erase-person.command.js';
import * as hold from './people/hold.command.js';
import * as onPerson from './people/person.command.js';
import { provisionPersonCommand } from './people/provision-person.command.js';
import { answerRecordedName } from './people/recorded-name.js';
import { ListPeopleHandler, ReadPersonHandler } from './people-list/people.query.js';
import { ReadDeputiesHandler } from './reading/deputies.query.js';
import { KnownOrganisation } from './reading/known-organisation.js';
import { readerAnswers } from './reading/reader-answers.js';
import { isLed, relationship, sides } from './relationship.js';
import { ReadUnitsAsOfHandler } from './unit-tree/units.query.js';

const answers = [
  answerTo(calendarInForce, async (_, { read }) => (await read(chart, CHART_ID)).calendar),
  answerTo(frozenPeriods, async (_, { read }) => (await read(chart, CHART_ID)).frozen),
  answerTo(unitStanding, async ({ unitId }, { read }) => {
    const unit = (await read(chart, CHART_ID)).units.get(unitId);
    if (!unit) return 'unknown';
    return unit.closed ? 'closed' : 'open';
  }),
  answerTo(isUnitWithin, async ({ unitId, others }, { read }) => {
    const units = await read(chart, CHART_ID);
    return others.some((other) => isWithin(units, unitId, other));
  }),
  answerTo(relationshipAt, relationship),
  answerTo(isDeputyAt, isActingDeputy),
  answerTo(isLedAt, isLed),
  answerTo(sidesOf, sides),
];

const answersWithKeys = {
  provide: 'answers of organisation that open what is sealed',
  useFactory: (all: Answers, keys: Keys) => all.add(answerRecordedName(keys)),
  inject: [Answers, Keys],
};

const answersOfReading = {
  provide: 'answers of organisation about readers',
  useFactory: (all: Answers, replay: Replay, known: KnownOrganisation) =>
    readerAnswers(known, replay).forEach((answer) => all.add(answer)),
  inject: [Answers, Replay, KnownOrganisation],
};

@Module({
  providers: [
    onChart.setCalendarCommand.handler,
    freeze.freezePeriodCommand.handler,
    freeze.releasePeriodCommand.handler,
    onChart.openUnitCommand.handler,
    onChart.renameUnitCommand.handler,
    onChart.moveUnitCommand.handler,
    onChart.closeUnitCommand.handler,
    onChart.nameUnitHeadCommand.handler,
    onChart.nameUnitPartnerCommand.handler,
    onChart.importUnitsCommand.handler,
    onPerson.joinPersonCommand.handler,
    onPerson.movePersonCommand.handler,
    onPerson.changeManagerCommand.handler,
    onPerson.renamePersonCommand.handler,
    onPerson.recordDepartureCommand.handler,
    erasePersonCommand.handler,
    hold.placeHoldCommand.handler,
    hold.releaseHoldCommand.handler,
    onPerson.importPersonCommand.handler,
    onPerson.importManagerCommand.handler,
    provisionPersonCommand.handler,
    onDeputies.appointDeputyCommand.handler,
    onDeputies.endDeputyCommand.handler,
    ReadPersonHandler,
    ListPeopleHandler,
    ReadDeputiesHandler,
    ReadUnitsAsOfHandler,
    provideAnswers('organisation', answers),
    answersWithKeys,
    {
      provide: KnownOrganisation,
      useFactory: (...parts: ConstructorParameters<typeof KnownOrganisation>) =>
        new KnownOrganisation(...parts),
      inject: [EventStore, Recorder, Catalogue],
    },
    answersOfReading,
  ],
})
export class OrganisationModule {}
