import { z } from 'zod';
import { modelCardContent } from '../../../schema/forms/model-card/content';
import { invalid } from './errors';

/**
 * The published JSON schema with the section about model packages, which the CloudFormation type has and the published page
 * leaves out.
 */
const storedContent = modelCardContent.extend({
  model_package_details: z
    .strictObject({
      model_package_group_name: z.string().min(1).max(63),
      model_package_arn: z.string().min(1).max(2048),
      model_approval_status: z.enum(['Approved', 'Rejected', 'PendingManualApproval']),
      approval_description: z.string().max(1024),
    })
    .partial()
    .optional(),
});

/** `ModelCardContent` of the API's model. */
const CHARACTERS = 100_000;

/**
 * The content of a model card as it was sent.
 *
 * @throws AwsError where it is no JSON, is too long or breaks the schema
 */
export function checkedContent(text: unknown): string {
  if (typeof text !== 'string') throw invalid('Missing required parameter: Content');
  if (text.length > CHARACTERS)
    throw invalid(
      `Value at 'content' failed to satisfy constraint: Member must have length less than or equal to ${CHARACTERS}`,
    );
  const { error } = storedContent.safeParse(parsed(text));
  if (error) throw invalid(`Model card content does not follow its JSON schema: ${z.prettifyError(error)}`);
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('Model card content is not valid JSON.');
  }
}
