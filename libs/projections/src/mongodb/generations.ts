import { ObjectId } from 'mongodb';
import { writeUnlessThere } from '@pm/eventing/mongodb';
import { type Generation, generationName } from '../view-store.js';
import type { Collections, GenerationRow } from './collections.js';

/** What generations there are, where each is kept and which one readers see. */
export class Generations {
  /** Where a generation was when it was last looked for. */
  private readonly places = new Map<string, string>();

  constructor(private readonly collections: Collections) {}

  async prepare(generation: Generation): Promise<GenerationRow> {
    const row = (await this.find(generation)) ?? (await this.insert(generation));
    const first = { _id: row.place, from: null, to: null };
    await writeUnlessThere(() => this.collections.commits.insertOne(first));
    await this.collections.createIndexes(row);
    await this.sweep(generation.view);
    return row;
  }

  async checkpoint(generation: Generation): Promise<string | undefined> {
    return (await this.find(generation))?.checkpoint ?? undefined;
  }

  /** Where a generation is kept. @throws Error where it was not prepared */
  async place(generation: Generation): Promise<string> {
    const place = await this.placeIfAny(generation);
    if (place === undefined) throw notPrepared(generation);
    return place;
  }

  async placeIfAny(generation: Generation): Promise<string | undefined> {
    return this.places.get(generationName(generation)) ?? (await this.find(generation))?.place;
  }

  async activate(generation: Generation): Promise<void> {
    const { view } = generation;
    const found = await this.find(generation);
    if (!found) throw notPrepared(generation);
    const { revision, indexes, place } = found;
    await this.collections.aliases.replaceOne({ _id: view }, { revision, indexes, place }, { upsert: true });
    // Dropped meanwhile by another runner, which may have looked for the alias before it was there.
    if ((await this.find(generation))?.place === place) return;
    await this.collections.aliases.deleteOne({ _id: view, place });
    throw notPrepared(generation);
  }

  async active(view: string): Promise<Generation | undefined> {
    const alias = await this.collections.aliases.findOne({ _id: view });
    if (!alias) return undefined;
    const { revision, indexes, place } = alias;
    this.places.set(generationName({ view, revision }), place);
    return { view, revision, indexes };
  }

  async drop(generation: Generation): Promise<void> {
    const found = await this.find(generation);
    if (!found) return;
    const { _id, view, place } = found;
    await this.collections.generations.deleteOne({ _id, place });
    await this.collections.aliases.deleteOne({ _id: view, place });
    this.places.delete(_id);
    await this.collections.clear(place);
  }

  async all(): Promise<Generation[]> {
    const rows = await this.collections.generations.find().sort({ _id: 1 }).toArray();
    return rows.map(({ view, revision, indexes }) => ({ view, revision, indexes }));
  }

  private async find(generation: Generation): Promise<GenerationRow | null> {
    const name = generationName(generation);
    const row = await this.collections.generations.findOne({ _id: name });
    if (row) this.places.set(name, row.place);
    else this.places.delete(name);
    return row;
  }

  private async insert({ view, revision, indexes }: Generation): Promise<GenerationRow> {
    const place = `${view}__r${revision}__${new ObjectId().toHexString()}`;
    const row = { _id: generationName({ view, revision }), view, revision, indexes, place, checkpoint: null };
    await writeUnlessThere(() => this.collections.generations.insertOne(row));
    // Another runner's, where that one was first.
    return (await this.find({ view, revision, indexes })) ?? row;
  }

  /**
   * Removes what belongs to no generation any more: a drop was cut short, or a runner woke up after it. A generation is
   * stored before its collections are made, so what was there before this looked for generations is nobody's.
   */
  private async sweep(view: string): Promise<void> {
    const found = await this.collections.placesOf(view);
    const kept = await this.collections.generations.find({ view }).toArray();
    for (const { place } of kept) found.delete(place);
    for (const place of found) await this.collections.clear(place);
  }
}

export const notPrepared = (generation: Generation): Error =>
  new Error(`${generationName(generation)} was not prepared`);
