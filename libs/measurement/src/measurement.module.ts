import { Module } from '@nestjs/common';
import * as annotation from './annotations/annotation.command.js';
import { ReadKpiAsOfHandler } from './history/kpi-as-of.query.js';
import { ListKpisAsOfHandler } from './history/kpis-as-of.query.js';
import * as kpi from './kpis/kpi.command.js';
import * as amend from './measurements/amend-measurement.command.js';
import { recordMeasurementsCommand } from './measurements/record-measurements.command.js';

@Module({
  providers: [
    kpi.defineKpiCommand.handler,
    kpi.redefineKpiCommand.handler,
    kpi.setTargetCommand.handler,
    kpi.retireKpiCommand.handler,
    kpi.importKpiCommand.handler,
    recordMeasurementsCommand.handler,
    amend.correctMeasurementCommand.handler,
    amend.retractMeasurementCommand.handler,
    annotation.annotateKpiCommand.handler,
    annotation.retractAnnotationCommand.handler,
    ReadKpiAsOfHandler,
    ListKpisAsOfHandler,
  ],
})
export class MeasurementModule {}
