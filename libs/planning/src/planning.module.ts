import { Module } from '@nestjs/common';
import * as agree from './goals/agree-goal.command.js';
import * as change from './goals/change-goal.command.js';
import * as draft from './goals/draft-goal.command.js';
import * as end from './goals/end-goal.command.js';
import { importGoalCommand } from './goals/import-goal.command.js';
import * as rollUp from './goals/roll-up.command.js';
import * as run from './goals/run-goal.command.js';
import { setVisibilityCommand } from './goals/set-visibility.command.js';

@Module({
  providers: [
    importGoalCommand.handler,
    draft.draftGoalCommand.handler,
    draft.redraftGoalCommand.handler,
    agree.proposeGoalCommand.handler,
    agree.counterProposeGoalCommand.handler,
    agree.acceptGoalCommand.handler,
    agree.withdrawGoalCommand.handler,
    change.requestChangeCommand.handler,
    change.decideChangeCommand.handler,
    change.withdrawChangeCommand.handler,
    change.placeGoalCommand.handler,
    change.handOverGoalCommand.handler,
    run.activateGoalCommand.handler,
    run.pauseGoalCommand.handler,
    run.resumeGoalCommand.handler,
    run.postponeGoalCommand.handler,
    run.completeGoalCommand.handler,
    run.cancelGoalCommand.handler,
    run.reopenGoalCommand.handler,
    end.discardGoalCommand.handler,
    end.archiveGoalCommand.handler,
    end.acknowledgeCompletionCommand.handler,
    rollUp.setRollUpCommand.handler,
    rollUp.overrideProgressCommand.handler,
    rollUp.endOverrideCommand.handler,
    setVisibilityCommand.handler,
  ],
})
export class PlanningModule {}
