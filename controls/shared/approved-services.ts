import type { AiServiceName } from '../../schema/facts/ai-services';
import type { Settings } from '../../schema/forms/settings';

/** The control that denies, in every account, the AI services that nobody approved. */
const approval = 'ai-services-approved';

/**
 * Whether somebody may use an AI service at all. Where nobody may, another control has nothing to deny there, and leaves its statement out;
 * `landing-zone prove` shows of its promise that this loses nothing. It is back with the approval, and where the control of approval is left out.
 */
export const mayBeUsed = ({ ai, controls }: Pick<Settings, 'ai' | 'controls'>, name: AiServiceName): boolean =>
  ai.approvedServices.includes(name) || controls[approval] !== undefined;
