import type { CloudTrailOperations } from './api';
import type { Trails } from './state';

/** The start, the stop and the status of a trail; a new trail does not log. */
export const loggingOperations = (trails: Trails): CloudTrailOperations => ({
  StartLogging: (call) => {
    const trail = trails.findToChange(call, call.input.Name);
    trail.logging = true;
    trail.startLoggingTime = trails.world.clock.seconds();
    return {};
  },
  StopLogging: (call) => {
    const trail = trails.findToChange(call, call.input.Name);
    trail.logging = false;
    trail.stopLoggingTime = trails.world.clock.seconds();
    return {};
  },
  GetTrailStatus: (call) => {
    const { logging, startLoggingTime, stopLoggingTime } = trails.find(call, call.input.Name);
    return { IsLogging: logging, StartLoggingTime: startLoggingTime, StopLoggingTime: stopLoggingTime };
  },
});
