import type { Traces } from './tracing/index.js';

/**
 * Traces to a collector, whose driver is loaded only then.
 *
 * @param url of the collector's traces; none are made where absent
 * @param service how the collector names this process
 */
export async function openTraces(url: string | undefined, service: string): Promise<Traces | undefined> {
  return url === undefined ? undefined : (await import('./tracing/index.js')).Traces.to(url, service);
}
