import { READ_MS_MAX } from '@pm/eventing/mongodb';
import type { ParkedEvent, ParkedRequest } from '../parking.js';
import type { Collections } from './collections.js';
import { toParked } from './parked-form.js';

/** Reads what is parked, and leaves requests with it. */
export class Parked {
  constructor(private readonly collections: Collections) {}

  async read(place: string): Promise<ParkedEvent[]> {
    const options = { projection: { event: 1, asked: 1 }, maxTimeMS: READ_MS_MAX };
    const rows = this.collections.parked(place).find({ event: { $exists: true } }, options);
    return (await rows.sort({ _id: 1 }).toArray()).map(toParked);
  }

  async ask(place: string, position: string, request: ParkedRequest): Promise<boolean> {
    const filter = { _id: { $eq: position }, isSkipped: false };
    const update = { $set: { asked: JSON.stringify(request) } };
    const { matchedCount } = await this.collections.parked(place).updateOne(filter, update);
    return matchedCount === 1;
  }
}
