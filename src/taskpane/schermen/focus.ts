import { type RefObject, useEffect, useRef } from "react";

/** A heading that takes the focus when `sleutel` changes (not on the first showing), so that a screen reader says what came of an action. */
export function useFocusBij(sleutel: string | null): RefObject<HTMLHeadingElement | null> {
  const ref = useRef<HTMLHeadingElement>(null);
  const vorige = useRef(sleutel);
  useEffect(() => {
    if (sleutel !== vorige.current && sleutel !== null) ref.current?.focus();
    vorige.current = sleutel;
  }, [sleutel]);
  return ref;
}
