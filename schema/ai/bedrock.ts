import { z } from 'zod';

export const bedrockForm = z.strictObject({});
