import type { AiContext } from './context';

export function makeLineage(_context: AiContext): void {}
