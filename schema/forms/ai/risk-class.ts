import { z } from 'zod';

/**
 * Risk of a use of AI under Regulation (EU) 2024/1689: `high` is Art. 6, `limited` has duties of transparency (Art. 50), `minimal` has
 * none. What Art. 5 prohibits is no class: such a model is not registered.
 */
export const riskClass = z.enum(['minimal', 'limited', 'high']);
