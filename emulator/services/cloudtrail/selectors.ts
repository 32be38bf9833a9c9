import type { Handler, Json } from '../../toolkit/untyped';
import { checkAdvancedSelectors } from './advanced-selectors';
import { checkBasicSelectors, completeSelector, invalidSelectors } from './basic-selectors';
import type { Trails } from './state';

/** Which events a trail records: basic selectors or advanced ones, never both. */
export function selectorOperations(trails: Trails): Record<string, Handler> {
  return {
    PutEventSelectors: (call) => {
      const { TrailName, EventSelectors: basic, AdvancedEventSelectors: advanced } = call.input;
      const trail = trails.findToChange(call, TrailName);
      if ((basic === undefined) === (advanced === undefined)) {
        throw invalidSelectors('Specify either EventSelectors or AdvancedEventSelectors.');
      }
      if (basic !== undefined) checkBasicSelectors(basic);
      else checkAdvancedSelectors(advanced);
      trail.selectors =
        basic !== undefined ? { EventSelectors: basic.map(completeSelector) } : { AdvancedEventSelectors: advanced };
      return { TrailARN: trail.arn, ...trail.selectors };
    },
    GetEventSelectors: (call) => {
      const trail = trails.find(call, call.input.TrailName);
      return { TrailARN: trail.arn, ...(trail.selectors ?? { EventSelectors: [completeSelector({})] }) };
    },
  };
}

/** Whether a trail with these selectors records what every new trail records: all management events. */
export function isDefault(selectors: Json | undefined): boolean {
  if (selectors === undefined) return true;
  return JSON.stringify(selectors.EventSelectors) === JSON.stringify([completeSelector({})]);
}

/** Whether these selectors let management events through, and if asked for, those that write. */
export function recordsManagementEvents(selectors: Json | undefined, writing: boolean): boolean {
  const { EventSelectors: basic = [completeSelector({})], AdvancedEventSelectors: advanced } = selectors ?? {};
  if (advanced === undefined) {
    return basic.some((one: Json) => one.IncludeManagementEvents && !(writing && one.ReadWriteType === 'ReadOnly'));
  }
  const value = (one: Json, name: string) => one.FieldSelectors.find(({ Field }: Json) => Field === name)?.Equals?.[0];
  return advanced.some(
    (one: Json) => value(one, 'eventCategory') === 'Management' && !(writing && value(one, 'readOnly') === 'true'),
  );
}
