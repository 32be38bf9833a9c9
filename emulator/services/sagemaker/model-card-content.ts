import Ajv from 'ajv';
import { tryParseObject } from '../../toolkit/json';
import { invalid } from './errors';
import { modelCardSchema } from './model-card-schema';

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });

/**
 * The published JSON schema with the section about model packages, which the CloudFormation type has and the published page
 * leaves out.
 */
const storedContent = {
  ...modelCardSchema,
  properties: {
    ...modelCardSchema.properties,
    model_package_details: {
      type: 'object',
      additionalProperties: false,
      properties: {
        model_package_group_name: text(63),
        model_package_arn: text(2048),
        model_approval_status: { type: 'string', enum: ['Approved', 'Rejected', 'PendingManualApproval'] },
        approval_description: { type: 'string', maxLength: 1024 },
      },
    },
  },
};

const ajv = new Ajv({ strictTypes: false });
const validate = ajv.compile(storedContent);

/** `ModelCardContent` of the API's model. */
const mostCharacters = 100_000;

/**
 * The content of a model card as it was sent.
 *
 * @throws AwsError where it is no JSON, is too long or breaks the schema
 */
export function checkedContent(content: string | undefined): string {
  if (typeof content !== 'string') throw invalid('Missing required parameter: Content');
  if (content.length > mostCharacters)
    throw invalid(
      `Value at 'content' failed to satisfy constraint: Member must have length less than or equal to ${mostCharacters}`,
    );
  const card = tryParseObject(content);
  if (!card) throw invalid('Model card content is not valid JSON.');
  if (!validate(card))
    throw invalid(`Model card content does not follow its JSON schema: ${ajv.errorsText(validate.errors)}`);
  return content;
}
