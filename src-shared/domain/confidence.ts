/** How sure a person says they are before they see the answer, from least to most. */
export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];
