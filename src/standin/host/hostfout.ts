/** An error as Excel answers it; `code` is what the add-in sees as error.code. */
export class Hostfout extends Error {
  override readonly name = "Hostfout";
  constructor(
    readonly code: string,
    melding: string,
    readonly status = 400,
  ) {
    super(melding);
  }
}

export function ongeldig(argument: string): Hostfout {
  return new Hostfout("InvalidArgument", `The argument '${argument}' doesn't work for this situation, is missing, or isn't in the right format.`);
}

export function nietGevonden(wat: string): Hostfout {
  return new Hostfout("ItemNotFound", `The requested resource doesn't exist. (${wat})`, 404);
}

/** What the stand-in does not know it refuses, so that nothing seems to work that was never made. */
export function onbekend(naam: string): Hostfout {
  return new Hostfout("ApiNotFound", `The API you are trying to use could not be found: ${naam}. It may be available in a newer version of Excel, or the stand-in does not have it.`, 404);
}
