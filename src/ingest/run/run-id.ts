/** A run's id, as the graph tells it, of the key of its row. */
export const idOfRun = (key: string): string => `imp_${key}`;

/** The key of its row; what is no id stays as it is. */
export const rowKeyOf = (id: string): string => id.replace(/^imp_/, '');
