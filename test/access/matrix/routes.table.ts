/**
 * Who may use which route. Each column is a role: Employee, Manager, Hr-partner, People-admin, Controller, eXecutive,
 * Auditor, machine, System-admin. `x` may, `o` may ask about themselves, for which the first of two permissions is enough,
 * `.` may not. The last column is a key that has these permissions and no others; one that lacks any of them may not.
 * Without a role nobody may anything but what is public.
 *
 * A new route stands here before anybody may use it.
 */
export const ROUTES_TABLE = `
                                                                            permission                  E M H P C X A m S k
GET     /api/v1/goals                                                       goal.read                   x x x x x x x . . x
POST    /api/v1/goals                                                       goal.plan                   x x . x x x . . . x
GET     /api/v1/goals/changes                                               goal.read                   x x x x x x x . . x
GET     /api/v1/goals/{goalId}                                              goal.read                   x x x x x x x . . x
POST    /api/v1/goals/{goalId}/acceptance                                   goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/acknowledgement                              goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/activation                                   goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/archival                                     goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/cancellation                                 goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/change-approval                              goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/change-rejection                             goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/change-request                               goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/change-withdrawal                            goal.plan                   x x . x x x . . . x
GET     /api/v1/goals/{goalId}/changes                                      goal.read                   x x x x x x x . . x
POST    /api/v1/goals/{goalId}/completion                                   goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/counter-proposal                             goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/discard                                      goal.plan                   x x . x x x . . . x
PUT     /api/v1/goals/{goalId}/draft                                        goal.plan                   x x . x x x . . . x
GET     /api/v1/goals/{goalId}/figure                                       goal.read                   x x x x x x x . . x
PUT     /api/v1/goals/{goalId}/owner                                        goal.plan                   x x . x x x . . . x
PUT     /api/v1/goals/{goalId}/parents                                      goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/pause                                        goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/postponement                                 goal.plan                   x x . x x x . . . x
PUT     /api/v1/goals/{goalId}/progress-override                            goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/progress-override/end                        goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/proposal                                     goal.plan                   x x . x x x . . . x
GET     /api/v1/goals/{goalId}/readers                                      goal.readers                . . . x . . x . . x
POST    /api/v1/goals/{goalId}/reopening                                    goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/resumption                                   goal.plan                   x x . x x x . . . x
PUT     /api/v1/goals/{goalId}/roll-up                                      goal.plan                   x x . x x x . . . x
PUT     /api/v1/goals/{goalId}/visibility                                   goal.plan                   x x . x x x . . . x
POST    /api/v1/goals/{goalId}/withdrawal                                   goal.plan                   x x . x x x . . . x

GET     /api/v1/people                                                      people.read                 x x x x x x x . . x
POST    /api/v1/people                                                      people.change               . . . x . . . . . x
GET     /api/v1/people/{personId}                                           people.read                 x x x x x x x . . x
GET     /api/v1/people/{personId}/data                                      people.read people.disclose  o o o x o o o . . x
GET     /api/v1/people/{personId}/deputies                                  people.read                 x x x x x x x . . x
POST    /api/v1/people/{personId}/deputies                                  deputy.appoint people.change  o o o x o o . . . x
POST    /api/v1/people/{personId}/deputies/{deputyId}/end                   deputy.appoint people.change  o o o x o o . . . x
POST    /api/v1/people/{personId}/departure                                 people.change               . . . x . . . . . x
POST    /api/v1/people/{personId}/erasure                                   people.erase                . . . x . . . . . x
GET     /api/v1/people/{personId}/hold                                      people.erase                . . . x . . . . . x
PUT     /api/v1/people/{personId}/hold                                      people.erase                . . . x . . . . . x
POST    /api/v1/people/{personId}/hold-release                              people.erase                . . . x . . . . . x
PUT     /api/v1/people/{personId}/mail-address                              people.change               . . . x . . . . . x
PUT     /api/v1/people/{personId}/manager                                   people.change               . . . x . . . . . x
PUT     /api/v1/people/{personId}/name                                      people.change               . . . x . . . . . x
GET     /api/v1/people/{personId}/reads                                     inbox.read reads.view       o o o x o o x . . x
PUT     /api/v1/people/{personId}/unit                                      people.change               . . . x . . . . . x

GET     /api/v1/units                                                       organisation.read           x x x x x x x . . x
POST    /api/v1/units                                                       organisation.change         . . . x . . . . . x
GET     /api/v1/units/{unitId}                                              organisation.read           x x x x x x x . . x
POST    /api/v1/units/{unitId}/closure                                      organisation.change         . . . x . . . . . x
PUT     /api/v1/units/{unitId}/head                                         people.change               . . . x . . . . . x
PUT     /api/v1/units/{unitId}/hr-partner                                   people.change               . . . x . . . . . x
PUT     /api/v1/units/{unitId}/name                                         organisation.change         . . . x . . . . . x
PUT     /api/v1/units/{unitId}/parent                                       organisation.change         . . . x . . . . . x

GET     /api/v1/kpis                                                        kpi.read                    x x x x x x x . . x
POST    /api/v1/kpis                                                        kpi.define                  . . . . x . . . . x
GET     /api/v1/kpis/{kpiId}                                                kpi.read                    x x x x x x x . . x
POST    /api/v1/kpis/{kpiId}/annotations                                    kpi.measure                 . x . . x . . x . x
POST    /api/v1/kpis/{kpiId}/annotations/{annotationId}/retraction          kpi.measure                 . x . . x . . x . x
PUT     /api/v1/kpis/{kpiId}/definition                                     kpi.define                  . . . . x . . . . x
POST    /api/v1/kpis/{kpiId}/measurements                                   kpi.measure                 . x . . x . . x . x
POST    /api/v1/kpis/{kpiId}/measurements/{period}/correction               kpi.measure                 . x . . x . . x . x
POST    /api/v1/kpis/{kpiId}/measurements/{period}/retraction               kpi.measure                 . x . . x . . x . x
POST    /api/v1/kpis/{kpiId}/retirement                                     kpi.define                  . . . . x . . . . x
POST    /api/v1/kpis/{kpiId}/targets                                        kpi.target                  . . . . x x . . . x
GET     /api/v1/kpis/{kpiId}/trend                                          kpi.read                    x x x x x x x . . x

POST    /api/v1/measurements/batch                                          kpi.measure                 . x . . x . . x . x

GET     /api/v1/outcomes                                                    outcomes.read               x x x x x x x . . x

GET     /api/v1/exports/goal-history                                        goal.read                   x x x x x x x . . x
GET     /api/v1/exports/goals                                               goal.read                   x x x x x x x . . x
GET     /api/v1/exports/measurements                                        kpi.read                    x x x x x x x . . x

GET     /api/v1/changes                                                     changes.read                x x x x x x x . . x

GET     /api/v1/notifications                                               inbox.read                  x x x x x x x . . x
POST    /api/v1/notifications/{notificationId}/read                         inbox.read                  x x x x x x x . . x

GET     /api/v1/read-log                                                    reads.view                  . . . x . . x . . x

GET     /api/v1/calendar                                                    organisation.read           x x x x x x x . . x
PUT     /api/v1/calendar                                                    organisation.change         . . . x . . . . . x

POST    /api/v1/periods/{period}/freeze                                     period.freeze               . . . x x . . . . x
POST    /api/v1/periods/{period}/release                                    period.freeze               . . . x x . . . . x

POST    /api/v1/imports                                                     import.run                  . . . x x . . . . x

GET     /api/v1/webhooks                                                    webhook.manage              . . . . x . . . . x
POST    /api/v1/webhooks                                                    webhook.manage              . . . . x . . . . x
DELETE  /api/v1/webhooks/{webhookId}                                        webhook.manage              . . . . x . . . . x
POST    /api/v1/webhooks/{webhookId}/replay                                 webhook.manage              . . . . x . . . . x
POST    /api/v1/webhooks/{webhookId}/resume                                 webhook.manage              . . . . x . . . . x

GET     /api/v1/operations/views                                            operations.view             . . . . . . x . x x
GET     /api/v1/operations/views/{name}/parked                              operations.view             . . . . . . x . x x
POST    /api/v1/operations/views/{name}/parked/{position}/retry             operations.act              . . . . . . . . x x
POST    /api/v1/operations/views/{name}/parked/{position}/skip              operations.act              . . . . . . . . x x
GET     /metrics                                                            operations.view             . . . . . . x . x x

GET     /api/v1/api-keys                                                    api-key.manage              . . . x x . . . x .
POST    /api/v1/api-keys                                                    api-key.manage              . . . x x . . . x .
POST    /api/v1/api-keys/{apiKeyId}/revocation                              api-key.manage              . . . x x . . . x .

GET     /api/v1/roles                                                       role.grant                  . . . x . . . . x .
POST    /api/v1/roles/grant                                                 role.grant                  . . . x . . . . x .
POST    /api/v1/roles/revoke                                                role.grant                  . . . x . . . . x .

GET     /scim/v2/Groups                                                     people.provision            . . . x . . . . . x
GET     /scim/v2/ResourceTypes                                              people.provision            . . . x . . . . . x
GET     /scim/v2/Schemas                                                    people.provision            . . . x . . . . . x
GET     /scim/v2/ServiceProviderConfig                                      people.provision            . . . x . . . . . x
GET     /scim/v2/Users                                                      people.provision            . . . x . . . . . x
POST    /scim/v2/Users                                                      people.provision            . . . x . . . . . x
GET     /scim/v2/Users/{id}                                                 people.provision            . . . x . . . . . x
PUT     /scim/v2/Users/{id}                                                 people.provision            . . . x . . . . . x
PATCH   /scim/v2/Users/{id}                                                 people.provision            . . . x . . . . . x
DELETE  /scim/v2/Users/{id}                                                 people.provision            . . . x . . . . . x

GET     /health                                                             public                      x x x x x x x x x x
GET     /problems                                                           public                      x x x x x x x x x x
GET     /problems/{code}                                                    public                      x x x x x x x x x x
GET     /ready                                                              public                      x x x x x x x x x x
`;
