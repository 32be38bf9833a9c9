import type { AiContext } from './context';

export function makeDataLake(_context: AiContext): void {}
