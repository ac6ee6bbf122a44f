import { createContext } from "react";

/** Told when an answer says that nobody is signed in any more. */
export const VerlopenContext = createContext<() => void>(() => undefined);
