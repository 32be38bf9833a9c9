import type { Amount } from '../estimate';

/** Something that may be changed, and what a month costs less then. */
export interface Lever {
  /** The file to open, or the files. */
  readonly file: string;
  /** `services.config.recordingFrequency` */
  readonly field: string;
  /** What to write there. */
  readonly change: string;
  readonly saves: Amount;
  /** `recomputed`: the landing zone was synthesized with the change. `attributed`: the part of the sum that the field is billed for. */
  readonly found: 'recomputed' | 'attributed';
  /** What is given up. */
  readonly givesUp: string;
}

/** The largest first. */
export const bySaving = (a: Lever, b: Lever): number =>
  b.saves.typical - a.saves.typical || (`${a.file}${a.field}${a.change}` < `${b.file}${b.field}${b.change}` ? -1 : 1);
