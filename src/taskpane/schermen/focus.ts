import { type RefObject, useEffect, useRef } from "react";

/**
 * A heading that takes the focus when `sleutel` changes, so that a screen reader says what came of an action; on the first showing only
 * when that is what came of it (`meteen`).
 */
export function useFocusBij(sleutel: string | null, meteen = false): RefObject<HTMLHeadingElement | null> {
  const ref = useRef<HTMLHeadingElement>(null);
  const vorige = useRef(meteen ? null : sleutel);
  useEffect(() => {
    if (sleutel !== vorige.current && sleutel !== null) ref.current?.focus();
    vorige.current = sleutel;
  }, [sleutel]);
  return ref;
}
