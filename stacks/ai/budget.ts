import type { AiContext } from './context';

export function makeBudget(_context: AiContext): void {}
