import type { AiContext } from './context';

export function makeBedrock(_context: AiContext): void {}
