/**
 * How far a view has come, as text that sorts: a position of the log, and how often an event was folded later than its
 * place (see {@link Parking}), where that happened: `<position>+<repairs>`. That sorts after the position alone and
 * before the next one, so a repair moves the checkpoint like everything else that changes a view.
 */
export const checkpointAt = (position: string, repairs: number): string =>
  repairs === 0 ? position : `${position}+${String(repairs).padStart(WIDTH, '0')}`;

const WIDTH = 6;

/** The position up to which every event is in the view, or is parked. */
export const positionIn = (checkpoint: string): string => checkpoint.split('+')[0]!;

/** How many events were folded later than their place; whoever holds a copy of the view reads it anew when it grows. */
export const repairsIn = (checkpoint: string): number => Number(checkpoint.split('+')[1] ?? 0);
