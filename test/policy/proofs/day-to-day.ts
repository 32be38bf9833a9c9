import type { Call } from './calls';
import { experiments } from './day-to-day/experiments';
import { generative } from './day-to-day/generative';
import { platform } from './day-to-day/platform';
import { serving } from './day-to-day/serving';
import { training } from './day-to-day/training';

/** What people and their pipelines do each day in an AI account of `accounts/`, by its name. Nothing of it is denied. */
export const dayToDay: Readonly<Record<string, readonly Call[]>> = {
  'ml-development': [...platform, ...generative, ...training],
  'ml-production': [...platform, ...generative, ...serving],
  sandbox: [...platform, ...generative, ...experiments],
};
