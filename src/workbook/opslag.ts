/**
 * Keeps small texts between two times the pane is open: the access key and what waits to be sent. Never rejects:
 * storage may be blocked or partitioned (third-party storage on the web), and the add-in has to work without it.
 */
export interface Opslag {
  lees(sleutel: string): Promise<string | null>;
  bewaar(sleutel: string, waarde: string): Promise<void>;
  verwijder(sleutel: string): Promise<void>;
  /** false: kept only as long as the pane is open. */
  readonly duurzaam: boolean;
}
