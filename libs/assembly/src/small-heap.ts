import { setFlagsFromString } from 'node:v8';

/**
 * How much garbage may lie about for what is in use. A server that nobody asks for moments has too little in use for it to
 * matter; one that holds every statement of the tree would look through all of them every few reads.
 */
const GARBAGE_PERCENT = 200;

/**
 * Collects garbage sooner, in every thread: with gigabytes free V8 lets a heap grow to several times what is in use. Young
 * objects' part of it is bounded where the process is started, by `--max-semi-space-size`.
 *
 * What a request made lives until it is answered, and no longer: where much of that was alive when young objects were
 * collected, V8 would put the like of it among the old from then on, from where it is costly to be rid of.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`);
  setFlagsFromString('--no-allocation-site-pretenuring');
}
