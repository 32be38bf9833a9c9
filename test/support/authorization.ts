import type { Authorization } from '../../emulator/authorization/authorization';

/** Lets every call through, for tests of what is behind the door. */
export const noPolicies: Authorization = {
  tryRefusal: () => Promise.resolve(undefined),
  answered: () => undefined,
};
