/** Whether a range ends before it begins; of ends that cannot be compared it is not known. */
export const isBackwards = <End extends number | string>([first, last]: readonly (End | undefined)[]): boolean =>
  first !== undefined && last !== undefined && first > last;
