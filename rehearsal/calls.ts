import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { NeededCall } from './lockout';

/** The requests up to a number: a visitor's come later. The log is written behind them. */
export async function readCalls(file: string, count: number): Promise<readonly NeededCall[]> {
  for (;;) {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    if (lines.length >= count) return lines.slice(0, count).map((line) => JSON.parse(line));
    await pause(50);
  }
}
