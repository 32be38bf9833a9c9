import type { Handler } from '../../toolkit/untyped';
import type { Trails } from './state';

/** The start, the stop and the status of a trail; a new trail does not log. */
export function loggingOperations(trails: Trails): Record<string, Handler> {
  return {
    StartLogging: (call) => {
      const trail = trails.findToChange(call, call.input.Name);
      trail.logging = true;
      trail.startLoggingTime = now();
      return {};
    },
    StopLogging: (call) => {
      const trail = trails.findToChange(call, call.input.Name);
      trail.logging = false;
      trail.stopLoggingTime = now();
      return {};
    },
    GetTrailStatus: (call) => {
      const { logging, startLoggingTime, stopLoggingTime } = trails.find(call, call.input.Name);
      return { IsLogging: logging, StartLoggingTime: startLoggingTime, StopLoggingTime: stopLoggingTime };
    },
  };
}

const now = (): number => Math.floor(Date.now() / 1000);
