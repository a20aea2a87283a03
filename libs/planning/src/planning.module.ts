import { Module } from '@nestjs/common';
import { importGoalCommand } from './goals/import-goal.command.js';

@Module({ providers: [importGoalCommand.handler] })
export class PlanningModule {}
