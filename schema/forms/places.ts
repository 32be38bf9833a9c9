import { z } from 'zod';
import { tags } from './text';

/** Which accounts of the organization something is about. */
export const whereForm = z.union([
  z.literal('every account'),
  /** OUs by path, with everything below them. */
  z.strictObject({ organizationalUnits: z.array(z.string()).min(1) }),
  /** Accounts that carry all of these tags, of their own or of the landing zone's. */
  z.strictObject({ accountTags: tags }),
]);

/** Names that controls give to the places where they hold; the settings say which OUs or accounts those are. */
export const placeNames = ['aiAccounts', 'workloads', 'securityAccounts', 'suspended'] as const;

/** What an account may lack, by its file: `ai`, or `ai.bedrock.invocationLogging` in some or all of the governed regions. */
const lackings = ['ai', 'invocation logging', 'invocation logging in every region'] as const;

export type Lacking = (typeof lackings)[number];

/** Where a control holds: by the name of a place, by what accounts lack, or by OUs or tags of its own. */
export const controlWhereForm = z.union([
  z.strictObject({ place: z.enum(placeNames) }),
  /** Accounts that lack it, and every OU in which none has it: it is the rule, and having it the exception. */
  z.strictObject({ accountsWithout: z.enum(lackings) }),
  whereForm,
]);

/** Which OUs or accounts each place is. The defaults are those of the tree of the sample. */
export const placesForm = z
  .strictObject({
    /** Accounts in which models are tried, trained or served. */
    aiAccounts: whereForm.default({ organizationalUnits: ['Workloads', 'Sandbox'] }),
    /** Accounts whose models decide something: stricter than where they are tried. */
    workloads: whereForm.default({ organizationalUnits: ['Workloads'] }),
    /** The log archive and the account that administers the security services. */
    securityAccounts: whereForm.default({ organizationalUnits: ['Security'] }),
    /** Accounts that leave. */
    suspended: whereForm.default({ organizationalUnits: ['Suspended'] }),
  })
  .prefault({});
