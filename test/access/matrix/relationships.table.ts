/**
 * What somebody sees of a goal of a person: of a draft, of one that is private beyond that, and of one that is not. `full`:
 * all of it. `meta`: its place, whose it is, and what happened to it. `place`: where it stands. `none`: nothing. `403`: such
 * a role reads no goals, or with a code why else nothing is answered. Deputies ask on behalf.
 */
export const SIGHTS_TABLE = `
                                         draft              private            public
its owner                                full               full               full
their manager                            full               full               full
above their manager                      place              full               full
their HR partner                         full               full               full
another unit’s HR partner                place              place              full
their former manager                     place              place              full
a colleague                              place              place              full
its owner’s deputy                       full               full               full
their manager’s deputy                   full               full               full
their manager’s deputy until yesterday   403 not-a-deputy   403 not-a-deputy   403 not-a-deputy
a people admin                           full               full               full
an auditor                               meta               meta               full
a controller                             place              place              full
an executive                             place              place              full
a machine                                none               none               none
a system admin                           403                403                403
`;

/** What each route that tells of single goals says of one, by what whoever asks sees of it. */
export const READS_TABLE = `
                                       full     meta              place             none
GET    /goals                          full     meta              place             none
GET    /goals?compact=true             full     meta              place             none
GET    /goals/changes                  full     meta              none              none
GET    /goals/{goalId}                 full     meta              place             404 goal-unknown
GET    /goals/{goalId}/changes         full     meta              403 goal-hidden   none
GET    /goals/{goalId}/figure          full     403 goal-hidden   403 goal-hidden   404 goal-unknown
GET    /exports/goals                  full     none              none              none
GET    /exports/goal-history           full     meta              none              none
GET    /kpis                           full     none              none              none
GET    /kpis/{kpiId}                   full     none              none              none
GET    /exports/measurements           full     none              none              none
`;

/**
 * Who may change a goal of a person, in the states in which that is possible; in others whoever may know the state is told
 * that it is not. Of a draft, and of a private goal, anybody else than its two sides and people admins is told no more than
 * `not-your-goal`, whatever its state. A proposal was made by the owner, and so was the request of what is `changing`. A
 * deputy may what whoever they act for may, as long as they are one.
 */
export const WRITES_TABLE = `
                                             possible of                                   owner              manager            people admin       anybody else
POST  /goals                                 always                                        may                may                may                not-your-goal
PUT   /goals/{goalId}/draft                  draft                                         may                may                may                not-your-goal
POST  /goals/{goalId}/discard                draft                                         may                may                may                not-your-goal
POST  /goals/{goalId}/proposal               draft                                         may                may                not-your-goal      not-your-goal
POST  /goals/{goalId}/counter-proposal       proposed                                      may                may                not-your-goal      not-your-goal
POST  /goals/{goalId}/acceptance             proposed                                      may                may                not-your-goal      not-your-goal
POST  /goals/{goalId}/withdrawal             proposed                                      may                proposer-only      proposer-only      proposer-only
POST  /goals/{goalId}/activation             agreed                                        may                may                may                not-your-goal
POST  /goals/{goalId}/change-request         agreed active changing paused                 may                may                may                not-your-goal
POST  /goals/{goalId}/change-approval        changing                                      other-side-only    may                other-side-only    other-side-only
POST  /goals/{goalId}/change-rejection       changing                                      other-side-only    may                other-side-only    other-side-only
POST  /goals/{goalId}/change-withdrawal      changing                                      may                requester-only     requester-only     requester-only
POST  /goals/{goalId}/pause                  active changing                               may                may                may                not-your-goal
POST  /goals/{goalId}/resumption             paused                                        may                may                may                not-your-goal
POST  /goals/{goalId}/completion             active changing paused                        may                may                may                not-your-goal
POST  /goals/{goalId}/cancellation           agreed active changing paused                 manager-only       may                may                manager-only
POST  /goals/{goalId}/postponement           active changing paused                        manager-only       may                may                manager-only
POST  /goals/{goalId}/acknowledgement        completed                                     manager-only       may                manager-only       manager-only
POST  /goals/{goalId}/reopening              completed                                     manager-only       may                may                manager-only
POST  /goals/{goalId}/archival               completed                                     people-admin-only  people-admin-only  may                people-admin-only
PUT   /goals/{goalId}/visibility             always                                        may                may                may                not-your-goal
PUT   /goals/{goalId}/parents                draft proposed agreed active changing paused  may                may                may                not-your-goal
PUT   /goals/{goalId}/owner                  draft agreed active changing paused           manager-only       may                may                manager-only
PUT   /goals/{goalId}/roll-up                draft proposed agreed active changing paused  may                may                may                not-your-goal
PUT   /goals/{goalId}/progress-override      agreed active changing paused                 manager-only       may                may                manager-only
POST  /goals/{goalId}/progress-override/end  agreed active changing paused                 manager-only       may                may                manager-only
`;

/**
 * Who is let in to what is held about a person; nobody on behalf of another one. Routes that are not here change it, and are
 * for people admins alone.
 */
export const PEOPLE_TABLE = `
                                                  who
GET   /people/{personId}                          its owner, their manager, above their manager, their HR partner, another unit’s HR partner, their former manager, a colleague, a people admin, an auditor, a controller, an executive
GET   /people/{personId}/data                     its owner, a people admin
GET   /people/{personId}/deputies                 its owner, their manager, above their manager, their HR partner, another unit’s HR partner, their former manager, a colleague, a people admin, an auditor, a controller, an executive
POST  /people/{personId}/deputies                 its owner, a people admin
POST  /people/{personId}/deputies/{deputyId}/end  its owner, a people admin
GET   /people/{personId}/reads                    its owner, a people admin, an auditor
`;
