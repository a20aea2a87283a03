import type { Facet, Instant } from '@pm/kernel';

/** With more sides than these a document finds them by name. */
const FEW = 16;

/** What was stated of one side of a document, in the order of the log. */
export interface Side {
  readonly name: string;
  /** Of several such sides of a document only the one that was true last matters. */
  readonly rival: boolean;
  /** Each with the event that states it, one after the other: most sides are stated once, and an array is two objects. */
  readonly stated: (Facet<unknown> | number)[];
  /** Whether none became true before what was recorded before it: most are told as they become true. */
  inOrder: boolean;
}

/** Everything that was stated of one document. */
export class Sides {
  private readonly sides: Side[] = [];
  private byName: Map<string, Side> | undefined;

  /** @returns whether that was new: the same plain value said again stands already, and takes no room twice */
  state(name: string, facet: Facet<unknown>, event: number, isRival: (side: string) => boolean): boolean {
    const side = this.find(name);
    if (!side) {
      // Most sides are stated once: arrays made of one take no room for more.
      this.add({ name, rival: isRival(name), stated: [facet, event], inOrder: true });
      return true;
    }
    const last = facetAt(side, timesStated(side) - 1)!;
    if (last.value === facet.value && last.from === facet.from && typeof facet.value !== 'object')
      return false;
    if (facet.from < last.from) side.inOrder = false;
    side.stated.push({ from: facet.from, value: sharing(facet.value, last.value) }, event);
    return true;
  }

  find(name: string): Side | undefined {
    if (this.byName) return this.byName.get(name);
    for (const side of this.sides) if (side.name === name) return side;
    return undefined;
  }

  /** Every moment from which on something is true, in order. */
  changes(): Instant[] {
    const moments = new Set<Instant>();
    for (const side of this.sides)
      for (let place = 0; place < timesStated(side); place++) moments.add(facetAt(side, place)!.from);
    return [...moments].sort();
  }

  /** A document with every side that stood; undefined where none did. */
  whole(events: number, validAt: Instant): object | undefined {
    let own: Record<string, Facet<unknown>> | undefined;
    for (const side of this.sides) {
      const facet = facetAt(side, standingIn(side, events, validAt));
      if (facet) (own ??= {})[side.name] = facet;
    }
    return own;
  }

  /** A document without the rivals of those that were true last. */
  lean(events: number, validAt: Instant): object | undefined {
    const last = this.lastRival(events, validAt);
    let own: Record<string, Facet<unknown>> | undefined;
    for (const side of this.sides) {
      if (side.rival && last === undefined) continue;
      const facet = facetAt(side, standingIn(side, events, validAt));
      if (facet && (!side.rival || (facet.value !== null && facet.from === last)))
        (own ??= {})[side.name] = facet;
    }
    return own;
  }

  /** When the last of the rivals became true that stood. */
  private lastRival(events: number, validAt: Instant): Instant | undefined {
    let last: Instant | undefined;
    for (const side of this.sides) {
      const facet = side.rival ? facetAt(side, standingIn(side, events, validAt)) : undefined;
      if (facet && facet.value !== null && (last === undefined || facet.from > last)) last = facet.from;
    }
    return last;
  }

  private add(side: Side): void {
    const { sides } = this;
    sides.push(side);
    if (sides.length === FEW) this.byName = new Map(sides.map((each) => [each.name, each]));
    else this.byName?.set(side.name, side);
  }
}

const timesStated = ({ stated }: Side): number => stated.length / 2;

/** @returns undefined for place -1 */
const facetAt = ({ stated }: Side, place: number): Facet<unknown> | undefined =>
  place < 0 ? undefined : (stated[2 * place] as Facet<unknown>);

/** The event that states a side, of a place in the order of the log; -1 for place -1. */
export const eventAt = ({ stated }: Side, place: number): number =>
  place < 0 ? -1 : (stated[2 * place + 1] as number);

/** Where the latest statement known and true by then is found, of equals the one recorded later; -1 where there is none. */
export function standingIn(side: Side, known: number, validAt: Instant): number {
  return side.inOrder ? standingInOrder(side, known, validAt) : standingAmong(side, known, validAt);
}

function standingInOrder(side: Side, known: number, validAt: Instant): number {
  let [standing, beyond] = [-1, timesStated(side)];
  while (standing + 1 < beyond) {
    const middle = (standing + 1 + beyond) >>> 1;
    if (eventAt(side, middle) < known && facetAt(side, middle)!.from <= validAt) standing = middle;
    else beyond = middle;
  }
  return standing;
}

function standingAmong(side: Side, known: number, validAt: Instant): number {
  let [standing, since]: [number, Instant | undefined] = [-1, undefined];
  for (let place = 0; place < timesStated(side) && eventAt(side, place) < known; place++) {
    const { from } = facetAt(side, place)!;
    if (from <= validAt && (since === undefined || from >= since)) [standing, since] = [place, from];
  }
  return standing;
}

/** A value that names its time, too, holds the same text. */
export function sayingOnce(time: Instant, value: unknown): unknown {
  if (!isObject(value)) return value;
  const named = Object.entries(value).find(([, said]) => said === time);
  return named ? { ...value, [named[0]]: time } : value;
}

/** A value with whatever is the same as in another taken from there: what is said again and again is held once. */
function sharing(value: unknown, before: unknown): unknown {
  if (value === before) return before;
  if (!isObject(value) || !isObject(before)) return value;
  const shared = { ...value };
  let isSame = Object.keys(before).length === Object.keys(value).length;
  for (const key in shared) {
    shared[key] = sharing(value[key], before[key]);
    isSame &&= shared[key] === before[key];
  }
  return isSame ? before : shared;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
