/**
 * The name of the browser's performance mark that is set when a hall has first been painted whole,
 * with the state of its seats: each of them, or in a large hall its sections' shapes.
 */
export const hallDrawnMark = 'hall-drawn';
