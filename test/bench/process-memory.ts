import { readFileSync } from 'node:fs';

/** Megabytes of a process that are in memory, now and when they were most; as Linux counts them. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)![1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
