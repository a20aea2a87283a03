import { Body, Controller, Get, Inject, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Answers, type CommandContext, creationId, isPast } from '@pm/eventing';
import { unknown, type UnitId } from '@pm/kernel';
import {
  closeUnitCommand,
  moveUnitCommand,
  MoveUnitInput,
  nameUnitHeadCommand,
  NameForUnitInput,
  nameUnitPartnerCommand,
  openUnitCommand,
  OpenUnitInput,
  ReadUnitsAsOf,
  renameUnitCommand,
  RenameUnitInput,
} from '@pm/organisation';
import { presentUnit, unitTree } from '@pm/organisation/views';
import { listedOf } from '@pm/projections';
import { ListView, ReadView } from '@pm/projections/queries';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { shown, where } from '../http/list.query.js';
import { MomentQuery, momentIn } from '../http/moment.query.js';
import { outcome } from '../http/outcome.js';
import { UnitAnswer, UnitsAnswer } from './unit.answer.js';
import { UnitsQuery } from './units.query.js';

@Controller()
export class UnitController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Post('units')
  @Endpoint('Open a unit', { permission: 'organisation.change' })
  async open(@Body() input: OpenUnitInput, @By() by: CommandContext) {
    const unitId = creationId('unit', { number: input.number, by }) as UnitId;
    return outcome(await this.commands.execute(openUnitCommand.of({ unitId, input }, by)), unitId);
  }

  @Put('units/:unitId/name')
  @Endpoint('Rename a unit', { permission: 'organisation.change' })
  async rename(@PathId('unit') unitId: UnitId, @Body() input: RenameUnitInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(renameUnitCommand.of({ unitId, input }, by)), unitId);
  }

  @Put('units/:unitId/parent')
  @Endpoint('Move a unit under another', { permission: 'organisation.change' })
  async move(@PathId('unit') unitId: UnitId, @Body() input: MoveUnitInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(moveUnitCommand.of({ unitId, input }, by)), unitId);
  }

  @Post('units/:unitId/closure')
  @Endpoint('Close a unit that has no open units below it', { permission: 'organisation.change' })
  async close(@PathId('unit') unitId: UnitId, @By() by: CommandContext) {
    return outcome(await this.commands.execute(closeUnitCommand.of({ unitId }, by)), unitId);
  }

  @Put('units/:unitId/head')
  @Endpoint('Name who stands for a unit', { permission: 'people.change' })
  async nameHead(@PathId('unit') unitId: UnitId, @Body() input: NameForUnitInput, @By() by: CommandContext) {
    const command = nameUnitHeadCommand.of({ unitId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command), unitId);
  }

  @Put('units/:unitId/hr-partner')
  @Endpoint('Name the HR partner of a unit and of those below it', { permission: 'people.change' })
  async namePartner(
    @PathId('unit') unitId: UnitId,
    @Body() input: NameForUnitInput,
    @By() by: CommandContext,
  ) {
    const command = nameUnitPartnerCommand.of({ unitId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command), unitId);
  }

  @Get('units')
  @Endpoint('The units directly below one, now or as of any moment', { permission: 'organisation.read' })
  async list(
    @Query() { parent, kind, sort, limit, cursor, fields, after, ...moment }: UnitsQuery,
  ): Promise<UnitsAnswer> {
    const at = await momentIn(moment, this.answers);
    const query = { where: where({ parentId: parent, kind }), sortBy: sort, limit, cursor };
    const page = isPast(at)
      ? listedOf(unitTree, await this.queries.execute(new ReadUnitsAsOf(at)), query)
      : await this.queries.execute(new ListView(unitTree, query, { after }));
    const day = at.asOf ?? this.answers.now();
    const units = page.documents.map(({ own }) => presentUnit(own!, day));
    return { units: shown(units, fields), next: page.next };
  }

  @Get('units/:unitId')
  @Endpoint('A unit, now or as of any moment', { permission: 'organisation.read' })
  async read(
    @PathId('unit') unitId: UnitId,
    @Query() { after, ...moment }: MomentQuery,
  ): Promise<UnitAnswer> {
    const at = await momentIn(moment, this.answers);
    const document = isPast(at)
      ? (await this.queries.execute(new ReadUnitsAsOf(at))).get(unitId)
      : await this.queries.execute(new ReadView(unitTree, unitId, { after }));
    if (!document?.own) throw unknown('unit-unknown', 'There is no such unit, or there was none then.');
    return presentUnit(document.own, at.asOf ?? this.answers.now());
  }
}
