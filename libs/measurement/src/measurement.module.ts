import { Module } from '@nestjs/common';
import * as kpi from './kpis/kpi.command.js';
import { recordMeasurementsCommand } from './measurements/record-measurements.command.js';

@Module({
  providers: [
    kpi.defineKpiCommand.handler,
    kpi.redefineKpiCommand.handler,
    kpi.setTargetCommand.handler,
    kpi.retireKpiCommand.handler,
    kpi.importKpiCommand.handler,
    recordMeasurementsCommand.handler,
  ],
})
export class MeasurementModule {}
