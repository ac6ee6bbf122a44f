/** One comparison: ours against something everybody knows, measured in the same run. */
export interface Benchregel {
  naam: string;
  wij: number;
  vergelijking: number;
  eenheid: string;
  /** wij / vergelijking */
  verhouding: number;
  doel: string;
  gehaald: boolean;
}
