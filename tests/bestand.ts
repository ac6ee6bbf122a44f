/** Stands in for an imported image or style sheet in unit tests: only its name matters there. */
export default "bestand";
