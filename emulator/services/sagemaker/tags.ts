import { putTags, removeTags, tagList, tagMap } from '../../toolkit/tags';
import type { SageMakerOperations } from './api';
import type { SageMakerState } from './state';

/** Tags of whatever in SageMaker has an ARN. */
export const tagOperations = ({ tags }: SageMakerState): SageMakerOperations => ({
  ListTags: ({ input }) => ({ Tags: tagList(tags.find(input.ResourceArn)) }),
  AddTags: ({ input }) => {
    const all = tags.find(input.ResourceArn);
    putTags(all, tagMap(input.Tags));
    return { Tags: tagList(all) };
  },
  DeleteTags: ({ input }) => removeTags(tags.find(input.ResourceArn), input.TagKeys),
});
