/** What an employee of the Servicepunt may do; each may also do what the ones before it may. */
export const ROLLEN = ["lezen", "behandelen", "beheren"] as const;
export type Rol = (typeof ROLLEN)[number];

/** Whether who has `rol` may do what asks for `nodig`. */
export function magMet(rol: Rol, nodig: Rol): boolean {
  return ROLLEN.indexOf(rol) >= ROLLEN.indexOf(nodig);
}
