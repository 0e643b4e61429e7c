/** The title in the command palette. */
export const COMPARE = 'Distillation Evidence: Compare Dataset with Originals';
