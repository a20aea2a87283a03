import { type LoggedEvent, newId } from '@pm/eventing';
import { isTold, messageOf } from './message.js';

const goalId = newId();

describe('What is told of an event', () => {
  it('is where it is and the ids that it names, and none of its words', () => {
    const event = {
      id: newId(),
      stream: `goal-${goalId}`,
      revision: 3,
      type: 'throughline.planning.GoalDrafted',
      schemaVersion: 1,
      position: 'log.07',
      data: {
        goalId,
        title: 'Fewer potholes',
        parentId: null,
        kpiIds: [newId()],
        paid: newId(),
        noteId: 'a note',
      },
      metadata: { recordedAt: '2026-03-03T09:30:00.000Z', actor: 'ada', reason: 'why' },
    } as unknown as LoggedEvent;
    expect(messageOf(event)).toEqual({
      id: event.id,
      type: event.type,
      position: 'log.07',
      stream: event.stream,
      revision: 3,
      recordedAt: '2026-03-03T09:30:00.000Z',
      about: { goalId },
    });
  });

  it('is not whose a goal is, nor of which goal a KPI tells: those may be private', () => {
    const about = (stream: string) => {
      const data = { goalId, personId: newId(), kpiId: newId() };
      return Object.keys(messageOf({ stream, data, metadata: {} } as unknown as LoggedEvent).about);
    };
    expect(about(`goal-${goalId}`)).toEqual(['goalId', 'kpiId']);
    expect(about(`kpi-${goalId}`)).toEqual(['personId', 'kpiId']);
  });

  it('is nothing where it happened in somebody’s inbox, or somebody is held', () => {
    const told = [
      'notifications.NotificationRaised',
      'organisation.HoldPlaced',
      'organisation.HoldReleased',
      'organisation.PersonLeft',
      'planning.GoalProposed',
    ].filter((type) => isTold({ type: `throughline.${type}` }));
    expect(told).toEqual(['organisation.PersonLeft', 'planning.GoalProposed']);
  });
});
