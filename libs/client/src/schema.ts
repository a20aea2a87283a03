// Generated from openapi.json: npm run client.

export interface paths {
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the organisation counts time, and which periods are frozen
         * @description Permission: `organisation.read`.
         */
        get: operations["CalendarController_read"];
        /**
         * Set how the organisation counts time
         * @description Permission: `organisation.change`.
         */
        put: operations["CalendarController_setCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{period}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze a period that is over: its goals and values stand
         * @description Permission: `period.freeze`.
         */
        post: operations["CalendarController_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{period}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a period that was frozen
         * @description Permission: `period.freeze`.
         */
        post: operations["CalendarController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The units directly below one, now or as of any moment
         * @description Permission: `organisation.read`.
         */
        get: operations["UnitController_list"];
        put?: never;
        /**
         * Open a unit
         * @description Permission: `organisation.change`.
         */
        post: operations["UnitController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename a unit
         * @description Permission: `organisation.change`.
         */
        put: operations["UnitController_rename"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/parent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move a unit under another
         * @description Permission: `organisation.change`.
         */
        put: operations["UnitController_move"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a unit that has no open units below it
         * @description Permission: `organisation.change`.
         */
        post: operations["UnitController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Name who stands for a unit
         * @description Permission: `people.change`.
         */
        put: operations["UnitController_nameHead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/hr-partner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Name the HR partner of a unit and of those below it
         * @description Permission: `people.change`.
         */
        put: operations["UnitController_namePartner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A unit, now or as of any moment
         * @description Permission: `organisation.read`.
         */
        get: operations["UnitController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of a unit, or everyone by number, now or as of any moment
         * @description Permission: `people.read`. Reads are recorded, as `people`.
         */
        get: operations["PersonController_list"];
        put?: never;
        /**
         * Let a person join
         * @description Permission: `people.change`.
         */
        post: operations["PersonController_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move a person to another unit, from a day on
         * @description Permission: `people.change`.
         */
        put: operations["PersonController_move"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/manager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let somebody else lead a person, or nobody, from a day on
         * @description Permission: `people.change`.
         */
        put: operations["PersonController_changeManager"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the name of a person right
         * @description Permission: `people.change`.
         */
        put: operations["PersonController_rename"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the last day of a person, or another one
         * @description Permission: `people.change`.
         */
        post: operations["PersonController_recordDeparture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget a person: destroys the key of all texts about and by them, for ever
         * @description Permission: `people.erase`.
         */
        post: operations["PersonController_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person, where they belong and who stands above them, now or as of any moment
         * @description Permission: `people.read`. Reads are recorded, as `person`.
         */
        get: operations["PersonController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may act for a person, and for whom they may, now or as of any moment
         * @description Permission: `people.read`. Reads are recorded, as `person-deputies`.
         */
        get: operations["DeputiesController_read"];
        put?: never;
        /**
         * Let somebody else act for a person for a time: for themselves, or with `people.change`
         * @description Permission: `deputy.appoint`.
         */
        post: operations["DeputiesController_appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/deputies/{deputyId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody act for a person no more: for either of the two, or with `people.change`
         * @description Permission: `deputy.appoint`.
         */
        post: operations["DeputiesController_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a hold keeps a person from being erased
         * @description Permission: `people.erase`.
         */
        get: operations["HoldController_read"];
        /**
         * Keep a person from being erased, by hand or by a retention rule
         * @description Permission: `people.erase`.
         */
        put: operations["HoldController_place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/hold-release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a person be erased again
         * @description Permission: `people.erase`.
         */
        post: operations["HoldController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that is held about a person, event by event: for themselves, or with `people.disclose`
         * @description Permission: `people.read`. Reads are recorded, as `person-data`.
         */
        get: operations["PersonDataController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * KPIs, of one unit or of all, now or as of any moment
         * @description Permission: `kpi.read`.
         */
        get: operations["KpiController_list"];
        put?: never;
        /**
         * Define a KPI
         * @description Permission: `kpi.define`.
         */
        post: operations["KpiController_define"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/definition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Redefine a KPI
         * @description Permission: `kpi.define`.
         */
        put: operations["KpiController_redefine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a KPI
         * @description Permission: `kpi.define`.
         */
        post: operations["KpiController_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set or revise the target of a period
         * @description Permission: `kpi.target`.
         */
        post: operations["KpiController_setTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A KPI against its targets, now or as of any moment
         * @description Permission: `kpi.read`.
         */
        get: operations["KpiController_scorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a measurement, or correct the one of the same period and source
         * @description Permission: `kpi.measure`.
         */
        post: operations["MeasurementController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/measurements/{period}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what you recorded, or, with kpi.correct, what anyone did
         * @description Permission: `kpi.measure`.
         */
        post: operations["MeasurementController_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/measurements/{period}/retraction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retract what you recorded, or, with kpi.correct, what anyone did
         * @description Permission: `kpi.measure`.
         */
        post: operations["MeasurementController_retract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All values of a KPI in order of time, what each was before, and what explains them; now or as of any moment
         * @description Permission: `kpi.read`.
         */
        get: operations["MeasurementController_trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain a day of a KPI’s course
         * @description Permission: `kpi.measure`.
         */
        post: operations["MeasurementController_annotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kpis/{kpiId}/annotations/{annotationId}/retraction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retract your annotation, or, with kpi.correct, anyone’s
         * @description Permission: `kpi.measure`.
         */
        post: operations["MeasurementController_retractAnnotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measurements/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record many measurements: good rows are stored, bad ones told
         * @description Permission: `kpi.measure`.
         */
        post: operations["MeasurementBatchController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tree of goals, now or as of any moment
         * @description Permission: `goal.read`. Reads are recorded, as `goals`.
         */
        get: operations["GoalHistoryController_tree"];
        put?: never;
        /**
         * Draft a goal
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalController_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rewrite a draft
         * @description Permission: `goal.plan`.
         */
        put: operations["GoalController_redraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard a draft
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalController_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Open a goal of a person to everybody, or close it
         * @description Permission: `goal.plan`.
         */
        put: operations["GoalController_setVisibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a draft to the other side
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/counter-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose other terms instead
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalController_counterPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the terms that are proposed
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a proposal
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/change-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for other terms; an administrator revises them at once
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_requestChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/change-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the change that was asked for
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_approveChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/change-rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject the change that was asked for
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_rejectChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/change-withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the change that you asked for
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_withdrawChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/parents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Place a goal under others, from a day on
         * @description Permission: `goal.plan`.
         */
        put: operations["GoalLifeController_place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand a goal over to another person or unit
         * @description Permission: `goal.plan`.
         */
        put: operations["GoalLifeController_handOver"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin with an agreed goal
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a goal
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a paused goal
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/postponement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Postpone a goal: another one takes its place
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_postpone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a goal with its result and lessons
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge how a goal came out, as the manager
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/archival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a goal that is over: out of the lists, its history as it was
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a goal
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a completed goal
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalLifeController_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/roll-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set how what contributes to a goal makes its progress
         * @description Permission: `goal.plan`.
         */
        put: operations["GoalProgressController_setRollUp"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/progress-override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how far a goal is, whatever the data say, until a day
         * @description Permission: `goal.plan`.
         */
        put: operations["GoalProgressController_override"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/progress-override/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the data tell the progress again
         * @description Permission: `goal.plan`.
         */
        post: operations["GoalProgressController_endOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed in the tree between two moments, event by event
         * @description Permission: `goal.read`. Reads are recorded, as `goals-changes`.
         */
        get: operations["GoalHistoryController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A goal with what lies below it, now or as of any moment
         * @description Permission: `goal.read`. Reads are recorded, as `goal`.
         */
        get: operations["GoalHistoryController_goal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a goal evolved, event by event, with each one’s effect on its progress
         * @description Permission: `goal.read`. Reads are recorded, as `goal-changes`.
         */
        get: operations["GoalHistoryController_goalChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/figure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What made a goal’s figures: rule, rounding and inputs, with the event that stated each
         * @description Permission: `goal.read`. Reads are recorded, as `goal-figure`.
         */
        get: operations["GoalHistoryController_figure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goalId}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who could see a goal at any moment, and why
         * @description Permission: `goal.readers`.
         */
        get: operations["GoalReadersController_readers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the KPIs of each unit came out in a year, as it stands now or stood at any moment
         * @description Permission: `outcomes.read`.
         */
        get: operations["OutcomesController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goals as of any moment, as a file
         * @description Permission: `goal.read`. Reads are recorded, as `goals-export`.
         */
        get: operations["ExportsController_goals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was measured of KPIs, as of any moment, as a file
         * @description Permission: `kpi.read`. Reads are recorded, as `measurements-export`.
         */
        get: operations["ExportsController_measurements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/goal-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed goals until any moment, event by event, as a file
         * @description Permission: `goal.read`. Reads are recorded, as `goal-history-export`.
         */
        get: operations["ExportsController_goalHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was shown what is held about a person: for themselves, or with `reads.view`
         * @description Permission: `inbox.read`. Reads are recorded, as `person-reads`.
         */
        get: operations["ReadsController_ofPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/read-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every read of what is held about people, and every export
         * @description Permission: `reads.view`. Reads are recorded, as `read-log`.
         */
        get: operations["ReadsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How each view stands: how far it is behind, what it has parked
         * @description Permission: `operations.view`.
         */
        get: operations["ViewsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/views/{name}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that a view could not take, those that wait behind them, and those left out
         * @description Permission: `operations.view`.
         */
        get: operations["ViewsController_parked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/views/{name}/parked/{position}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a view try again to take an event that failed
         * @description Permission: `operations.act`.
         */
        post: operations["ViewsController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/views/{name}/parked/{position}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a view go on without an event
         * @description Permission: `operations.act`.
         */
        post: operations["ViewsController_skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a CSV file by a mapping, whose every section needs the permission of what it does
         * @description Permission: `import.run`.
         */
        post: operations["ImportController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what changes in the views, as server-sent events
         * @description Permission: `changes.read`.
         */
        get: operations["ChangesController_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every webhook, how far it has come, and why it does not go on
         * @description Permission: `webhook.manage`.
         */
        get: operations["WebhookController_list"];
        put?: never;
        /**
         * Subscribe a receiver to what happens; the answer shows its secret, once
         * @description Permission: `webhook.manage`.
         */
        post: operations["WebhookController_subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Tell a webhook nothing more, and forget its secret
         * @description Permission: `webhook.manage`.
         */
        delete: operations["WebhookController_unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try again what a webhook did not take
         * @description Permission: `webhook.manage`.
         */
        post: operations["WebhookCourseController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a webhook again what follows on a position
         * @description Permission: `webhook.manage`.
         */
        post: operations["WebhookCourseController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I am told of, unread first, then the newest first
         * @description Permission: `inbox.read`.
         */
        get: operations["NotificationController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notificationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a notification of mine as read
         * @description Permission: `inbox.read`.
         */
        post: operations["NotificationController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/mail-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say where notifications of a person are mailed to, or nowhere
         * @description Permission: `people.change`.
         */
        put: operations["NotificationController_setMailAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The users that a filter names, or everyone by userName, in pages
         * @description Permission: `people.provision`.
         */
        get: operations["ScimUserController_list"];
        put?: never;
        /**
         * Let a person join, from today on
         * @description Permission: `people.provision`.
         */
        post: operations["ScimUserController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A user
         * @description Permission: `people.provision`.
         */
        get: operations["ScimUserController_one"];
        /**
         * Say all of a user: what is kept and left out stays as it is
         * @description Permission: `people.provision`.
         */
        put: operations["ScimUserController_replace"];
        post?: never;
        /**
         * Record that today is the last day of a user; they stay known
         * @description Permission: `people.provision`.
         */
        delete: operations["ScimUserController_remove"];
        options?: never;
        head?: never;
        /**
         * Change a user, by all of the operations or by none
         * @description Permission: `people.provision`.
         */
        patch: operations["ScimUserController_change"];
        trace?: never;
    };
    "/scim/v2/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What of SCIM is spoken
         * @description Permission: `people.provision`.
         */
        get: operations["ScimDiscoveryController_config"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be provisioned: users
         * @description Permission: `people.provision`.
         */
        get: operations["ScimDiscoveryController_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The attributes of a user that are kept
         * @description Permission: `people.provision`.
         */
        get: operations["ScimDiscoveryController_schemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * No groups: some clients ask before they import users
         * @description Permission: `people.provision`.
         */
        get: operations["ScimDiscoveryController_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every key that was issued, how it stands and what it may do
         * @description Permission: `api-key.manage`.
         */
        get: operations["ApiKeyController_list"];
        put?: never;
        /**
         * Issue a key for a machine; the answer shows it, once
         * @description Permission: `api-key.manage`.
         */
        post: operations["ApiKeyController_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{apiKeyId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a key back: within seconds it opens nothing more
         * @description Permission: `api-key.manage`.
         */
        post: operations["ApiKeyController_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was granted which roles, beside what tokens say
         * @description Permission: `role.grant`.
         */
        get: operations["RoleController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody else act in a role
         * @description Permission: `role.grant`.
         */
        post: operations["RoleController_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody act in a role no more, unless their tokens name it
         * @description Permission: `role.grant`.
         */
        post: operations["RoleController_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["HealthController_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests can be served now */
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every problem that a request can meet */
        get: operations["ProblemPagesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem means, where it comes from and what to do */
        get: operations["ProblemPagesController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics of this process, for Prometheus
         * @description Permission: `operations.view`.
         */
        get: operations["MetricsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SetCalendarInput: {
            /**
             * @description IANA zone in which the organisation's days begin and end.
             * @example America/New_York
             */
            timeZone: string;
            /**
             * @description Month in which the fiscal year starts; it is named by the year in which it ends.
             * @example 7
             */
            fiscalYearStartMonth: number;
            /**
             * @description From this day on.
             * @example 2000-01-01
             */
            from: string;
        };
        CommandOutcome: {
            /** @description Of what was created or changed. */
            id: string;
            /** @description Of its stream; the same as the ETag. */
            revision: number;
            /** @description Send it as `after` with a read that must show this command. */
            position?: string;
            /** @description How many events were recorded; 0 where there was nothing new. */
            recorded: number;
            /** @description True where the same Idempotency-Key had been carried out before. */
            repeated: boolean;
        };
        FiscalYearsAnswer: {
            /**
             * @description Month in which a year starts, 1 to 12.
             * @example 7
             */
            startMonth: number;
            /**
             * @description First day on which that holds.
             * @example 2000-07-01
             */
            from: string;
        };
        FrozenPeriodAnswer: {
            /** @example FY2023 */
            period: string;
            /** @description First day of it. */
            from: string;
            /** @description Last day of it. */
            to: string;
        };
        CalendarAnswer: {
            /** @description By `from`; the first holds for every earlier day, too. */
            fiscalYears: components["schemas"]["FiscalYearsAnswer"][];
            /** @description Periods whose goals and values stand. */
            frozen: components["schemas"]["FrozenPeriodAnswer"][];
            /**
             * @description IANA zone in which its days begin and end.
             * @example Europe/Stockholm
             */
            timeZone: string;
        };
        FreezePeriodInput: {
            /**
             * @description Why; kept with the freeze.
             * @example The accounts of the year are closed.
             */
            reason: string;
        };
        OpenUnitInput: {
            /**
             * @description Your own number or code for the unit; it can be used in every path as `number:<it>`.
             * @example 806
             */
            number?: string;
            /** @example Housing Preservation and Development */
            name: string;
            /**
             * @description What such a unit is called.
             * @example agency
             */
            kind: string;
            /**
             * Format: uuid
             * @description The unit above; absent only for the organisation itself.
             */
            parentId?: string;
        };
        RenameUnitInput: {
            name: string;
        };
        MoveUnitInput: {
            /**
             * Format: uuid
             * @description The unit that it belongs to from now on.
             */
            parentId: string;
        };
        NameForUnitInput: {
            /**
             * Format: uuid
             * @description Nobody where absent.
             */
            personId?: string;
            /**
             * @description From this day on, at most a year ahead; today where absent.
             * @example 2026-07-01
             */
            from?: string;
            /** @description Why. */
            reason?: string;
        };
        UnitAnswer: {
            unitId: string;
            /**
             * @description What the organisation knows it by.
             * @example 846
             */
            number?: string;
            name: string;
            /**
             * @description What such a unit is called.
             * @example agency
             */
            kind: string;
            /** @description `top` for the organisation itself. */
            parentId: string;
            closed: boolean;
            /** @description Who stands for it at the moment. */
            headId?: string;
            /** @description Who cares for its people and those of the units below at the moment. */
            hrPartnerId?: string;
        };
        UnitsAnswer: {
            units: components["schemas"]["UnitAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last. */
            next?: string;
        };
        JoinPersonInput: {
            /**
             * @description Your own number for the person; it can be used in every path as `number:<it>`.
             * @example 1815
             */
            number?: string;
            /**
             * @description Stored sealed under a key of the person's own.
             * @example Ada Lovelace
             */
            name: string;
            /**
             * Format: uuid
             * @description Who leads them; nobody where absent.
             */
            managerId?: string;
            /**
             * Format: uuid
             * @description The unit that they belong to from then on.
             */
            unitId: string;
            /**
             * @description From this day on, at most a year ahead; today where absent.
             * @example 2026-07-01
             */
            from?: string;
            /** @description Why; sealed under the person's key. */
            reason?: string;
        };
        MovePersonInput: {
            /**
             * Format: uuid
             * @description The unit that they belong to from then on.
             */
            unitId: string;
            /**
             * @description From this day on, at most a year ahead; today where absent.
             * @example 2026-07-01
             */
            from?: string;
            /** @description Why; sealed under the person's key. */
            reason?: string;
        };
        ChangeManagerInput: {
            /**
             * Format: uuid
             * @description Who leads them from then on; nobody where absent.
             */
            managerId?: string;
            /**
             * @description From this day on, at most a year ahead; today where absent.
             * @example 2026-07-01
             */
            from?: string;
            /** @description Why; sealed under the person's key. */
            reason?: string;
        };
        RenamePersonInput: {
            /** @example Ada Lovelace */
            name: string;
            /** @description Why; sealed under the person's key. */
            reason?: string;
        };
        RecordDepartureInput: {
            /**
             * @description Their last day, at most a year ahead; today where absent.
             * @example 2026-06-30
             */
            on?: string;
            /** @description Why; sealed under the person's key. */
            reason?: string;
        };
        ErasePersonInput: {
            /**
             * @description On what grounds; stays readable for ever.
             * @enum {string}
             */
            reason: "consent-withdrawn" | "legal-obligation" | "no-longer-needed" | "objection" | "unlawful";
            /** @description Also somebody who has not left yet: they leave at once. */
            force?: boolean;
        };
        MembershipAnswer: {
            /** @description Moment from which it holds. */
            from: string;
            unitId: string;
        };
        LeadershipAnswer: {
            /** @description Moment from which it holds. */
            from: string;
            /** @description Null where nobody leads them. */
            managerId: string | null;
        };
        PersonAnswer: {
            personId: string;
            /** @description What the organisation knows them by. */
            number?: string;
            /** @description Null once they were erased. */
            name: string | null;
            joinedAt: string;
            leftAt?: string;
            /** @description From when on nothing is known of them but what happened: all texts about and by them are gone. */
            erasedAt?: string;
            /** @enum {string} */
            standing: "left" | "not-joined" | "present" | "unknown";
            /** @description Where they belong at the moment; only while they are present. */
            unitId?: string;
            /** @description Who leads them at the moment; null for nobody. */
            managerId?: string | null;
            /** @description By `from`; those planned for later, too. */
            memberships: components["schemas"]["MembershipAnswer"][];
            /** @description By `from`; those planned for later, too. */
            managers: components["schemas"]["LeadershipAnswer"][];
        };
        PeopleAnswer: {
            people: components["schemas"]["PersonAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last. */
            next?: string;
        };
        ManagerLineAnswer: {
            /** @description From the nearest up. */
            personIds: string[];
            /**
             * @description Two changes at the same moment put people above each other: one of them is to be put right.
             * @enum {string}
             */
            problem?: "manager-cycle";
        };
        PersonWithLineAnswer: {
            personId: string;
            /** @description What the organisation knows them by. */
            number?: string;
            /** @description Null once they were erased. */
            name: string | null;
            joinedAt: string;
            leftAt?: string;
            /** @description From when on nothing is known of them but what happened: all texts about and by them are gone. */
            erasedAt?: string;
            /** @enum {string} */
            standing: "left" | "not-joined" | "present" | "unknown";
            /** @description Where they belong at the moment; only while they are present. */
            unitId?: string;
            /** @description Who leads them at the moment; null for nobody. */
            managerId?: string | null;
            /** @description By `from`; those planned for later, too. */
            memberships: components["schemas"]["MembershipAnswer"][];
            /** @description By `from`; those planned for later, too. */
            managers: components["schemas"]["LeadershipAnswer"][];
            managerLine: components["schemas"]["ManagerLineAnswer"];
        };
        DeputyshipAnswer: {
            /** @description For whom. */
            personId: string;
            deputyId: string;
            /** @description Moment from which it holds. */
            from: string;
            /** @description Moment from which it holds no more. */
            until: string;
            /** @description Whether the deputy may act at the moment: their time has come, and both belong to the organisation. */
            acting: boolean;
        };
        DeputiesAnswer: {
            /** @description Who acts for the person. */
            deputies: components["schemas"]["DeputyshipAnswer"][];
            /** @description For whom the person acts. */
            deputyOf: components["schemas"]["DeputyshipAnswer"][];
        };
        AppointDeputyInput: {
            /**
             * Format: uuid
             * @description Who will act for the person.
             */
            deputyId: string;
            /**
             * @description From this day on; today where absent.
             * @example 2026-07-01
             */
            from?: string;
            /**
             * @description The last day, at most a year ahead.
             * @example 2026-07-31
             */
            until: string;
            /**
             * @description Why; sealed under the key of the person for whom they act.
             * @example She is on leave.
             */
            reason: string;
        };
        EndDeputyInput: {
            /**
             * @description Why; sealed under the key of the person for whom they acted.
             * @example She is back.
             */
            reason: string;
        };
        HoldAnswer: {
            /** @description Since when; null where no hold stands. */
            heldAt: string | null;
        };
        HoldInput: {
            /**
             * @description Why; sealed under the person's key.
             * @example Their dismissal is before the court.
             */
            reason: string;
        };
        DefineKpiInput: {
            /**
             * @description Your own number or code for the KPI; it can be used in every path as `number:<it>`.
             * @example 119
             */
            number?: string;
            /** @example Complaints closed within 30 days */
            name: string;
            /**
             * Format: uuid
             * @description The unit that it is about.
             */
            unitId: string;
            /**
             * Format: uuid
             * @description The goal that it tells of.
             */
            goalId?: string;
            /**
             * @description Which way is better.
             * @enum {string}
             */
            direction: "decrease" | "increase" | "maintain-at-least" | "maintain-at-most" | "milestone" | "range";
            /**
             * @description How often a value is due.
             * @enum {string}
             */
            frequency: "annual" | "daily" | "irregular" | "monthly" | "quarterly" | "weekly";
            /**
             * @description How the values within a year make the year's value.
             * @enum {string}
             */
            aggregation: "last" | "max" | "mean" | "min" | "sum";
            /**
             * @description What its values count.
             * @example %
             */
            unitOfMeasure?: string;
            /**
             * @description Words to select KPIs by.
             * @default []
             * @example [
             *       "critical"
             *     ]
             */
            labels?: string[];
            /** @description Why; kept with the definition. */
            reason?: string;
        };
        RedefineKpiInput: {
            /** @example Complaints closed within 30 days */
            name: string;
            /**
             * Format: uuid
             * @description The unit that it is about.
             */
            unitId: string;
            /**
             * Format: uuid
             * @description The goal that it tells of.
             */
            goalId?: string;
            /**
             * @description Which way is better.
             * @enum {string}
             */
            direction: "decrease" | "increase" | "maintain-at-least" | "maintain-at-most" | "milestone" | "range";
            /**
             * @description How often a value is due.
             * @enum {string}
             */
            frequency: "annual" | "daily" | "irregular" | "monthly" | "quarterly" | "weekly";
            /**
             * @description How the values within a year make the year's value.
             * @enum {string}
             */
            aggregation: "last" | "max" | "mean" | "min" | "sum";
            /**
             * @description What its values count.
             * @example %
             */
            unitOfMeasure?: string;
            /**
             * @description Words to select KPIs by.
             * @default []
             * @example [
             *       "critical"
             *     ]
             */
            labels?: string[];
            /** @description Why; kept with the definition. */
            reason?: string;
        };
        SetTargetInput: {
            /** @example FY2023 */
            period: string;
            /**
             * @description In the KPI's unit, as decimal text; of a range the lower bound, of a milestone 1.
             * @example 12.5
             */
            value: string;
            /**
             * @description The upper bound of a range.
             * @example 14
             */
            upper?: string;
            /** @description Why it is set or revised; needed where the period is frozen. */
            reason?: string;
        };
        YearAnswer: {
            /** @description Decimal; a mean is rounded for display only. */
            value: string;
            /**
             * @description Absent where the values that the rule needs are missing; so are the next two.
             * @enum {string}
             */
            target?: "met" | "missed" | "none";
            /** @description At or better than the year before. */
            improvingOneYear?: boolean;
            /** @description At or better than the mean of the five years before. */
            improvingFiveYears?: boolean;
        };
        LatestValueAnswer: {
            /** @example 2026-03 */
            period: string;
            /**
             * @description Decimal.
             * @example 4.2
             */
            value: string;
            measuredAt: string;
            source: string;
            /** @description Of the same period, else of its year. */
            target?: string;
            /** @description Where the target is a range: its upper bound. */
            upper?: string;
            /** @description Exactly on the target counts; absent where there is none. */
            onTarget?: boolean;
        };
        KpiAnswer: {
            labels: string[];
            /** @description By fiscal year. */
            years: {
                [key: string]: components["schemas"]["YearAnswer"];
            };
            kpiId: string;
            /** @description What the organisation knows it by. */
            number?: string;
            name: string;
            /** @description The unit that it is about. */
            unitId: string;
            /** @description The goal that it tells of. */
            goalId?: string;
            /** @enum {string} */
            direction: "decrease" | "increase" | "maintain-at-least" | "maintain-at-most" | "milestone" | "range";
            /** @enum {string} */
            frequency: "annual" | "daily" | "irregular" | "monthly" | "quarterly" | "weekly";
            /**
             * @description How the values within a year make the year's value.
             * @enum {string}
             */
            aggregation: "last" | "max" | "mean" | "min" | "sum";
            /** @example days */
            unitOfMeasure?: string;
            retired: boolean;
            /** @description A value is overdue by more than one period. */
            stale: boolean;
            /** @description Absent until a value was recorded. */
            latest?: components["schemas"]["LatestValueAnswer"];
        };
        KpisAnswer: {
            kpis: components["schemas"]["KpiAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last. */
            next?: string;
        };
        RecordMeasurementInput: {
            /**
             * @description In the KPI's unit, as decimal text.
             * @example 42.5
             */
            value: string;
            /**
             * @description The period that the value is of; or say when it was measured.
             * @example FY2023
             */
            period?: string;
            /** @description When it was true, not when it was typed in: ISO 8601 with offset; a bare date means the end of that day. */
            measuredAt?: string;
            /** @description Who or what measured. With KPI and period it tells a correction from another value. */
            source?: string;
            note?: string;
            /** @description Why, where it corrects what somebody else said, or is of a frozen period. */
            reason?: string;
        };
        CorrectMeasurementInput: {
            /**
             * @description In the KPI's unit, as decimal text.
             * @example 42.5
             */
            value: string;
            /** @description The same as in the path where it is said: a correction never moves a value to another period. */
            period?: string;
            /** @description Who or what had measured; you where absent, as in recording. */
            source?: string;
            /**
             * @description Why; stays beside the value.
             * @example Counted test accounts
             */
            reason: string;
        };
        RetractMeasurementInput: {
            /** @description Who or what had measured; you where absent, as in recording. */
            source?: string;
            /**
             * @description Why; stays beside the value.
             * @example Counted test accounts
             */
            reason: string;
        };
        TrendEntryAnswer: {
            /** @enum {string} */
            event: "corrected" | "recorded" | "retracted";
            /** @description What held from then on; of a retraction, what it took back. */
            value: string;
            recordedAt: string;
            actor: string;
            onBehalfOf?: string;
            /** @description Null once the person that it is about was erased. */
            reason?: string | null;
            position: string;
        };
        TrendPointAnswer: {
            /** @example 2026-03 */
            period: string;
            /** @description Decimal; absent where it was retracted. */
            value?: string;
            source: string;
            measuredAt: string;
            recordedAt: string;
            corrections: number;
            retracted?: boolean;
            /** @description It came in after the period that it was due in. */
            late?: boolean;
            /** @description Oldest first. */
            history: components["schemas"]["TrendEntryAnswer"][];
        };
        RetractedAnswer: {
            actor: string;
            recordedAt: string;
            /** @description Null once the person that it is about was erased. */
            reason?: string | null;
        };
        AnnotationAnswer: {
            kpiId: string;
            annotationId: string;
            /** @description The day. */
            at: string;
            /** @description Null once the person that it is about was erased. */
            text: string | null;
            actor: string;
            recordedAt: string;
            retracted?: components["schemas"]["RetractedAnswer"];
        };
        TrendAnswer: {
            kpiId: string;
            /** @description In order of time. */
            points: components["schemas"]["TrendPointAnswer"][];
            /** @description All of them with every page. */
            annotations: components["schemas"]["AnnotationAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last. */
            next?: string;
        };
        AnnotateKpiInput: {
            /**
             * @description The day that it explains.
             * @example 2026-03-01
             */
            at: string;
            /**
             * @description What happened.
             * @example The form was moved online
             */
            text: string;
        };
        RetractAnnotationInput: {
            /** @description Why; stays beside the annotation. */
            reason: string;
        };
        LinkInput: {
            /** Format: uuid */
            parentId: string;
            /**
             * @description Whether its progress counts towards the parent's, or it is only aligned with it.
             * @default true
             */
            contributes?: boolean;
            /**
             * @description Relative to its siblings'; need not sum to 100.
             * @default 1
             * @example 1
             */
            weight?: string;
            /**
             * @description Which share of it counts here, where it counts in several places.
             * @example 0.5
             */
            share?: string;
        };
        MeasureInput: {
            /**
             * Format: uuid
             * @description The KPI that tells how the goal goes.
             */
            kpiId: string;
            /**
             * @description Where it starts; without it progress is not known, but whether the target is met is.
             * @example 70
             */
            baseline?: string;
            /**
             * @description Of a range the lower bound, of a milestone 1.
             * @example 85
             */
            target: string;
            /** @enum {string} */
            direction: "decrease" | "increase" | "maintain-at-least" | "maintain-at-most" | "milestone" | "ordinal" | "range";
            /**
             * @description The upper bound of a range.
             * @example 95
             */
            upper?: string;
            /**
             * @description Of an ordinal scale: where the zone below the target begins.
             * @example 0.3
             */
            commit?: string;
            /**
             * @description Of an ordinal scale: where the zone above the target begins.
             * @example 1
             */
            stretch?: string;
        };
        DraftGoalInput: {
            /**
             * @description Your own number or code for the goal; it can be used in every path as `number:<it>`.
             * @example G-12
             */
            number?: string;
            /**
             * @description What such a goal is called.
             * @example objective
             */
            kind: string;
            /**
             * Format: uuid
             * @description The person whose goal it is; or name a unit.
             */
            personId?: string;
            /**
             * Format: uuid
             * @description The unit whose goal it is; or name a person.
             */
            unitId?: string;
            /**
             * @description Of a person's goal: private is for its two sides and whoever cares for them; public where absent.
             * @enum {string}
             */
            visibility?: "private" | "public";
            /** @default [] */
            parents?: components["schemas"]["LinkInput"][];
            /** @example Mend potholes within five days */
            title: string;
            /**
             * @description First day.
             * @example 2026-01-01
             */
            start?: string;
            /**
             * @description Last day.
             * @example 2026-12-31
             */
            end?: string;
            measure?: components["schemas"]["MeasureInput"];
        };
        TermsInput: {
            /** @example Mend potholes within five days */
            title: string;
            /**
             * @description First day.
             * @example 2026-01-01
             */
            start?: string;
            /**
             * @description Last day.
             * @example 2026-12-31
             */
            end?: string;
            measure?: components["schemas"]["MeasureInput"];
        };
        ReasonInput: {
            /** @description Kept with the change. */
            reason?: string;
            /**
             * @description A day, from its start on, or a moment; now where absent.
             * @example 2026-03-03
             */
            from?: string;
        };
        SetVisibilityInput: {
            /**
             * @description Private: for its two sides, whoever stands above them, their HR partner and people admins.
             * @enum {string}
             */
            visibility: "private" | "public";
            /** @description Why; it is kept with the change. */
            reason?: string;
        };
        AcceptGoalInput: {
            /**
             * @description The revision of the terms that you read.
             * @example 1
             */
            termsRevision: number;
        };
        ChangeTermsInput: {
            /** @example Mend potholes within five days */
            title: string;
            /**
             * @description First day.
             * @example 2026-01-01
             */
            start?: string;
            /**
             * @description Last day.
             * @example 2026-12-31
             */
            end?: string;
            measure?: components["schemas"]["MeasureInput"];
            reason?: string;
            /**
             * @description When an administrator overrides: from when on.
             * @example 2026-03-03
             */
            from?: string;
        };
        PlaceGoalInput: {
            /** @description Kept with the change. */
            reason?: string;
            /**
             * @description A day, from its start on, or a moment; now where absent.
             * @example 2026-03-03
             */
            from?: string;
            /** @description All its parents from then on. */
            parents: components["schemas"]["LinkInput"][];
        };
        HandOverGoalInput: {
            /** @description Kept with the change. */
            reason?: string;
            /**
             * @description A day, from its start on, or a moment; now where absent.
             * @example 2026-03-03
             */
            from?: string;
            /** Format: uuid */
            personId?: string;
            /** Format: uuid */
            unitId?: string;
        };
        PostponeGoalInput: {
            /** @description Kept with the change. */
            reason?: string;
            /**
             * @description A day, from its start on, or a moment; now where absent.
             * @example 2026-03-03
             */
            from?: string;
            /**
             * Format: uuid
             * @description The goal that takes its place.
             */
            successorId: string;
        };
        CompleteGoalInput: {
            /** @description Kept with the change. */
            reason?: string;
            /**
             * @description A day, from its start on, or a moment; now where absent.
             * @example 2026-03-03
             */
            from?: string;
            /** @enum {string} */
            result: "achieved" | "missed" | "partly";
            finalValue?: string;
            note?: string;
            /** @description What the next plan can learn from it. */
            lessons?: string;
        };
        SetRollUpInput: {
            /** @description Kept with the change. */
            reason?: string;
            /**
             * @description A day, from its start on, or a moment; now where absent.
             * @example 2026-03-03
             */
            from?: string;
            /**
             * @description How what contributes to the goal makes its progress.
             * @enum {string}
             */
            mode: "max" | "min" | "sum" | "weighted" | "worst-status";
        };
        OverrideProgressInput: {
            /** @description Kept with the change. */
            reason?: string;
            /**
             * @description A day, from its start on, or a moment; now where absent.
             * @example 2026-03-03
             */
            from?: string;
            /**
             * @description Share of the way: 1 is all of it.
             * @example 0.6
             */
            progress: string;
            /**
             * @description The last day on which it holds, within a year.
             * @example 2026-06-30
             */
            until: string;
        };
        GoalOwnerAnswer: {
            personId?: string;
            unitId?: string;
        };
        GoalLinkAnswer: {
            parentId: string;
            /** @description Whether its progress counts towards the parent's, or it is only aligned with it. */
            contributes: boolean;
            /** @description Decimal, relative to its siblings'. */
            weight: string;
            /** @description Which share of it counts here; 1 where absent. */
            share?: string;
            /** @description The link would close a cycle: it counts nothing. */
            cut?: boolean;
        };
        OverrideAnswer: {
            /** @description Last day on which somebody's word holds. */
            until: string;
            /** @description What the data say meanwhile. */
            computed?: string;
        };
        ShownMeasureAnswer: {
            value?: string;
            period?: string;
            measuredAt?: string;
            /** @description Exactly on the target counts. */
            met?: boolean;
            /**
             * @description Of an ordinal scale.
             * @enum {string}
             */
            zone?: "commit" | "fail" | "stretch" | "target";
            kpiId: string;
            baseline?: string;
            target: string;
            /** @enum {string} */
            direction: "decrease" | "increase" | "maintain-at-least" | "maintain-at-most" | "milestone" | "ordinal" | "range";
            /** @description Of a range. */
            upper?: string;
            /** @description Of an ordinal scale. */
            commit?: string;
            /** @description Of an ordinal scale. */
            stretch?: string;
        };
        MeasureAnswer: {
            kpiId: string;
            baseline?: string;
            target: string;
            /** @enum {string} */
            direction: "decrease" | "increase" | "maintain-at-least" | "maintain-at-most" | "milestone" | "ordinal" | "range";
            /** @description Of a range. */
            upper?: string;
            /** @description Of an ordinal scale. */
            commit?: string;
            /** @description Of an ordinal scale. */
            stretch?: string;
        };
        RequestedTermsAnswer: {
            /** @enum {string} */
            by: "manager" | "owner";
            termsRevision: number;
            /** @description Null once the person whose goal it is was erased. */
            title: string | null;
            start?: string;
            end?: string;
            measure?: components["schemas"]["MeasureAnswer"];
        };
        GoalResultAnswer: {
            /** @enum {string} */
            result: "achieved" | "missed" | "partly";
            finalValue?: string;
            /** @description Whether the manager's side has seen it. */
            acknowledged: boolean;
        };
        GoalAnswer: {
            goalId: string;
            /** @description What the organisation knows it by. */
            number?: string;
            /** @description Null once the person whose goal it is was erased. */
            title: string | null;
            /**
             * @description What such a goal is called.
             * @example objective
             */
            kind: string;
            owner: components["schemas"]["GoalOwnerAnswer"];
            /** @enum {string} */
            phase: "active" | "agreed" | "cancelled" | "completed" | "discarded" | "draft" | "paused" | "postponed" | "proposed";
            parents: components["schemas"]["GoalLinkAnswer"][];
            /**
             * @description How what contributes to it makes its progress.
             * @enum {string}
             */
            rollUp: "max" | "min" | "sum" | "weighted" | "worst-status";
            /** @description Below 0 it regressed, above 1 it over-achieved; absent where it is not known, which is not 0. */
            progress?: string;
            /**
             * @description What tells it.
             * @enum {string}
             */
            progressFrom: "children" | "manual" | "measure";
            /**
             * @description By which the data make progress, and in which version.
             * @example roll-up weighted 1
             */
            rule?: string;
            override?: components["schemas"]["OverrideAnswer"];
            /** @description How much of the weight below it is known. */
            coverage?: string;
            /** @description Share of its time gone by. */
            expected?: string;
            /**
             * @description Absent where it is withheld.
             * @enum {string}
             */
            status?: "at-risk" | "no-data" | "no-dates" | "off-track" | "on-track";
            /** @description By which the status was computed, and in which version. */
            policy: string;
            /** @description Its figures are withheld: with the rest of what they are made of they would tell you those of fewer than five others. */
            suppressed?: boolean;
            /**
             * @description Why there is no progress.
             * @enum {string}
             */
            reason?: "no-baseline" | "no-measure" | "no-value" | "no-weight" | "nothing-known";
            archived: boolean;
            /** @description As another system had it: nobody is said to have agreed to it here. */
            imported: boolean;
            termsRevision: number;
            /** @description First day. */
            start?: string;
            /** @description Last day. */
            end?: string;
            measure?: components["schemas"]["ShownMeasureAnswer"];
            requested?: components["schemas"]["RequestedTermsAnswer"];
            result?: components["schemas"]["GoalResultAnswer"];
        };
        HiddenGoalAnswer: {
            goalId: string;
            parents: components["schemas"]["GoalLinkAnswer"][];
            hidden: boolean;
            owner?: components["schemas"]["GoalOwnerAnswer"];
            /** @enum {string} */
            phase?: "active" | "agreed" | "cancelled" | "completed" | "discarded" | "draft" | "paused" | "postponed" | "proposed";
            archived?: boolean;
        };
        IndicatorAnswer: {
            kpiId: string;
            number?: string;
            goalId: string;
            name: string;
            unitId: string;
            /** @enum {string} */
            direction: "decrease" | "increase" | "maintain-at-least" | "maintain-at-most" | "milestone" | "range";
            value?: string;
            /** @description Of the value. */
            period?: string;
            /** @description Of the value's period. */
            target?: string;
            /** @description Where the target is a range: its upper bound. */
            upper?: string;
            /** @enum {string} */
            status: "no-data" | "no-target" | "off-target" | "on-target";
        };
        GoalTreeAnswer: {
            goals: (components["schemas"]["GoalAnswer"] | components["schemas"]["HiddenGoalAnswer"])[];
            /** @description Where they were asked for. */
            indicators?: components["schemas"]["IndicatorAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last, and where no limit was given. */
            next?: string;
        };
        CompactTreeAnswer: {
            /** @description What a cell of a row tells, by its place. */
            columns: string[];
            /** @description Ids of parents are a list, everything else is text; null where there is none. */
            rows: ((string | null) | string[])[][];
        };
        GoalEffectAnswer: {
            goalId: string;
            /**
             * @description Sides of the goal that it states anew.
             * @example [
             *       "terms",
             *       "phase"
             *     ]
             */
            sides: string[];
            progressBefore?: string;
            progressAfter?: string;
        };
        GoalChangeAnswer: {
            effects: components["schemas"]["GoalEffectAnswer"][];
            position: string;
            stream: string;
            revision: number;
            /** @example GoalTermsRevised */
            type: string;
            actor: string;
            /** @description For whom they acted, as deputy or administrator; absent where for themselves. */
            onBehalfOf?: string;
            recordedAt: string;
            effectiveAt?: string;
            /** @description Null once the person that it is about was erased. */
            reason?: string | null;
        };
        GoalChangesAnswer: {
            /** @description In the order in which they were recorded. */
            changes: components["schemas"]["GoalChangeAnswer"][];
        };
        GoalWithPartsAnswer: {
            goal: components["schemas"]["GoalAnswer"] | components["schemas"]["HiddenGoalAnswer"];
            parts: (components["schemas"]["GoalAnswer"] | components["schemas"]["HiddenGoalAnswer"])[];
            indicators?: components["schemas"]["IndicatorAnswer"][];
        };
        ToldEventAnswer: {
            position: string;
            stream: string;
            revision: number;
            /** @example GoalTermsRevised */
            type: string;
            actor: string;
            /** @description For whom they acted, as deputy or administrator; absent where for themselves. */
            onBehalfOf?: string;
            recordedAt: string;
            effectiveAt?: string;
            /** @description Null once the person that it is about was erased. */
            reason?: string | null;
        };
        FigurePartAnswer: {
            /** @description What it gives, from 0 to 1; where it is absent it is not known, and weighs in the coverage alone. */
            progress?: string;
            /**
             * @description Why it is not known.
             * @enum {string}
             */
            reason?: "no-baseline" | "no-measure" | "no-value" | "no-weight" | "nothing-known";
            /**
             * @description What the worst status goes by.
             * @enum {string}
             */
            status?: "at-risk" | "no-data" | "no-dates" | "off-track" | "on-track";
            /** @description Its figures are withheld. */
            suppressed?: boolean;
            /** @description What placed it here. */
            event: components["schemas"]["ToldEventAnswer"];
            /** @description Null once the person whose goal it is was erased. */
            title?: string | null;
            goalId: string;
            weight: string;
            /** @description Which share of it counts here. */
            share: string;
        };
        LeftOutPartAnswer: {
            /**
             * @description Its link is only aligned, or cut as it would close a cycle; else the phase that it is in.
             * @enum {string}
             */
            because: "active" | "agreed" | "cancelled" | "completed" | "cut" | "discarded" | "draft" | "only-aligned" | "paused" | "postponed" | "proposed";
            /** @description What placed it here, or brought it into the phase. */
            event: components["schemas"]["ToldEventAnswer"];
            /** @description Null once the person whose goal it is was erased. */
            title?: string | null;
            goalId: string;
            weight: string;
            /** @description Which share of it counts here. */
            share: string;
        };
        HiddenPartAnswer: {
            hidden: boolean;
            goalId: string;
            weight: string;
            /** @description Which share of it counts here. */
            share: string;
        };
        RoundingAnswer: {
            /** @description Decimals that a share keeps. */
            places: number;
            /** @example half-even */
            mode: string;
        };
        StatusThresholdsAnswer: {
            onTrack: string;
            atRisk: string;
            /** @description What lies closer to a threshold lies on it. */
            tolerance: string;
        };
        FigureTermsAnswer: {
            termsRevision: number;
            /** @description First day. */
            start?: string;
            /** @description Last day. */
            end?: string;
            /** @description What put them in force. */
            event: components["schemas"]["ToldEventAnswer"];
        };
        FigureOverrideAnswer: {
            /** @description Last day on which somebody's word holds. */
            until: string;
            /** @description What the data say meanwhile. */
            computed?: string;
            /** @description What somebody said. */
            progress: string;
            event: components["schemas"]["ToldEventAnswer"];
        };
        FigureMeasureAnswer: {
            value?: string;
            period?: string;
            measuredAt?: string;
            /** @description Exactly on the target counts. */
            met?: boolean;
            /**
             * @description Of an ordinal scale.
             * @enum {string}
             */
            zone?: "commit" | "fail" | "stretch" | "target";
            kpiId: string;
            baseline?: string;
            target: string;
            /** @enum {string} */
            direction: "decrease" | "increase" | "maintain-at-least" | "maintain-at-most" | "milestone" | "ordinal" | "range";
            /** @description Of a range. */
            upper?: string;
            /** @description Of an ordinal scale. */
            commit?: string;
            /** @description Of an ordinal scale. */
            stretch?: string;
            /** @description What put the zones of an ordinal scale in force. */
            zonesEvent?: components["schemas"]["ToldEventAnswer"];
            /** @description Who or what measured. */
            source?: string;
            /** @description What stated the value. */
            event?: components["schemas"]["ToldEventAnswer"];
        };
        FigureRollUpAnswer: {
            /** @enum {string} */
            mode: "max" | "min" | "sum" | "weighted" | "worst-status";
            /** @description Absent where nobody said how: then it is the weighted mean. */
            event?: components["schemas"]["ToldEventAnswer"];
        };
        GoalFigureAnswer: {
            /** @description What contributes to it; each opens as a figure in turn. */
            parts: (components["schemas"]["FigurePartAnswer"] | components["schemas"]["HiddenPartAnswer"])[];
            /** @description What stands under it and does not contribute. */
            leftOut: (components["schemas"]["LeftOutPartAnswer"] | components["schemas"]["HiddenPartAnswer"])[];
            goalId: string;
            /** @description Null once the person whose goal it is was erased. */
            title: string | null;
            /** @description Below 0 it regressed, above 1 it over-achieved; absent where it is not known, which is not 0. */
            progress?: string;
            /** @description What goals above are given of it: what the data say, from 0 to 1, whatever somebody said instead. */
            clamped?: string;
            /**
             * @description What tells it.
             * @enum {string}
             */
            progressFrom: "children" | "manual" | "measure";
            /**
             * @description By which the data make progress, and in which version.
             * @example roll-up weighted 1
             */
            rule?: string;
            /** @description How much of the weight below it is known. */
            coverage?: string;
            /** @description Share of its time gone by. */
            expected?: string;
            /**
             * @description Absent where it is withheld.
             * @enum {string}
             */
            status?: "at-risk" | "no-data" | "no-dates" | "off-track" | "on-track";
            /** @description By which the status was computed, and in which version. */
            policy: string;
            /** @description Its figures are withheld: with the rest of what they are made of they would tell you those of fewer than five others. */
            suppressed?: boolean;
            /**
             * @description Why there is no progress.
             * @enum {string}
             */
            reason?: "no-baseline" | "no-measure" | "no-value" | "no-weight" | "nothing-known";
            /** @description How every share was rounded where it arose. */
            rounding: components["schemas"]["RoundingAnswer"];
            thresholds: components["schemas"]["StatusThresholdsAnswer"];
            /** @description The last day that counts as gone by. */
            day: string;
            terms: components["schemas"]["FigureTermsAnswer"];
            /** @description Somebody's word, while it holds. */
            override?: components["schemas"]["FigureOverrideAnswer"];
            /** @description Of a goal that its own measure tells. */
            measured?: components["schemas"]["FigureMeasureAnswer"];
            /** @description Of a goal that others contribute to. */
            rollUp?: components["schemas"]["FigureRollUpAnswer"];
        };
        GoalReaderAnswer: {
            personId: string;
            /**
             * @description An HR partner needs the role besides.
             * @enum {string}
             */
            as: "above their manager" | "auditor" | "controller" | "employee" | "executive" | "hr-partner" | "its owner" | "machine" | "manager" | "people-admin" | "system-admin" | "their hr-partner" | "their manager";
            /** @description The unit whose HR partner they were. */
            unitId?: string;
            /** @description Who stood so, where they were that one’s deputy. */
            onBehalfOf?: string;
            /** @enum {string} */
            sight: "aggregate" | "full" | "meta" | "none" | "placeholder";
        };
        RoleSightAnswer: {
            /** @enum {string} */
            role: "auditor" | "controller" | "employee" | "executive" | "hr-partner" | "machine" | "manager" | "people-admin" | "system-admin";
            /** @enum {string} */
            sight: "aggregate" | "full" | "meta" | "none" | "placeholder";
        };
        GoalReadersAnswer: {
            /**
             * @description By which it was decided, and in which version.
             * @example goal-reading 1
             */
            policy: string;
            /** @description Whether everyone above the manager reads private goals, too. */
            lineReadsPrivate: boolean;
            /** @description The moment that reporting lines, memberships and HR partners are of. */
            at: string;
            /** @description From the nearest up; nobody of a unit's goal. */
            people: components["schemas"]["GoalReaderAnswer"][];
            /** @description What each role showed by itself. */
            roles: components["schemas"]["RoleSightAnswer"][];
        };
        UnitOutcomeAnswer: {
            /** @description Absent in the last row: KPIs of the unit asked for itself. */
            unitId?: string;
            number: string;
            name: string;
            metTarget: number;
            didNotMeet: number;
            noTarget: number;
            improving1y: number;
            notImproving1y: number;
            improving5y: number;
            notImproving5y: number;
        };
        OutcomesAnswer: {
            /** @example FY2023 */
            period: string;
            label?: string;
            /** @description What the units of the rows are called, where all are called the same; else `unit`. */
            kind: string;
            /** @description By number. */
            units: components["schemas"]["UnitOutcomeAnswer"][];
        };
        ReadAnswer: {
            /** @description In which they read. */
            roles: string[];
            id: string;
            at: string;
            reader: string;
            /** @description Whose deputy they read as; absent where they read for themselves. */
            onBehalfOf?: string;
            /** @enum {string} */
            what: "goal" | "goal-changes" | "goal-figure" | "goal-history-export" | "goals" | "goals-changes" | "goals-export" | "measurements-export" | "people" | "person" | "person-data" | "person-deputies" | "person-reads" | "read-log";
            /** @description The one person, goal or KPI that was asked for; absent where it was more. */
            recordId?: string;
            /** @description What was true then, where that was asked for. */
            asOf?: string;
            /** @description As it was known then, where that was asked for. */
            asKnownAt?: string;
            correlationId: string;
        };
        ReadsOfPersonAnswer: {
            /** @description The newest first. */
            reads: components["schemas"]["ReadAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last. */
            next?: string;
        };
        ReadWithSubjectsAnswer: {
            /** @description In which they read. */
            roles: string[];
            /** @description Ids of the people whose data were shown, without the reader, and of whoever they read for. */
            subjects: string[];
            id: string;
            at: string;
            reader: string;
            /** @description Whose deputy they read as; absent where they read for themselves. */
            onBehalfOf?: string;
            /** @enum {string} */
            what: "goal" | "goal-changes" | "goal-figure" | "goal-history-export" | "goals" | "goals-changes" | "goals-export" | "measurements-export" | "people" | "person" | "person-data" | "person-deputies" | "person-reads" | "read-log";
            /** @description The one person, goal or KPI that was asked for; absent where it was more. */
            recordId?: string;
            /** @description What was true then, where that was asked for. */
            asOf?: string;
            /** @description As it was known then, where that was asked for. */
            asKnownAt?: string;
            correlationId: string;
        };
        ReadLogAnswer: {
            /** @description The newest first. */
            reads: components["schemas"]["ReadWithSubjectsAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last. */
            next?: string;
        };
        ViewStatusAnswer: {
            /** @example goal-tree */
            name: string;
            /** @description Of this version of the program. */
            revision: number;
            /** @description The revision that readers see; absent until one was complete. */
            generation?: number;
            /** @description This version's revision is being built; readers see an older one, or none. */
            rebuilding: boolean;
            /** @description Up to here this version's revision has come; absent at the start of the log. */
            checkpoint?: string;
            /** @description Events of the log that it has not considered yet, counted up to a page of them. */
            lagEvents: number;
            /** @description How long ago the first of them was recorded. */
            lagSeconds: number;
            /** @description Events that it has not taken: those that failed, and those that wait behind them. */
            parked: number;
            /** @description Events that were left out for good. */
            skipped: number;
        };
        ViewsAnswer: {
            views: components["schemas"]["ViewStatusAnswer"][];
        };
        ParkedRequestAnswer: {
            /** @enum {string} */
            to: "retry" | "skip";
            /** @description Who asked. */
            by: string;
            at: string;
            /** @description Why it may be left out. */
            reason?: string;
        };
        ParkedEventAnswer: {
            /** @description What it touches. Empty where that could not be found out. */
            documents: string[];
            position: string;
            stream: string;
            revision: number;
            /** @example throughline.planning.GoalDrafted */
            type: string;
            /** @description Why the view could not take it; absent where it waits behind another. */
            error?: string;
            /** @description Not done yet. */
            asked?: components["schemas"]["ParkedRequestAnswer"];
            /** @description It was left out for good: nothing waits behind it any more. */
            skipped?: components["schemas"]["ParkedRequestAnswer"];
        };
        ParkedEventsAnswer: {
            parked: components["schemas"]["ParkedEventAnswer"][];
        };
        ParkedAskedAnswer: {
            position: string;
            asked: components["schemas"]["ParkedRequestAnswer"];
        };
        SkipInput: Record<string, never>;
        SubscribeWebhookInput: {
            /**
             * @description Where to send to: https, or http on the server's own machine.
             * @example https://hr.example.org/throughline
             */
            url: string;
            /**
             * @description Stored names of the events to be told of; every one where absent.
             * @example [
             *       "throughline.planning.GoalAgreed"
             *     ]
             */
            types?: string[];
        };
        SubscribedAnswer: {
            /** @description Of what was created or changed. */
            id: string;
            /** @description Of its stream; the same as the ETag. */
            revision: number;
            /** @description Send it as `after` with a read that must show this command. */
            position?: string;
            /** @description How many events were recorded; 0 where there was nothing new. */
            recorded: number;
            /** @description True where the same Idempotency-Key had been carried out before. */
            repeated: boolean;
            /** @description What deliveries are signed with; shown this once, and not when the request is sent again. */
            secret?: string;
        };
        WebhookAnswer: {
            /** @description Event types that it is told of; every one where absent. */
            types?: string[];
            id: string;
            /** @example https://hooks.example.org/throughline */
            url: string;
            /** @enum {string} */
            standing: "failing" | "idle" | "parked" | "sending";
            /** @description Up to here everything was taken. */
            position?: string;
            /** @description How often the next one was tried in vain. */
            attempts?: number;
            lastError?: string;
        };
        WebhooksAnswer: {
            webhooks: components["schemas"]["WebhookAnswer"][];
        };
        ReplayWebhookInput: {
            /** @description All that follows on this position is sent, be it again; from the start of the log where absent. */
            after?: string;
        };
        NotificationAnswer: {
            notificationId: string;
            /** @enum {string} */
            kind: "change-to-answer" | "check-in-escalated" | "check-in-missed" | "goal-ending" | "proposal-to-answer";
            goalId: string;
            /** @description Of the terms that wait for an answer. */
            termsRevision?: number;
            /**
             * @description The goal's last one, or the first one without a value.
             * @example 2026-12-31
             */
            day?: string;
            /** @description The same as a sentence, without titles and names. */
            text: string;
            raisedAt: string;
            /** @enum {string} */
            state: "read" | "unread";
            readAt?: string;
        };
        NotificationsAnswer: {
            /** @description Unread first, then the newest first. */
            notifications: components["schemas"]["NotificationAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last. */
            next?: string;
        };
        MailAddressInput: {
            /**
             * Format: email
             * @description Stored sealed under the person's key; mails go nowhere where absent.
             * @example ada@example.org
             */
            address?: string;
        };
        ScimErrorAnswer: {
            schemas: string[];
            /**
             * @description Of HTTP.
             * @example 404
             */
            status: string;
            /**
             * @description A word of RFC 7644, section 3.12, where it has one.
             * @example invalidValue
             */
            scimType?: string;
            /** @description The code of the problem, as under /problems, and what to do. */
            detail: string;
        };
        ScimNameAnswer: {
            formatted: string;
        };
        ScimManagerAnswer: {
            /** @description The manager's id. */
            value: string;
        };
        ScimEnterpriseAnswer: {
            /** @description Number of the unit that they belong to, or its id where it has none. */
            department: string;
            /** @description Absent where nobody leads them. */
            manager?: components["schemas"]["ScimManagerAnswer"];
        };
        ScimMetaAnswer: {
            /** @example User */
            resourceType: string;
            location: string;
        };
        ScimUserAnswer: {
            schemas: string[];
            id: string;
            /**
             * @description The person's number, or their id where they have none.
             * @example 1815
             */
            userName: string;
            displayName: string;
            name: components["schemas"]["ScimNameAnswer"];
            /** @description False from their last day on. */
            active: boolean;
            /** @description Only while they belong to the organisation. */
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: components["schemas"]["ScimEnterpriseAnswer"];
            meta: components["schemas"]["ScimMetaAnswer"];
        };
        ScimUsersAnswer: {
            schemas: string[];
            /** @description Of all pages. */
            totalResults: number;
            /** @description Of the first one here, from 1. */
            startIndex: number;
            itemsPerPage: number;
            Resources: components["schemas"]["ScimUserAnswer"][];
        };
        IssueApiKeyInput: {
            /**
             * @description What the machine is; nobody's name.
             * @example Counters at the pools
             */
            name: string;
            /**
             * @description What it may do: permissions that you have yourself.
             * @example [
             *       "kpi.measure"
             *     ]
             */
            scopes: ("changes.read" | "deputy.appoint" | "goal.plan" | "goal.read" | "goal.readers" | "import.run" | "inbox.read" | "kpi.correct" | "kpi.define" | "kpi.measure" | "kpi.read" | "kpi.target" | "operations.act" | "operations.view" | "organisation.change" | "organisation.read" | "outcomes.read" | "people.change" | "people.disclose" | "people.erase" | "people.provision" | "people.read" | "period.freeze" | "reads.view" | "webhook.manage")[];
            /** @description Measures only KPIs of these units and of the units below them, beside `kpiIds`; every one where both are absent. */
            unitIds?: string[];
            /** @description Measures only these KPIs, beside those of `unitIds`. */
            kpiIds?: string[];
            /**
             * @description How long it counts: 1 to 366 days.
             * @default 90
             * @example 90
             */
            validDays?: number;
        };
        IssuedKeyAnswer: {
            /** @description Of what was created or changed. */
            id: string;
            /** @description Of its stream; the same as the ETag. */
            revision: number;
            /** @description Send it as `after` with a read that must show this command. */
            position?: string;
            /** @description How many events were recorded; 0 where there was nothing new. */
            recorded: number;
            /** @description True where the same Idempotency-Key had been carried out before. */
            repeated: boolean;
            /** @description Sent as `Authorization: Bearer <key>`; shown this once, and not when the request is sent again. */
            key?: string;
        };
        MeasuringLimitsAnswer: {
            /** @description With the units below them. */
            unitIds: string[];
            kpiIds: string[];
        };
        ApiKeyAnswer: {
            /** @description Permissions. */
            scopes: string[];
            keyId: string;
            /** @example Counters at the pools */
            name: string;
            /** @description The KPIs that it may measure; every one where absent. */
            limits?: components["schemas"]["MeasuringLimitsAnswer"];
            /** @enum {string} */
            standing: "expired" | "revoked" | "valid";
            issuedBy: string;
            issuedAt: string;
            expiresAt: string;
            revokedBy?: string;
            revokedAt?: string;
        };
        ApiKeysAnswer: {
            /** @description By when they were issued. */
            keys: components["schemas"]["ApiKeyAnswer"][];
            /** @description Send it as `cursor` for the next page; absent on the last. */
            next?: string;
        };
        RevokeApiKeyInput: {
            /**
             * @description Why; stays beside the key.
             * @example It was found in a repository
             */
            reason: string;
        };
        GrantedRolesAnswer: {
            roles: string[];
            /** @description The `sub` of their tokens. */
            subject: string;
        };
        RoleGrantsAnswer: {
            grants: components["schemas"]["GrantedRolesAnswer"][];
        };
        GrantedRoleInput: {
            /** @description Whose: the `sub` of their tokens, which is the id of a person where they have one. */
            subject: string;
            /** @enum {string} */
            role: "auditor" | "controller" | "employee" | "executive" | "hr-partner" | "machine" | "manager" | "people-admin" | "system-admin";
            /**
             * @description Why; sealed under a key of the subject's own.
             * @example Leads the figures of the pools
             */
            reason: string;
        };
        HealthAnswer: {
            /** @enum {string} */
            status: "up";
        };
        ReadinessAnswer: {
            /** @enum {string} */
            status: "ready";
            /** @description Position of the last event; absent while there is none. */
            head?: string;
        };
        ProblemPageAnswer: {
            /** @example unit-unknown */
            code: string;
            meaning: string;
            cause: string;
            cure: string;
        };
        ProblemPagesAnswer: {
            /** @description By code. */
            problems: components["schemas"]["ProblemPageAnswer"][];
        };
        InvalidFieldAnswer: {
            /** @description JSON pointer into the body or the query, or the name of the header or of the part of the path. */
            pointer: string;
            code: string;
            detail: string;
        };
        ProblemAnswer: {
            /**
             * @description Address of a page that explains it.
             * @example /problems/unit-unknown
             */
            type: string;
            /**
             * @description Its code: it never changes.
             * @example unit-unknown
             */
            title: string;
            /**
             * @description Of HTTP.
             * @example 404
             */
            status: number;
            /** @description What went wrong and what to do. */
            detail: string;
            /** @description Of `invalid-input`: everything that is wrong. */
            errors?: components["schemas"]["InvalidFieldAnswer"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    CalendarController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    CalendarController_setCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCalendarInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    CalendarController_freeze: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezePeriodInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    CalendarController_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezePeriodInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    UnitController_list: {
        parameters: {
            query?: {
                /** @description Ties, and what has no such field, in the order of ids; by id where absent. */
                sort?: "kind" | "name" | "number";
                /** @description What to tell of each unit, separated by commas; everything where absent. */
                fields?: string;
                /** @description Id of the unit above; `top` for the organisation itself. */
                parent?: string;
                /** @description Only units that are called this. */
                kind?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
                /** @description At most this many, 1 to 1000. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitsAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    UnitController_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenUnitInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    UnitController_rename: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameUnitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    UnitController_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveUnitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    UnitController_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    UnitController_nameHead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameForUnitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    UnitController_namePartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameForUnitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    UnitController_read: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: never;
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonController_list: {
        parameters: {
            query?: {
                /** @description What to tell of each person, separated by commas; everything where absent. */
                fields?: string;
                /** @description Only those who belong to this unit then; a page may then hold fewer than its limit. */
                unit?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
                /** @description At most this many, 1 to 1000. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonController_join: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinPersonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonController_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovePersonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonController_changeManager: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeManagerInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonController_rename: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenamePersonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonController_recordDeparture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDepartureInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonController_erase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasePersonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonController_read: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWithLineAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    DeputiesController_read: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeputiesAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    DeputiesController_appoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointDeputyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    DeputiesController_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
                deputyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndDeputyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    HoldController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    HoldController_place: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    HoldController_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    PersonDataController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson; charset=utf-8": string;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    KpiController_list: {
        parameters: {
            query?: {
                /** @description Ties, and what has no such field, in the order of ids. */
                sort?: "name" | "number";
                /** @description What to tell of each KPI, separated by commas; everything where absent. */
                fields?: string;
                /** @description Only those about this unit. */
                unit?: string;
                /** @description Only those that tell of this goal. */
                goal?: string;
                /** @description Only those that are measured so often. */
                frequency?: "annual" | "daily" | "irregular" | "monthly" | "quarterly" | "weekly";
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
                /** @description At most this many, 1 to 1000. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    KpiController_define: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineKpiInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    KpiController_redefine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedefineKpiInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    KpiController_retire: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    KpiController_setTarget: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTargetInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    KpiController_scorecard: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MeasurementController_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordMeasurementInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MeasurementController_correct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                kpiId: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectMeasurementInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MeasurementController_retract: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                kpiId: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractMeasurementInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MeasurementController_trend: {
        parameters: {
            query?: {
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
                /** @description At most this many, 1 to 1000. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MeasurementController_annotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotateKpiInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MeasurementController_retractAnnotation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                kpiId: string;
                annotationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractAnnotationInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MeasurementBatchController_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Rows that were looked at: the sum of the four below. */
                        rows: number;
                        /** @description New values. */
                        recorded: number;
                        /** @description Other values than stood there. */
                        corrected: number;
                        /** @description What was known already. */
                        unchanged: number;
                        /** @description Rows that were left out. */
                        rejected: number;
                        /** @description Send it as `after` with a read that must show all of it. */
                        position?: string;
                        /** @description The first hundred of the rejected rows. */
                        problems: {
                            /** @description From 1; a header counts. */
                            line: number;
                            field?: string;
                            code: string;
                            /** @description What to do. */
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalHistoryController_tree: {
        parameters: {
            query?: {
                /** @description Ties, and what has no such field, in the order of ids. */
                sort?: "end" | "kind" | "number" | "phase" | "start" | "status";
                /** @description What to tell of each goal, separated by commas; everything where absent. */
                fields?: string;
                /** @description Only goals of this unit. */
                unit?: string;
                /** @description Only this goal and all below it. */
                under?: string;
                /** @description KPIs that tell of the goals, too. */
                indicators?: boolean;
                /** @description Rows of values under columns named once, for whoever draws the whole tree; without indicators. */
                compact?: boolean;
                /** @description Archived goals, too. */
                archived?: boolean;
                /** @description Only goals in this phase. */
                phase?: "active" | "agreed" | "cancelled" | "completed" | "discarded" | "draft" | "paused" | "postponed" | "proposed";
                /** @description Only goals with this status. */
                status?: "at-risk" | "no-data" | "no-dates" | "off-track" | "on-track";
                /** @description At most this many goals, 1 to 1000; without it, and without phase, status and sort, the whole tree. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalTreeAnswer"] | components["schemas"]["CompactTreeAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalController_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftGoalInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalController_redraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalController_discard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalController_setVisibility: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetVisibilityInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalController_propose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalController_counterPropose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalController_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptGoalInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalController_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_requestChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTermsInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_approveChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_rejectChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_withdrawChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_place: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceGoalInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_handOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverGoalInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_activate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_pause: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_postpone: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostponeGoalInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteGoalInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_acknowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_archive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalLifeController_reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalProgressController_setRollUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRollUpInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalProgressController_override: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideProgressInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalProgressController_endOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalHistoryController_changes: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
                /** @description Since what was true then; from the very beginning where neither is given. */
                sinceAsOf?: string;
                /** @description Since what was known then. */
                sinceKnownAt?: string;
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalChangesAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalHistoryController_goal: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalWithPartsAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalHistoryController_goalChanges: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
                /** @description Since what was true then; from the very beginning where neither is given. */
                sinceAsOf?: string;
                /** @description Since what was known then. */
                sinceKnownAt?: string;
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalChangesAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalHistoryController_figure: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalFigureAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    GoalReadersController_readers: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: never;
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalReadersAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OutcomesController_read: {
        parameters: {
            query: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
                /** @description Fiscal year, named by the year in which it ends. */
                period: string;
                /** @description Only KPIs with this label. */
                label?: string;
                /** @description The units directly below this one; below the organisation where absent. */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomesAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ExportsController_goals: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description Only goals of this unit. */
                unit?: string;
                /** @description Only this goal and all below it. */
                under?: string;
                /** @description Archived goals, too. */
                archived?: boolean;
                /** @description Only goals in this phase. */
                phase?: "active" | "agreed" | "cancelled" | "completed" | "discarded" | "draft" | "paused" | "postponed" | "proposed";
                /** @description Only goals with this status. */
                status?: "at-risk" | "no-data" | "no-dates" | "off-track" | "on-track";
                /** @description The same rows and columns in each. */
                format?: "csv" | "ndjson" | "parquet" | "xlsx";
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description X-As-Of and X-As-Known-At, sent again, and X-Position name what the rows are of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ExportsController_measurements: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description Only those about this unit. */
                unit?: string;
                /** @description Only those that tell of this goal. */
                goal?: string;
                /** @description Only those that are measured so often. */
                frequency?: "annual" | "daily" | "irregular" | "monthly" | "quarterly" | "weekly";
                /** @description Only those of this KPI. */
                kpi?: string;
                /** @description The same rows and columns in each. */
                format?: "csv" | "ndjson" | "parquet" | "xlsx";
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description X-As-Of and X-As-Known-At, sent again, and X-Position name what the rows are of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ExportsController_goalHistory: {
        parameters: {
            query?: {
                /** @description What was true then: a moment with an offset, or a day, which means its end. Now where absent. */
                asOf?: string;
                /** @description As it was known then, without what was learned later. What is known today where absent. */
                asKnownAt?: string;
                /** @description Since what was true then; from the very beginning where neither is given. */
                sinceAsOf?: string;
                /** @description Since what was known then. */
                sinceKnownAt?: string;
                /** @description Only what concerns this goal. */
                goal?: string;
                /** @description The same rows and columns in each. */
                format?: "csv" | "ndjson" | "parquet" | "xlsx";
            };
            header?: {
                /** @description Of whom you are deputy in this: the id of a person, or `number:<number>`. */
                "Throughline-On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description X-As-Of and X-As-Known-At, sent again, and X-Position name what the rows are of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ReadsController_ofPerson: {
        parameters: {
            query?: {
                /** @description At most this many, 1 to 1000. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only what was read after that: a moment with an offset, or a day, which means its end. */
                since?: string;
                /** @description Only what was read until then. */
                until?: string;
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadsOfPersonAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ReadsController_list: {
        parameters: {
            query?: {
                /** @description At most this many, 1 to 1000. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only what was read after that: a moment with an offset, or a day, which means its end. */
                since?: string;
                /** @description Only what was read until then. */
                until?: string;
                /** @description Only what was shown to them: the id of a person, or of whoever else has a token. */
                reader?: string;
                /** @description Only reads that asked for this person, goal or KPI. */
                record?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadLogAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ViewsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewsAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ViewsController_parked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedEventsAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ViewsController_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                name: string;
                position: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedAskedAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ViewsController_skip: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                name: string;
                position: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipInput"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedAskedAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ImportController_run: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description What the columns mean: JSON, see docs/import.md. */
                    mapping: string;
                    /**
                     * Format: binary
                     * @description CSV in UTF-8.
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description A line of JSON each: progress, rejected, note, and last report or problem. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ChangesController_follow: {
        parameters: {
            query?: {
                /** @description Names of views, separated by commas; every view that one may read where absent. */
                views?: ("api-keys" | "goal-tree" | "inbox" | "kpi-annotations" | "kpi-scorecard" | "kpi-trend" | "people" | "unit-members" | "unit-tree")[];
                /** @description The id of the only document of interest. */
                key?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: {
                /** @description Goes on after it, instead of `after`. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhooksAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookController_subscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeWebhookInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscribedAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookController_unsubscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookCourseController_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookCourseController_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhookInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    NotificationController_list: {
        parameters: {
            query?: {
                /** @description Only those; all where absent. */
                state?: "read" | "unread";
                /** @description At most this many, 1 to 1000. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    NotificationController_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    NotificationController_setMailAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailAddressInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ScimUserController_list: {
        parameters: {
            query?: {
                /** @description By `userName`, `id` or `externalId` with `eq`; more of them by `and`, or `manager`. */
                filter?: string;
                /** @description Of the first one, from 1. */
                startIndex?: number;
                /** @description At most this many, up to 200; 100 where absent. */
                count?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUsersAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimUserController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    schemas?: string[];
                    /**
                     * @description The person’s number. It is kept in clear for ever, so it is no e-mail address.
                     * @example 1815
                     */
                    userName: string;
                    /**
                     * @description Kept sealed; name.formatted, or given and family name, where absent.
                     * @example Ada Lovelace
                     */
                    displayName: string;
                    /**
                     * @description False: today is their last day.
                     * @example true
                     */
                    active?: boolean;
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                        /**
                         * @description Number of the unit, or its id.
                         * @example 1
                         */
                        department?: string;
                        /** @description Nobody where it is null; as it is where it is absent. */
                        manager?: {
                            /**
                             * @description Id of the user who leads them, or their number.
                             * @example 1
                             */
                            value?: string;
                        };
                    };
                };
                "application/json": {
                    schemas?: string[];
                    /**
                     * @description The person’s number. It is kept in clear for ever, so it is no e-mail address.
                     * @example 1815
                     */
                    userName: string;
                    /**
                     * @description Kept sealed; name.formatted, or given and family name, where absent.
                     * @example Ada Lovelace
                     */
                    displayName: string;
                    /**
                     * @description False: today is their last day.
                     * @example true
                     */
                    active?: boolean;
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                        /**
                         * @description Number of the unit, or its id.
                         * @example 1
                         */
                        department?: string;
                        /** @description Nobody where it is null; as it is where it is absent. */
                        manager?: {
                            /**
                             * @description Id of the user who leads them, or their number.
                             * @example 1
                             */
                            value?: string;
                        };
                    };
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUserAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimUserController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUserAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimUserController_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    schemas?: string[];
                    /**
                     * @description The person’s number. It is kept in clear for ever, so it is no e-mail address.
                     * @example 1815
                     */
                    userName: string;
                    /**
                     * @description Kept sealed; name.formatted, or given and family name, where absent.
                     * @example Ada Lovelace
                     */
                    displayName: string;
                    /**
                     * @description False: today is their last day.
                     * @example true
                     */
                    active?: boolean;
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                        /**
                         * @description Number of the unit, or its id.
                         * @example 1
                         */
                        department?: string;
                        /** @description Nobody where it is null; as it is where it is absent. */
                        manager?: {
                            /**
                             * @description Id of the user who leads them, or their number.
                             * @example 1
                             */
                            value?: string;
                        };
                    };
                };
                "application/json": {
                    schemas?: string[];
                    /**
                     * @description The person’s number. It is kept in clear for ever, so it is no e-mail address.
                     * @example 1815
                     */
                    userName: string;
                    /**
                     * @description Kept sealed; name.formatted, or given and family name, where absent.
                     * @example Ada Lovelace
                     */
                    displayName: string;
                    /**
                     * @description False: today is their last day.
                     * @example true
                     */
                    active?: boolean;
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                        /**
                         * @description Number of the unit, or its id.
                         * @example 1
                         */
                        department?: string;
                        /** @description Nobody where it is null; as it is where it is absent. */
                        manager?: {
                            /**
                             * @description Id of the user who leads them, or their number.
                             * @example 1
                             */
                            value?: string;
                        };
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUserAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimUserController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimUserController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    schemas?: string[];
                    Operations: {
                        /** @enum {string} */
                        op: "add" | "remove" | "replace";
                        /**
                         * @description An attribute; those in value where absent.
                         * @example displayName
                         */
                        path?: string;
                        /**
                         * @description Of the attribute, or an object of attributes.
                         * @example Ada Lovelace
                         */
                        value?: unknown;
                    }[];
                };
                "application/json": {
                    schemas?: string[];
                    Operations: {
                        /** @enum {string} */
                        op: "add" | "remove" | "replace";
                        /**
                         * @description An attribute; those in value where absent.
                         * @example displayName
                         */
                        path?: string;
                        /**
                         * @description Of the attribute, or an object of attributes.
                         * @example Ada Lovelace
                         */
                        value?: unknown;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUserAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimDiscoveryController_config: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": Record<string, never>;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimDiscoveryController_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": Record<string, never>;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimDiscoveryController_schemas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": Record<string, never>;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ScimDiscoveryController_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": Record<string, never>;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimErrorAnswer"];
                };
            };
        };
    };
    ApiKeyController_list: {
        parameters: {
            query?: {
                /** @description At most this many, 1 to 1000. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description A position that a command returned: the answer shows that command. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeysAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ApiKeyController_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueApiKeyInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKeyAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ApiKeyController_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path: {
                apiKeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeApiKeyInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    RoleController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGrantsAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    RoleController_grant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantedRoleInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    RoleController_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key is carried out once. */
                "Idempotency-Key"?: string;
                /** @description ETag that you last read: the command builds on nothing newer. */
                "If-Match"?: string;
                /** @description Kept with every event that comes of it. */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantedRoleInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    HealthController_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ProblemPagesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemPagesAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ProblemPagesController_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemPageAnswer"];
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MetricsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Why it was not done. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
}
