import type { AdvancedEventSelector } from '@aws-sdk/client-cloudtrail';
import { checkAdvancedSelectors } from './advanced-selectors';
import type { CloudTrailOperations, Input, Shape } from './api';
import { checkBasicSelectors, completeSelector } from './basic-selectors';
import { invalidSelectors } from './errors';
import type { Selectors, Trails } from './state';

/** Which events a trail records: basic selectors or advanced ones, never both. */
export const selectorOperations = (trails: Trails): CloudTrailOperations => ({
  PutEventSelectors: (call) => {
    const trail = trails.findToChange(call, call.input.TrailName);
    trail.selectors = readSelectors(call.input);
    return { TrailARN: trail.arn, ...trail.selectors };
  },
  GetEventSelectors: (call) => {
    const { arn, selectors } = trails.find(call, call.input.TrailName);
    return { TrailARN: arn, ...(selectors ?? { EventSelectors: [completeSelector({})] }) };
  },
});

function readSelectors({ EventSelectors: basic, AdvancedEventSelectors: advanced }: Input<'PutEventSelectors'>) {
  if (basic !== undefined && advanced === undefined) {
    checkBasicSelectors(basic);
    return { EventSelectors: basic.map(completeSelector) };
  }
  if (basic !== undefined || advanced === undefined)
    throw invalidSelectors('Specify either EventSelectors or AdvancedEventSelectors.');
  checkAdvancedSelectors(advanced);
  return { AdvancedEventSelectors: advanced };
}

/** Whether a trail with these selectors records what every new trail records: all management events. */
export const isDefault = (selectors: Selectors | undefined): boolean =>
  selectors === undefined || JSON.stringify(selectors.EventSelectors) === JSON.stringify([completeSelector({})]);

/** Whether these selectors let management events through, and if asked for, those that write. */
export function recordsManagementEvents(selectors: Selectors = {}, writing: boolean): boolean {
  const { EventSelectors: basic = [completeSelector({})], AdvancedEventSelectors: advanced } = selectors;
  if (advanced === undefined)
    return basic.some(
      ({ IncludeManagementEvents, ReadWriteType }) =>
        IncludeManagementEvents && !(writing && ReadWriteType === 'ReadOnly'),
    );
  return advanced.some(
    (one) => fieldValue(one, 'eventCategory') === 'Management' && !(writing && fieldValue(one, 'readOnly') === 'true'),
  );
}

const fieldValue = ({ FieldSelectors = [] }: Shape<AdvancedEventSelector>, name: string): string | undefined =>
  FieldSelectors.find(({ Field }) => Field === name)?.Equals?.[0];
