/** How often AWS Config runs a periodic rule or delivers a snapshot. Source: AWS Config API Reference, MaximumExecutionFrequency. */
export const configFrequencies = ['One_Hour', 'Three_Hours', 'Six_Hours', 'Twelve_Hours', 'TwentyFour_Hours'] as const;

/** How often GuardDuty and Macie publish updates of findings. Source: GuardDuty and Macie API References, FindingPublishingFrequency. */
export const findingPublishingFrequencies = ['FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS'] as const;
